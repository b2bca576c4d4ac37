/* A task's capability space of three slots, one handle and one reuse of each slot, written from the rules of the model
 * themelios/capability-space: slots hold rights and come from a parent, revoke takes everything granted from a slot, a handle remembers the
 * generation of its slot. The reference model of src/mechanisms/themelios/capability-space/model.ts.
 *
 * How it counts: as two-phase-commit.pml. What is hidden is no part of a state.
 */
#define SLOTS 3
#define REUSES 1
#define NONE SLOTS
#define GRANT 4 /* read is 1, write is 2 */

bit live[SLOTS];
byte rights[SLOTS];
byte from[SLOTS] = NONE; /* the parent */
byte generation[SLOTS];
byte to = NONE, heldGeneration;
bit outlived, worked;

hidden byte each, doomed, grown;

#define INSERT(s, r) :: d_step { !live[s] -> live[s] = 1; rights[s] = r }
#define INSERTS(s) INSERT(s, 1) INSERT(s, 2) INSERT(s, 3) INSERT(s, 4) INSERT(s, 5) INSERT(s, 6) INSERT(s, 7)

#define GIVE(a, b, r) :: d_step { live[a] && (rights[a] & GRANT) && !live[b] && ((r) & rights[a]) == (r) -> live[b] = 1; rights[b] = r; from[b] = a }
#define GIVES(a, b) GIVE(a, b, 1) GIVE(a, b, 2) GIVE(a, b, 3) GIVE(a, b, 4) GIVE(a, b, 5) GIVE(a, b, 6) GIVE(a, b, 7)

/* doomed is a bit for each slot: those granted from a doomed one join until none does. */
#define REVOKE(s) \
  :: d_step { \
       live[s] && generation[0] < REUSES && generation[1] < REUSES && generation[2] < REUSES -> \
       doomed = 1 << s; grown = 0; \
       do \
       :: grown != doomed -> \
          grown = doomed; each = 0; \
          do \
          :: each < SLOTS -> \
             if \
             :: live[each] && from[each] != NONE && (doomed & (1 << from[each])) -> doomed = doomed | (1 << each) \
             :: else \
             fi; \
             each++ \
          :: else -> break \
          od \
       :: else -> break \
       od; \
       each = 0; \
       do \
       :: each < SLOTS -> \
          if \
          :: doomed & (1 << each) -> \
             live[each] = 0; rights[each] = 0; from[each] = NONE; generation[each]++; \
             if \
             :: to == each -> outlived = 1; worked = 0 \
             :: else \
             fi \
          :: else \
          fi; \
          each++ \
       :: else -> break \
       od; \
       each = 0; doomed = 0; grown = 0 \
     }

#define TAKE(s) :: d_step { live[s] -> to = s; heldGeneration = generation[s]; outlived = 0; worked = 0 }
#define USE(s) :: d_step { to == s && live[s] && generation[s] == heldGeneration -> worked = 1 }

#define SLOT(s) INSERTS(s) REVOKE(s) TAKE(s) USE(s)

active proctype space() {
end: do
  SLOT(0)
  SLOT(1)
  SLOT(2)
  GIVES(0, 1) GIVES(0, 2) GIVES(1, 0) GIVES(1, 2) GIVES(2, 0) GIVES(2, 1)
  od
}
