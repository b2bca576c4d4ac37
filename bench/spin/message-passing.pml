/* Message passing without buffers, with N processes (2 to 6), written from the rules of the reference: a call is taken when the one that is
 * called receives, and who has called waits for the reply. The reference model of bench/message-passing.ts. A process is a number; 0 means
 * none, so process i is i + 1 in `partner` and `serves`.
 *
 * How it counts: as two-phase-commit.pml.
 */
#ifndef N
#define N 4
#endif

#define RUNNING 0
#define RECEIVING 1
#define CALLING 2
#define WAITING 3

byte phase[N], partner[N], serves[N];
bit holds[N];

#define CALL(i, j, v) \
  :: d_step { phase[i] == RUNNING -> phase[i] = CALLING; partner[i] = j + 1; holds[i] = v }
#define MEET(i, j) \
  :: d_step { phase[i] == CALLING && partner[i] == j + 1 && phase[j] == RECEIVING -> \
       phase[i] = WAITING; phase[j] = RUNNING; serves[j] = i + 1; holds[j] = holds[i] }
#define REPLY(i, j) \
  :: d_step { phase[i] == RUNNING && serves[i] == j + 1 -> \
       phase[j] = RUNNING; partner[j] = 0; holds[j] = holds[i]; serves[i] = 0 }
#define PAIR(i, j) CALL(i, j, 0) CALL(i, j, 1) MEET(i, j) REPLY(i, j)
#define BOTH(i, j) PAIR(i, j) PAIR(j, i)
#define RECEIVE(i) \
  :: d_step { phase[i] == RUNNING && serves[i] == 0 -> phase[i] = RECEIVING }

active proctype system() {
end: do
  RECEIVE(0)
  RECEIVE(1)
  BOTH(0, 1)
#if N > 2
  RECEIVE(2)
  BOTH(0, 2)
  BOTH(1, 2)
#endif
#if N > 3
  RECEIVE(3)
  BOTH(0, 3)
  BOTH(1, 3)
  BOTH(2, 3)
#endif
#if N > 4
  RECEIVE(4)
  BOTH(0, 4)
  BOTH(1, 4)
  BOTH(2, 4)
  BOTH(3, 4)
#endif
#if N > 5
  RECEIVE(5)
  BOTH(0, 5)
  BOTH(1, 5)
  BOTH(2, 5)
  BOTH(3, 5)
  BOTH(4, 5)
#endif
  od
}
