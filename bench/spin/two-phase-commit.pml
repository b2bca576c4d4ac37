/* Two-phase commit with N resource managers (at most 8), written from the rules of the textbook: the reference model of bench/two-phase-commit.ts.
 *
 * How it counts: one process, one loop, every step one d_step of it. So control is at the head of the loop in every state that is stored,
 * the first of them is the initial state, and "states, stored" is the number of distinct states. Every step is one transition; a search
 * reports the first way into a state as stored and the others as matched, so stored - 1 + matched is the number of transitions.
 * Generate with -o2, or SPIN leaves variables that are only written out of the state; compile with -DNOREDUCE -DSAFETY.
 */
#ifndef N
#define N 5
#endif

#define WORKING 0
#define PREPARED 1
#define COMMITTED 2
#define ABORTED 3
#define COLLECTING 0

byte phase[N];
byte coordinator; /* COLLECTING, COMMITTED or ABORTED */
byte voted, counted; /* a bit for each manager */
bit commitSent, abortSent;

#define MANAGER(i) \
  :: d_step { coordinator == COLLECTING && (voted & (1 << i)) && !(counted & (1 << i)) -> counted = counted | (1 << i) } \
  :: d_step { phase[i] == WORKING -> phase[i] = PREPARED; voted = voted | (1 << i) } \
  :: d_step { phase[i] == WORKING -> phase[i] = ABORTED } \
  :: d_step { commitSent && phase[i] != COMMITTED -> phase[i] = COMMITTED } \
  :: d_step { abortSent && phase[i] != ABORTED -> phase[i] = ABORTED }

active proctype system() {
end: do
  :: d_step { coordinator == COLLECTING && counted == (1 << N) - 1 -> coordinator = COMMITTED; commitSent = 1 }
  :: d_step { coordinator == COLLECTING -> coordinator = ABORTED; abortSent = 1 }
  MANAGER(0)
  MANAGER(1)
#if N > 2
  MANAGER(2)
#endif
#if N > 3
  MANAGER(3)
#endif
#if N > 4
  MANAGER(4)
#endif
#if N > 5
  MANAGER(5)
#endif
#if N > 6
  MANAGER(6)
#endif
#if N > 7
  MANAGER(7)
#endif
  od
}
