/** The sentences that are checked, each with its verdict where the reader stands, or, for `eventually`, over all runs. */
import type { ComponentChildren } from 'preact';
import type { Mechanism } from '../../engine/language.ts';
import { livenessPropertyVerdict, type Outcome } from './check.ts';
import { Glyph } from '../../drawing/Glyph.tsx';
import { capital } from './narrate.ts';

interface Props {
  readonly mechanism: Mechanism;
  readonly broken: readonly string[];
  /** What the last whole search found with these settings. */
  readonly found: Outcome | undefined;
}

export function Properties({ mechanism: { model }, broken, found }: Props) {
  const liveness = Object.keys(model.eventually ?? {});
  return (
    <>
      <Kind name="always">
        {Object.keys(model.always).map((rule) => (
          <Judged key={rule} says={rule} verdict={broken.includes(rule) ? 'violated' : 'holds'} />
        ))}
      </Kind>
      {liveness.length > 0 && (
        <Kind name="eventually">
          {liveness.map((livenessProperty) => (
            <Judged key={livenessProperty} says={livenessProperty} verdict={livenessPropertyVerdict(liveness, livenessProperty, found)} />
          ))}
        </Kind>
      )}
    </>
  );
}

interface GoalsProps extends Pick<Props, 'found'> {
  readonly goals: readonly string[];
  /** At which step each `sometimes` sentence was first true in this run. */
  readonly seen: ReadonlyMap<string, number | undefined>;
}

export function Goals({ goals, seen, found }: GoalsProps) {
  return (
    <ul class="properties">
      {goals.map((goal) => (
        <Sometimes key={goal} goal={goal} at={seen.get(goal)} isReached={found?.unseen.includes(goal) === false} />
      ))}
    </ul>
  );
}

function Kind({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <>
      <p class="property-kind">{name}</p>
      <ul class="properties">{children}</ul>
    </>
  );
}

interface JudgedProps {
  readonly says: string;
  /** Undefined: only a search over all runs can say, and there was none. */
  readonly verdict: 'holds' | 'violated' | undefined;
}

function Judged({ says, verdict }: JudgedProps) {
  return (
    <li class={verdict === 'violated' ? 'property is-broken' : 'property'}>
      <span class="property-says">{capital(says)}</span>
      {verdict ? (
        <span class={`property-verdict is-${verdict}`}>
          <span class="visually-hidden">{verdict}</span>
          <Glyph name={verdict} />
        </span>
      ) : (
        <span class="property-verdict">not checked</span>
      )}
    </li>
  );
}

interface SometimesProps {
  readonly goal: string;
  readonly at: number | undefined;
  /** A search has seen it, though this run has not. */
  readonly isReached: boolean;
}

function Sometimes({ goal, at, isReached }: SometimesProps) {
  const here = at === undefined ? (isReached ? 'elsewhere' : 'not yet') : at === 0 ? 'at the start' : `at step ${at}`;
  return (
    <li class="property">
      <span class="property-says">{capital(goal)}</span>
      <span class="property-verdict">{here}</span>
    </li>
  );
}
