/** What is true of a mechanism as a whole: a name, what holds now, and what held one step ago. */
import type { ComponentChildren } from 'preact';
import { Violated } from './Violated.tsx';
import { classes } from './words.ts';

export interface Fact {
  readonly name: string;
  readonly now: string | number;
  readonly was: string | number;
  /** Stands in a window, as the digits of an odometer do. */
  readonly isCount?: boolean;
  /** The most that it can be. */
  readonly of?: number;
  readonly isBroken?: boolean;
  /** Beside the value, in small. */
  readonly note?: ComponentChildren;
}

export function Facts({ caption, facts }: { readonly caption: string; readonly facts: readonly Fact[] }) {
  return (
    <table class="whole">
      <caption class="visually-hidden">{caption}</caption>
      <tbody>
        {facts.map(({ name, now, was, isCount, of, isBroken, note }) => (
          <tr key={name} class={classes(now !== was && 'is-changed', isBroken && 'is-broken')}>
            <th scope="row">
              {isBroken && <Violated />}
              {name}
            </th>
            <td>
              <span class={isCount ? classes('window', now !== was && 'is-changed') : undefined}>{now}</span>
              {of !== undefined && <span class="fact-of"> of {of}</span>}
              {now !== was && (
                <span class="was">
                  {of !== undefined && ','} was {was}
                </span>
              )}
              {note !== undefined && <span class="fact-note"> ({note})</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
