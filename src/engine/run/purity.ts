/**
 * Model code is pure: what it tells follows from the state, its arguments and the configuration, and only effects assign. A search that is
 * exact depends on it, so code that is not pure is refused. These are the messages; whoever asks the code compares.
 */

/** `what` names a clause or a property, as in "The property 'x'". */
export const assigned = (what: string): Error =>
  new Error(`${what} assigns to the state. It may only read; what changes stands in the effect of an action.`);

/** `what` names an action or a property. */
export const wavered = (what: string): Error =>
  new Error(
    `${what} tells two different things of one state. It must depend on nothing but the state, its arguments and the configuration: ` +
      'on no row, set or number that is kept outside the state, and not on chance.',
  );
