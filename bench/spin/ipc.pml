/* An endpoint with three tasks and two calls, written from the rules of the model themelios/ipc. A queue is a number: four bits for each
 * place, the first in line lowest; a message is 1 + 3 * task + token, with token 0 for a plain send. The reference model of src/mechanisms/themelios/ipc/model.ts.
 *
 * How it counts: as two-phase-commit.pml.
 */
#define CALLS 2
#define READY 0
#define BLOCKED 1

byte phase[3];
byte token[3]; /* of the call that it received last; 0 for none */
byte asker[3]; /* who made it, plus one; 0 for none */
bit misled[3]; /* it was woken by the reply to another's call */
short senders, receivers, callers;
byte sending, receiving, calling; /* the lengths of the queues */
byte calls;
bit destroyed;

hidden byte message, who;

#define MESSAGE(t, k) (1 + 3 * (t) + (k))
#define WHO(m) (((m) - 1) / 3)
#define TOKEN(m) (((m) - 1) % 3)
#define OLDEST (callers & 15)
#define SECOND ((callers >> 4) & 15)
#define ASKS(place, t) (place > 0 && TOKEN(place) == token[t])
#define OWES(t) (ASKS(OLDEST, t) || ASKS(SECOND, t))
#define MAY(t) (phase[t] == READY && !destroyed)
#define TAKE_RECEIVER who = (receivers & 15) - 1; receivers = receivers >> 4; receiving--
#define PUSH_SENDER(t, k) senders = senders | (MESSAGE(t, k) << (4 * sending)); sending++

#define TASK(t) \
  :: d_step { MAY(t) -> \
       if \
       :: receiving > 0 -> TAKE_RECEIVER; phase[who] = READY \
       :: else -> PUSH_SENDER(t, 0); phase[t] = BLOCKED \
       fi \
     } \
  :: d_step { MAY(t) && !OWES(t) -> \
       if \
       :: sending > 0 -> \
          message = senders & 15; senders = senders >> 4; sending--; \
          token[t] = TOKEN(message); \
          if \
          :: token[t] > 0 -> asker[t] = WHO(message) + 1 \
          :: else -> asker[t] = 0; phase[WHO(message)] = READY \
          fi \
       :: else -> \
          token[t] = 0; asker[t] = 0; \
          receivers = receivers | ((t + 1) << (4 * receiving)); receiving++; \
          phase[t] = BLOCKED \
       fi \
     } \
  :: d_step { MAY(t) && calls < CALLS -> \
       calls++; \
       callers = callers | (MESSAGE(t, calls) << (4 * calling)); calling++; \
       phase[t] = BLOCKED; \
       if \
       :: receiving > 0 -> TAKE_RECEIVER; token[who] = calls; asker[who] = t + 1; phase[who] = READY \
       :: else -> PUSH_SENDER(t, calls) \
       fi \
     } \
  :: d_step { MAY(t) && OWES(t) -> \
       if \
       :: ASKS(OLDEST, t) -> who = WHO(OLDEST); callers = callers >> 4 \
       :: else -> who = WHO(SECOND); callers = OLDEST \
       fi; \
       calling--; \
       misled[who] = (who + 1 != asker[t]); \
       phase[who] = READY \
     }

active proctype endpoint() {
end: do
  TASK(0)
  TASK(1)
  TASK(2)
  :: d_step { !destroyed -> destroyed = 1; phase[0] = READY; phase[1] = READY; phase[2] = READY }
  od
}
