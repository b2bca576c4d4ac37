/* One connection of Sutra with two callers and room for two frames in each direction, written from the rules of the model avyos/sutra: opcodes
 * count from 1 through the sorted requests and then the events; one request is in flight; a reply goes to whoever waits for its opcode, and what
 * nobody waits for is an event; a handler that fails ends the connection, which is told to who waits. The reference model of
 * src/mechanisms/avyos/sutra/model.ts. The directions are channels of Promela, which keep an unused place at zero.
 *
 * How it counts: as two-phase-commit.pml. What is hidden is no part of a state.
 */
#define ROOM 2
#define NOBODY 2

/* opcodes, and what was asked and run; 0 for nothing */
#define CREATE_WINDOW 1
#define DESTROY_WINDOW 2
#define INPUT 3

#define IDLE 0
#define WAITING 1
#define ANSWERED 2
#define MISLED 3
#define TOLD_OF_END 4

bit open = 1;
byte serving = NOBODY; /* whose request is handled and not answered */
chan requests = [ROOM] of { byte, byte }; /* opcode; of whom, which no frame has */
chan answers = [ROOM] of { byte, byte, byte }; /* opcode; of whom, and whether it is a reply, which no frame has */

byte is[2], asked[2], ran[2];
bit inList[2]; /* the client hands it the next frame with the opcode that it asked for */
bit window[2]; /* as the service knows it */
bit told[2]; /* of the number of its window */
bit startled[2]; /* by an event about a window that it does not know */

hidden byte opcode, whom, taker, isReply;

#define WAITS(c) (is[c] == WAITING)
#define LISTENS(c) (inList[c] && asked[c] == opcode)

/* The list has one place for each opcode: who stood there stands there no more. */
#define ASK(c, request) \
  :: d_step { open && !WAITS(0) && !WAITS(1) && nfull(requests) && told[c] == (request == DESTROY_WINDOW) -> \
       if \
       :: asked[1 - c] == request -> inList[1 - c] = 0 \
       :: else \
       fi; \
       inList[c] = 1; asked[c] = request; ran[c] = 0; is[c] = WAITING; \
       requests!request, c \
     }

#define EVENT(c) \
  :: d_step { open && window[c] && serving != c && nfull(answers) -> answers!INPUT, c, 0 }

active proctype connection() {
end: do
  ASK(0, CREATE_WINDOW)
  ASK(0, DESTROY_WINDOW)
  ASK(1, CREATE_WINDOW)
  ASK(1, DESTROY_WINDOW)
  EVENT(0)
  EVENT(1)
  /* the service */
  :: d_step { open && serving == NOBODY && nempty(requests) ->
       requests?opcode, whom;
       serving = whom; ran[whom] = opcode; window[whom] = (opcode == CREATE_WINDOW)
     }
  :: d_step { serving != NOBODY && nfull(answers) -> answers!ran[serving], serving, 1; serving = NOBODY }
  :: d_step { serving != NOBODY -> serving = NOBODY; open = 0 }
  /* the client */
  :: d_step { nempty(answers) ->
       answers?opcode, whom, isReply;
       if
       :: LISTENS(0) -> taker = 0
       :: !LISTENS(0) && LISTENS(1) -> taker = 1
       :: else -> taker = NOBODY
       fi;
       if
       :: taker != NOBODY ->
          inList[taker] = 0;
          told[taker] = (opcode == CREATE_WINDOW);
          is[taker] = (isReply && whom == taker -> ANSWERED : MISLED)
       :: taker == NOBODY && opcode == INPUT && !told[whom] -> startled[whom] = 1
       :: else
       fi
     }
  :: d_step { !open && empty(answers) && (WAITS(0) || WAITS(1)) ->
       if
       :: WAITS(0) -> is[0] = TOLD_OF_END
       :: else
       fi;
       if
       :: WAITS(1) -> is[1] = TOLD_OF_END
       :: else
       fi
     }
  od
}
