/* Virtual deadlines with two CPUs, three tasks and a quantum of one unit, written from the rules of the model violetos/deadline-scheduler: a task
 * is queued with its penalty as its key, and the key comes nearer as time passes; a CPU chooses only when its quantum is used up or it idles;
 * new tasks enter the queue of the CPU that chooses, the smallest key leaves it; with nothing of its own a CPU takes the head of another queue,
 * unless that is a realtime task; the task before is queued after the choice, or goes on where there is nothing else; a task that wakes is queued
 * with its home. The reference model of src/mechanisms/violetos/deadline-scheduler/model.ts.
 *
 * How it counts: as two-phase-commit.pml. What is hidden is no part of a state.
 */
#define TASKS 3
#define QUANTUM 1
#define NONE 3
#define LEAST (-(TASKS - 1) * QUANTUM - 1) /* no key comes nearer than this */

#define IS_REALTIME(t) (t == 0)
#define PENALTY(t) (t == 0 -> 0 : (t == 1 -> 3 : 2))

#define NEW 0
#define RUNNING 1
#define QUEUED 2
#define ASLEEP 3

byte runs[2] = NONE;
byte left[2];
byte is[TASKS];
byte home[TASKS] = NONE;
short key[TASKS]; /* of one that is queued */
bit stolen[TASKS];

hidden byte before;

#define CHOOSES(c) (runs[c] == NONE || left[c] == 0)
#define STANDS(c, t) (is[t] == QUEUED && home[t] == c)
#define IS_FOR(c, t) (is[t] == NEW || STANDS(c, t))
#define HAS_WORK(c) (IS_FOR(c, 0) || IS_FOR(c, 1) || IS_FOR(c, 2))
#define KEY(t) (is[t] == NEW -> PENALTY(t) : key[t])
#define NOT_BEFORE(c, t, u) (!IS_FOR(c, u) || KEY(u) >= KEY(t))
#define BEHIND_HEAD(c, t, u) (STANDS(c, u) && key[u] < key[t])

#define QUEUE(c, t) is[t] = QUEUED; home[t] = c; key[t] = PENALTY(t)
#define ENTER(c, t) \
  if \
  :: is[t] == NEW -> QUEUE(c, t) \
  :: else \
  fi
#define LOAD(c, t) \
  before = runs[c]; \
  if \
  :: before != NONE -> QUEUE(c, before) \
  :: else \
  fi; \
  runs[c] = t; left[c] = QUANTUM; is[t] = RUNNING; home[t] = c; key[t] = 0

#define CPU_TASK(c, t) \
  :: d_step { CHOOSES(c) && IS_FOR(c, t) && NOT_BEFORE(c, t, 0) && NOT_BEFORE(c, t, 1) && NOT_BEFORE(c, t, 2) -> \
       ENTER(c, 0); ENTER(c, 1); ENTER(c, 2); \
       stolen[t] = 0; \
       LOAD(c, t) \
     } \
  :: d_step { CHOOSES(c) && !HAS_WORK(c) && STANDS(1 - c, t) && !IS_REALTIME(t) && \
       !BEHIND_HEAD(1 - c, t, 0) && !BEHIND_HEAD(1 - c, t, 1) && !BEHIND_HEAD(1 - c, t, 2) -> \
       stolen[t] = 1; \
       LOAD(c, t) \
     } \
  :: d_step { runs[c] == t && left[c] < QUANTUM -> runs[c] = NONE; left[c] = 0; is[t] = ASLEEP }

#define CPU(c) \
  CPU_TASK(c, 0) \
  CPU_TASK(c, 1) \
  CPU_TASK(c, 2) \
  :: d_step { runs[c] != NONE && left[c] == 0 && !HAS_WORK(c) -> left[c] = QUANTUM }

#define WAKE(t) \
  :: d_step { is[t] == ASLEEP -> QUEUE(home[t], t) }

/* Time passes where no CPU that can choose has a task: its own, or one in its queue. */
#define IS_BUSY(c) (runs[c] != NONE && left[c] > 0)
#define HAS_NOTHING(c) (runs[c] == NONE && !STANDS(c, 0) && !STANDS(c, 1) && !STANDS(c, 2))
#define NEARER(t) \
  if \
  :: is[t] == QUEUED && key[t] > LEAST -> key[t]-- \
  :: else \
  fi
#define USED(c) \
  if \
  :: left[c] > 0 -> left[c]-- \
  :: else \
  fi

active proctype machine() {
end: do
  CPU(0)
  CPU(1)
  WAKE(0)
  WAKE(1)
  WAKE(2)
  :: d_step { (IS_BUSY(0) || HAS_NOTHING(0)) && (IS_BUSY(1) || HAS_NOTHING(1)) ->
       USED(0);
       USED(1);
       NEARER(0);
       NEARER(1);
       NEARER(2)
     }
  od
}
