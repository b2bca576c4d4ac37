/* zinit and eight units of Zero-OS with one mishap, written from the rules of the model zos/boot-graph and the units of the repository: a unit is
 * started when all that it comes after is up, a one-shot when it has ended well and any other when it runs; a daemon with a test runs once the
 * test has passed, which is tried until it does; a one-shot is not run again, and a daemon that has ended is looked at again; before anything has
 * started, a package may add one line to one unit, unless that closes a circle. The reference model of src/mechanisms/zos/boot-graph/model.ts.
 *
 * How it counts: as two-phase-commit.pml.
 */
#define UNITS 8
#define NONE UNITS

#define NODE_READY 0
#define INTERNET 1
#define STORAGED 2
#define BOOT 3
#define IDENTITYD 4
#define NETWORKD 5
#define FLISTD 6
#define PROVISIOND 7

#define BIT(u) (1 << (u))
#define IS_ONE_SHOT(u) (u == NODE_READY || u == INTERNET || u == BOOT)
#define HAS_TEST(u) (u == STORAGED || u == IDENTITYD || u == NETWORKD)

/* What stands in the units, a bit for each; and all that a unit waits for, by way of others too. */
#define AFTER(u) \
  (u == STORAGED -> BIT(NODE_READY) : \
  (u == BOOT -> BIT(NODE_READY) + BIT(STORAGED) + BIT(INTERNET) : \
  (u == IDENTITYD || u == NETWORKD -> BIT(BOOT) : \
  (u == FLISTD -> BIT(BOOT) + BIT(IDENTITYD) : \
  (u == PROVISIOND -> BIT(BOOT) + BIT(FLISTD) + BIT(NETWORKD) : 0)))))
#define UP_TO_BOOT (BIT(NODE_READY) + BIT(INTERNET) + BIT(STORAGED) + BIT(BOOT))
#define WAITS_FOR(u) \
  (u == STORAGED -> BIT(NODE_READY) : \
  (u == BOOT -> BIT(NODE_READY) + BIT(STORAGED) + BIT(INTERNET) : \
  (u == IDENTITYD || u == NETWORKD -> UP_TO_BOOT : \
  (u == FLISTD -> UP_TO_BOOT + BIT(IDENTITYD) : \
  (u == PROVISIOND -> BIT(PROVISIOND) - 1 : 0)))))

#define BLOCKED 0
#define SPAWNED 1
#define RUNNING 2
#define SUCCESS 3
#define ERROR 4

byte is[UNITS];
bit works[UNITS]; /* what its test looks for is there, or the one-shot has ended */
byte to = NONE, line = NONE; /* the line that was added: this unit, after that one */
bit mishap = 1; /* one is left */

#define IS_UP(u) (is[u] == (IS_ONE_SHOT(u) -> SUCCESS : RUNNING))
#define HAS(u, v) (!(AFTER(u) & BIT(v)) || IS_UP(v))
#define MAY_START(u) \
  (is[u] == BLOCKED && HAS(u, 0) && HAS(u, 1) && HAS(u, 2) && HAS(u, 3) && HAS(u, 4) && HAS(u, 5) && HAS(u, 6) && HAS(u, 7) && \
  (to != u || IS_UP(line)))
#define NOTHING_STARTED \
  (is[0] == BLOCKED && is[1] == BLOCKED && is[2] == BLOCKED && is[3] == BLOCKED && \
  is[4] == BLOCKED && is[5] == BLOCKED && is[6] == BLOCKED && is[7] == BLOCKED)

#define ADD(u, v) \
  :: d_step { NOTHING_STARTED && to == NONE && u != v && !(AFTER(u) & BIT(v)) && !(WAITS_FOR(v) & BIT(u)) -> to = u; line = v }
#define ADDS(u) ADD(u, 0) ADD(u, 1) ADD(u, 2) ADD(u, 3) ADD(u, 4) ADD(u, 5) ADD(u, 6) ADD(u, 7)

#define STARTS(u, state) \
  :: d_step { MAY_START(u) -> is[u] = state }
#define ONE_SHOT(u) \
  STARTS(u, RUNNING) \
  :: d_step { is[u] == RUNNING -> is[u] = SUCCESS; works[u] = 1 } \
  :: d_step { is[u] == RUNNING && mishap -> is[u] = ERROR; works[u] = 1; mishap = 0 }
#define STOPS(u) \
  :: d_step { (is[u] == SPAWNED || is[u] == RUNNING) && mishap -> is[u] = SUCCESS; works[u] = 0; mishap = 0 } \
  :: d_step { (is[u] == SPAWNED || is[u] == RUNNING) && mishap -> is[u] = ERROR; works[u] = 0; mishap = 0 } \
  :: d_step { is[u] == SUCCESS || is[u] == ERROR -> is[u] = BLOCKED }
#define DAEMON(u) \
  STARTS(u, RUNNING) \
  STOPS(u)
#define TESTED(u) \
  STARTS(u, SPAWNED) \
  STOPS(u) \
  :: d_step { (is[u] == SPAWNED || is[u] == RUNNING) && !works[u] -> works[u] = 1 } \
  :: d_step { is[u] == SPAWNED && !works[u] -> skip } /* the test, in vain */ \
  :: d_step { is[u] == SPAWNED && works[u] -> is[u] = RUNNING }

active proctype zinit() {
end: do
  ADDS(0)
  ADDS(1)
  ADDS(2)
  ADDS(3)
  ADDS(4)
  ADDS(5)
  ADDS(6)
  ADDS(7)
  ONE_SHOT(NODE_READY)
  ONE_SHOT(INTERNET)
  ONE_SHOT(BOOT)
  DAEMON(FLISTD)
  DAEMON(PROVISIOND)
  TESTED(STORAGED)
  TESTED(IDENTITYD)
  TESTED(NETWORKD)
  od
}
