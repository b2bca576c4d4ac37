/** The tables of a survey. A bar is beside its number and says nothing that the number does not. */
import type { ComponentChildren } from 'preact';
import type { Machine } from '../../../engine/checker.ts';
import type { Ending, FaultRow, Rarity, Share, SizeRow } from '../../../engine/whole-graph.ts';
import { Glyph } from '../../../drawing/Glyph.tsx';
import { spaced } from '../../../drawing/words.ts';
import { capital, counted, faultDoc, grouped } from '../narrate.ts';

/** A share of so many, with as many digits as tell it from nothing. */
export function percent(part: number, whole: number): string {
  if (part === 0) return 'never';
  const share = (100 * part) / whole;
  if (share < 0.1) return 'under 0.1 %';
  return `${share < 10 ? share.toFixed(1) : Math.round(share)} %`;
}

interface TableProps {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly children: ComponentChildren;
}

/** What may be wider than the page, and is scrolled with the keyboard too. */
export const Scroll = ({ label, children }: { readonly label: string; readonly children: ComponentChildren }) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without it a keyboard cannot scroll it
  <div class="survey-scroll" tabIndex={0} role="region" aria-label={label}>
    {children}
  </div>
);

const Table = ({ caption, heads, children }: TableProps) => (
  <Scroll label={caption}>
    <table class="survey-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </Scroll>
);

export function Rare({ states, exhaustive, levels, goals, actions, transitions }: Rarity) {
  const most = Math.max(...levels);
  const typical = levels.indexOf(most);
  return (
    <div class="survey-tables">
      <p class="survey-says">
        Most of {counted(states, 'state')}
        {exhaustive ? '' : ', which are not all,'} lie about {counted(typical, 'step')} from the start; {rarest(goals, states)}
      </p>
      <Table caption="States by the steps to them" heads={['Steps', 'States', 'Share']}>
        {levels.map((count, depth) => (
          <Shared key={depth} name={String(depth)} count={count} of={states} bar={count / most} />
        ))}
      </Table>
      {goals.length > 0 && (
        <Table caption="What is to be seen" heads={['It is so that', 'States', 'Share']}>
          {goals.map(({ name, states: count }) => (
            <Shared key={name} name={capital(name)} count={count} of={states} bar={count / states} />
          ))}
        </Table>
      )}
      <Table caption="Steps by action" heads={['Action', 'Steps', 'Share']}>
        {actions.map(({ name, states: count }) => (
          <Shared key={name} name={spaced(name)} count={count} of={transitions} bar={count / Math.max(1, transitions)} />
        ))}
      </Table>
    </div>
  );
}

function rarest(goals: readonly Share[], states: number): string {
  const [first] = goals.toSorted((a, b) => a.states - b.states);
  return first
    ? `the rarest that is to be seen is that ${first.name}: ${first.states === 0 ? 'never' : `in ${percent(first.states, states)}`}.`
    : '';
}

function Shared({ name, count, of, bar }: { readonly name: string; readonly count: number; readonly of: number; readonly bar: number }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="survey-number">{grouped(count)}</td>
      <td class="survey-bar">
        <span aria-hidden="true" style={{ inlineSize: `${(bar * 6).toFixed(2)}rem` }} /> {percent(count, of)}
      </td>
    </tr>
  );
}

export function Sizes({ m, rows }: { readonly m: Machine; readonly rows: readonly SizeRow[] }) {
  return (
    <Table caption="One size turned at a time" heads={['Size', 'States', 'Transitions', 'Depth', 'Verdict']}>
      {rows.map(({ parameter, value, isUsual, ending }) => (
        <tr key={`${parameter} ${value}`} class={isUsual ? 'is-here' : undefined}>
          <th scope="row">
            {m.mechanism.parameters[parameter]?.label ?? spaced(parameter)}: {value}
            {isUsual && <span class="survey-here"> as set</span>}
          </th>
          <td class="survey-number">{grouped(ending.states)}</td>
          <td class="survey-number">{grouped(ending.transitions)}</td>
          <td class="survey-number">{ending.depth}</td>
          <td>
            <Verdict {...ending} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** A fault is told once, under a letter; the table of twos has the letters. */
const letterOf = (i: number): string => String.fromCodePoint(65 + i);

export function Faults({ m, rows }: { readonly m: Machine; readonly rows: readonly FaultRow[] }) {
  const names = Object.keys(m.mechanism.faults);
  const endingOf = (...faults: readonly string[]) => rows.find((it) => it.faults.join() === faults.join())?.ending;
  return (
    <>
      <Table caption="Each fault alone" heads={['Letter', 'Fault', 'Verdict']}>
        {[[], ...names.map((name) => [name])].map((faults, i) => {
          const ending = endingOf(...faults);
          return (
            <tr key={faults.join()}>
              <th scope="row">{i === 0 ? '\u2013' : letterOf(i - 1)}</th>
              <td>{i === 0 ? 'No fault' : faultDoc(m.mechanism, faults[0]!)}</td>
              <td>{ending && <Verdict {...ending} />}</td>
            </tr>
          );
        })}
      </Table>
      {names.length > 1 && (
        <Table
          caption="Two together: how many steps to the first thing that breaks, and as which alone"
          heads={['With', ...names.slice(1).map((_, i) => letterOf(i + 1))]}
        >
          {names.slice(0, -1).map((one, i) => (
            <tr key={one}>
              <th scope="row">{letterOf(i)}</th>
              {names.slice(1).map((other, j) => (
                <td key={other}>
                  {j >= i && (
                    <Together
                      ending={endingOf(one, other)}
                      alone={[endingOf(one), endingOf(other)]}
                      letters={[letterOf(i), letterOf(j + 1)]}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </Table>
      )}
    </>
  );
}

interface TogetherProps {
  readonly ending: Ending | undefined;
  readonly alone: readonly [Ending | undefined, Ending | undefined];
  readonly letters: readonly [string, string];
}

function Together({ ending, alone: [a, b], letters }: TogetherProps) {
  if (!ending || !a || !b) return null;
  const { says, isNew } = besideAlone(ending, [a, b], letters);
  return isNew ? <strong>{says}</strong> : <>{says}</>;
}

/** What two faults do, beside what each does alone: in a word, and whether it is more. */
export function besideAlone(
  { breaks, steps, exhaustive }: Ending,
  alone: readonly [Ending, Ending],
  letters: readonly [string, string],
): { readonly says: string; readonly isNew: boolean } {
  const broken = alone.some((it) => it.breaks !== undefined);
  if (breaks === undefined) return { says: exhaustive ? 'nothing' : 'nothing so far', isNew: broken && exhaustive };
  const like = letters.filter((_, i) => alone[i]!.breaks === breaks && alone[i]!.steps === steps);
  if (like.length > 0) return { says: `${steps}, as ${like.join(' and ')}`, isNew: false };
  const same = alone.filter((it) => it.breaks === breaks);
  if (same.length === 0) return { says: `${steps}, what neither breaks alone: ${breaks}`, isNew: true };
  return { says: `${steps}, ${same.every((it) => steps < it.steps) ? 'sooner' : 'later'} than alone`, isNew: true };
}

function Verdict({ breaks, steps, isPromise, isStuck, exhaustive }: Ending) {
  if (breaks !== undefined)
    return (
      <span class="survey-verdict is-violated">
        <Glyph name="violated" /> {capital(breaks)}:{' '}
        {isPromise ? `never, on a run of ${counted(steps, 'step')}` : `broken after ${counted(steps, 'step')}`}
      </span>
    );
  if (isStuck)
    return (
      <span class="survey-verdict is-violated">
        <Glyph name="violated" /> gets stuck
      </span>
    );
  return exhaustive ? (
    <span class="survey-verdict is-holds">
      <Glyph name="holds" /> holds
    </span>
  ) : (
    <span class="survey-verdict">
      <Glyph name="planned" /> nothing found so far, not every state
    </span>
  );
}
