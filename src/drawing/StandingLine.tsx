/** A line below a picture that says how one thing stands; changed or broken, it is marked as a row of a table is. */
import type { ComponentChildren } from 'preact';
import { classes } from './words.ts';

interface Props {
  readonly isChanged: boolean;
  readonly isBroken: boolean;
  /** A further class. */
  readonly is?: string | false;
  readonly children: ComponentChildren;
}

export function StandingLine({ isChanged, isBroken, is = false, children }: Props) {
  return <p class={classes('standing-line', isChanged && 'is-changed', isBroken && 'is-broken', is)}>{children}</p>;
}
