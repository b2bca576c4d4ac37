/** Words of a lab that a page needs too: it must not load the schema for them. */

/** The word for a choice by which nothing refuses the step, nothing is broken by it, or no fault is on. */
export const NOTHING = 'nothing';
