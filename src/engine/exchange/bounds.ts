/** How much of what comes from outside is read. A page stays alive with that much, and nobody steps through more by hand. */

/** Of a link and of a trace. */
export const MOST_STEPS = 20_000;
/** A link of so many steps has at most 31 bits for each. */
export const MOST_LINK_CHARACTERS = 131_072;
/** A trace of so many steps, with every state written out. */
export const MOST_TRACE_CHARACTERS = 16_777_216;
/** How deep brackets stand in one another: an ITF trace of the deepest kind of state has a dozen. */
export const MOST_TRACE_DEPTH = 64;
