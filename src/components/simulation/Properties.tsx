/** The sentences that are checked, each with its verdict where the reader stands. */
import type { Mechanism } from '../../engine/model.ts';
import { Glyph } from './Glyph.tsx';
import { capital } from './narrate.ts';

interface Props {
  readonly mechanism: Mechanism;
  readonly broken: readonly string[];
  /** At which tick each `sometimes` sentence was first true in this run. */
  readonly seen: ReadonlyMap<string, number | undefined>;
}

export function Properties({ mechanism: { model }, broken, seen }: Props) {
  return (
    <>
      <p class="property-kind">always</p>
      <ul class="properties">
        {Object.keys(model.always).map((rule) => (
          <Always key={rule} rule={rule} holds={!broken.includes(rule)} />
        ))}
      </ul>
      <p class="property-kind">sometimes</p>
      <ul class="properties">
        {Object.keys(model.sometimes).map((goal) => (
          <Sometimes key={goal} goal={goal} at={seen.get(goal)} />
        ))}
      </ul>
    </>
  );
}

function Always({ rule, holds }: { readonly rule: string; readonly holds: boolean }) {
  return (
    <li class={holds ? 'property' : 'property is-broken'}>
      <span class="property-says">{capital(rule)}</span>
      <span class={`property-verdict is-${holds ? 'holds' : 'violated'}`}>
        <span class="visually-hidden">{holds ? 'holds' : 'violated'}</span>
        <Glyph name={holds ? 'holds' : 'violated'} />
      </span>
    </li>
  );
}

function Sometimes({ goal, at }: { readonly goal: string; readonly at: number | undefined }) {
  return (
    <li class="property">
      <span class="property-says">{capital(goal)}</span>
      <span class="property-verdict">{at === undefined ? 'not yet' : at === 0 ? 'at the start' : `at step ${at}`}</span>
    </li>
  );
}
