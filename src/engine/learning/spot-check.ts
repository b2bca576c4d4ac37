/**
 * What is learnt is asked again now and then: code that depends on something outside the state may have agreed with itself when a case was
 * new, and answer otherwise later.
 */

/** In a long search, one state in so many. */
const EVERY = 65536;

/** Whether the model is asked about the state of this turn as well: often at first, and later so seldom that it costs nothing to speak of. */
export const isSpotCheck = (turn: number): boolean => (turn & (turn - 1)) === 0 || turn % EVERY === 0;
