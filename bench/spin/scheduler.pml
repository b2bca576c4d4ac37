/* Round robin with three tasks and an idle one (number 1), written from the rules of the model themelios/scheduler. The queue is a number:
 * four bits for each place, the task plus one, the first in line lowest. The reference model of src/mechanisms/themelios/scheduler/model.ts.
 *
 * How it counts: as two-phase-commit.pml.
 */
#define TASKS 3
#define ALL 4
#define IDLE 1

#define GONE 0
#define READY 1
#define RUNNING 2
#define BLOCKED 3
#define DEAD 4

byte is[ALL] = { RUNNING, READY, READY, READY };
byte stack[ALL] = 1;
byte waited[ALL]; /* slices of others, at most TASKS */
short line = 67; /* task 2, then task 3 */
byte length = 2;
byte current;
bit switching;

hidden byte each, who;

#define PUSH(t) line = line | ((t + 1) << (4 * length)); length++

#define RUNS(t) (current == t && !switching)
#define SLICE(t) \
  :: d_step { RUNS(t) -> skip } \
  :: d_step { RUNS(t) -> switching = 1 }
#define WORK(t) \
  :: d_step { RUNS(t) -> switching = 1 } \
  :: d_step { RUNS(t) -> is[t] = BLOCKED; switching = 1 } \
  :: d_step { RUNS(t) -> is[t] = DEAD; switching = 1 }

#define SPARED(t) (is[t] != DEAD || t == current)
#define NEXT(t) ((length > 0 && (line & 15) == t + 1) || (length == 0 && t == (is[current] == RUNNING -> current : IDLE)))

#define TASK(t) \
  SLICE(t) \
  :: d_step { is[t] == BLOCKED && !switching && length < TASKS -> is[t] = READY; PUSH(t) } \
  :: d_step { is[t] == DEAD && switching && t != current -> is[t] = GONE; stack[t] = 0; waited[t] = 0 } \
  :: d_step { switching && NEXT(t) && SPARED(0) && SPARED(1) && SPARED(2) && SPARED(3) -> \
       if \
       :: is[current] == RUNNING -> \
          is[current] = READY; \
          if \
          :: current != IDLE -> PUSH(current) \
          :: else \
          fi \
       :: else \
       fi; \
       if \
       :: (line & 15) == t + 1 -> line = line >> 4; length-- \
       :: else \
       fi; \
       is[t] = RUNNING; \
       waited[t] = 0; \
       each = 0; \
       do \
       :: each < length -> \
          who = ((line >> (4 * each)) & 15) - 1; \
          waited[who] = (waited[who] < TASKS -> waited[who] + 1 : TASKS); \
          each++ \
       :: else -> break \
       od; \
       current = t; \
       switching = 0 \
     }

active proctype processor() {
end: do
  TASK(0)
  TASK(1)
  TASK(2)
  TASK(3)
  WORK(0)
  WORK(2)
  WORK(3)
  od
}
