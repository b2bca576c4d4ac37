/* The bitmap of seven physical frames and two callers, written from the rules of the model themelios/frame-allocator: frame 0 is the
 * kernel's, frame 1 holds the bitmap, frames 2 to 5 are usable, frame 6 is the boot loader's until it is reclaimed. First fit, for one frame
 * and for two in a row. The reference model of src/mechanisms/themelios/frame-allocator/model.ts.
 *
 * How it counts: as two-phase-commit.pml.
 */
#define FRAMES 7
#define USABLE 60 /* frames 2 to 5 */
#define BITMAP 2
#define BOOT 64
#define READY 3

byte free; /* a bit for each frame */
byte holds[2];
byte count, boot; /* boot: 0 zeroed, 1 marked, 2 kept, READY */
bit owned, reclaimed;

hidden byte each;

#define FREE(f) (free & (1 << f))
#define BELOW(f) ((1 << f) - 1)
#define RUNS (free & (free >> 1)) /* a bit for each frame from which two are free */

#define FRAME(f, by) \
  :: d_step { boot == READY && FREE(f) && !(free & BELOW(f)) -> free = free - (1 << f); count--; holds[by] = holds[by] | (1 << f) } \
  :: d_step { boot == READY && !FREE(f) && (holds[by] & (1 << f)) -> free = free | (1 << f); count++; holds[by] = holds[by] - (1 << f) } \
  :: d_step { f + 1 < FRAMES && boot == READY && (RUNS & (1 << f)) && !(RUNS & BELOW(f)) -> \
       free = free - (3 << f); count = count - 2; holds[by] = holds[by] | (3 << f) }

#define CALLER(by) FRAME(0, by) FRAME(1, by) FRAME(2, by) FRAME(3, by) FRAME(4, by) FRAME(5, by) FRAME(6, by)

active proctype memory() {
end: do
  :: d_step { boot == 0 -> free = BITMAP + USABLE; boot = 1 }
  :: d_step { boot == 1 -> free = free - BITMAP; boot = 2 }
  :: d_step { boot == 2 ->
       each = 0;
       do
       :: each < FRAMES -> count = count + ((free >> each) & 1); each++
       :: else -> break
       od;
       boot = READY
     }
  :: d_step { !owned -> owned = 1 }
  :: d_step { boot == READY && owned && !reclaimed ->
       if
       :: !(free & BOOT) -> free = free | BOOT; count++
       :: else
       fi;
       reclaimed = 1
     }
  CALLER(0)
  CALLER(1)
  od
}
