/* A poll that listens to two channels of two messages each, and three threads, written from the rules of the model starina/poll: the ready queue
 * has an id at most once; a notification queues the id whatever the event, and wakes the first waiter if the event is of interest; a wait takes
 * ids until one is ready, which goes back to the end, or sleeps; who was woken looks again; a receive that leaves messages notifies anew; an add
 * looks whether the channel is ready. What a thread is told of it handles before another looks. The reference model of
 * src/mechanisms/starina/poll/model.ts. The two queues are channels of Promela, which keep an unused place at zero.
 *
 * How it counts: as two-phase-commit.pml. What is hidden is no part of a state.
 */
#define CHANNELS 2
#define THREADS 3
#define ROOM 2
#define NOTHING CHANNELS

#define RUNNING 0
#define ASLEEP 1
#define WOKEN 2

byte messages[CHANNELS];
bit listened[CHANNELS] = 1;
byte is[THREADS];
byte told[THREADS] = NOTHING; /* what it has yet to handle */
chan ready = [CHANNELS] of { byte };
chan waiters = [THREADS] of { byte };

hidden byte at, sleeper;

#define READABLE(c) (listened[c] && messages[c] > 0)
#define FREE(t) (told[t] == NOTHING)
#define SOMEBODY_RUNS (is[0] == RUNNING || is[1] == RUNNING || is[2] == RUNNING)

#define QUEUE(c) \
  if \
  :: !ready??[eval(c)] -> ready!c \
  :: else \
  fi
#define WAKE_ONE \
  if \
  :: nempty(waiters) -> waiters?sleeper; is[sleeper] = WOKEN \
  :: else \
  fi
#define NOTIFY(c) QUEUE(c); WAKE_ONE

#define CHANNEL(c) \
  :: d_step { messages[c] < ROOM -> \
       messages[c]++; \
       if \
       :: listened[c] -> NOTIFY(c) \
       :: else \
       fi \
     } \
  :: d_step { listened[c] -> QUEUE(c) } /* it is writable, which is of no interest */ \
  :: d_step { SOMEBODY_RUNS && listened[c] -> \
       listened[c] = 0; \
       if \
       :: ready??[eval(c)] -> ready??eval(c) \
       :: else \
       fi \
     } \
  :: d_step { SOMEBODY_RUNS && !listened[c] -> \
       listened[c] = 1; \
       if \
       :: messages[c] > 0 -> NOTIFY(c) \
       :: else \
       fi \
     }

#define THREAD(t) \
  :: d_step { is[t] != ASLEEP && FREE(0) && FREE(1) && FREE(2) -> \
       do \
       :: empty(ready) -> is[t] = ASLEEP; waiters!t; break \
       :: nempty(ready) -> \
          ready?at; \
          if \
          :: READABLE(at) -> ready!at; is[t] = RUNNING; told[t] = at; break \
          :: else \
          fi \
       od; \
       at = 0 \
     } \
  :: d_step { !FREE(t) -> \
       at = told[t]; told[t] = NOTHING; \
       if \
       :: messages[at] > 0 -> messages[at]-- \
       :: else \
       fi; \
       if \
       :: READABLE(at) -> NOTIFY(at) \
       :: else \
       fi \
     }

active proctype app() {
end: do
  CHANNEL(0)
  CHANNEL(1)
  THREAD(0)
  THREAD(1)
  THREAD(2)
  od
}
