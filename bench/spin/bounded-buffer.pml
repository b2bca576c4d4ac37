/* The bounded buffer with P producers, C consumers (1 to 4 each) and K places, written from the rules of the textbook. The reference model of
 * bench/bounded-buffer.ts. The buffer is a number: two bits for each place, the oldest lowest. An item is 0, 1 or 2; what is held is the
 * item plus one, or 0.
 *
 * How it counts: as two-phase-commit.pml.
 */
#ifndef P
#define P 2
#endif
#ifndef C
#define C 2
#endif
#ifndef K
#define K 3
#endif

byte made[P], got[C]; /* what each holds */
bit blocked[P], starved[C]; /* it waits */
short buffer;
byte length;

#if P == 1
#define WAKE_PRODUCERS blocked[0] = 0
#elif P == 2
#define WAKE_PRODUCERS blocked[0] = 0; blocked[1] = 0
#elif P == 3
#define WAKE_PRODUCERS blocked[0] = 0; blocked[1] = 0; blocked[2] = 0
#elif P == 4
#define WAKE_PRODUCERS blocked[0] = 0; blocked[1] = 0; blocked[2] = 0; blocked[3] = 0
#endif
#if C == 1
#define WAKE_CONSUMERS starved[0] = 0
#elif C == 2
#define WAKE_CONSUMERS starved[0] = 0; starved[1] = 0
#elif C == 3
#define WAKE_CONSUMERS starved[0] = 0; starved[1] = 0; starved[2] = 0
#elif C == 4
#define WAKE_CONSUMERS starved[0] = 0; starved[1] = 0; starved[2] = 0; starved[3] = 0
#endif
#define MAKE(p, v) \
  :: d_step { made[p] == 0 -> made[p] = v + 1 }
#define PRODUCER(p) \
  MAKE(p, 0) MAKE(p, 1) MAKE(p, 2) \
  :: d_step { !blocked[p] && made[p] > 0 && length < K -> \
       buffer = buffer | ((made[p] - 1) << (2 * length)); length++; made[p] = 0; WAKE_CONSUMERS } \
  :: d_step { !blocked[p] && made[p] > 0 && length == K -> blocked[p] = 1 }
#define CONSUMER(c) \
  :: d_step { !starved[c] && got[c] == 0 && length > 0 -> \
       got[c] = (buffer & 3) + 1; buffer = buffer >> 2; length--; WAKE_PRODUCERS } \
  :: d_step { !starved[c] && got[c] == 0 && length == 0 -> starved[c] = 1 } \
  :: d_step { got[c] > 0 -> got[c] = 0 }

active proctype system() {
end: do
  PRODUCER(0)
#if P > 1
  PRODUCER(1)
#endif
#if P > 2
  PRODUCER(2)
#endif
#if P > 3
  PRODUCER(3)
#endif
  CONSUMER(0)
#if C > 1
  CONSUMER(1)
#endif
#if C > 2
  CONSUMER(2)
#endif
#if C > 3
  CONSUMER(3)
#endif
  od
}
