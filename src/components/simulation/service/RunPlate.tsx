/** A run that is stepped through: its lanes, what waits where, and what else may happen at each point. */
import { useState } from 'preact/hooks';
import { Glyph, type GlyphName } from '../../../drawing/Glyph.tsx';
import { messageSays } from './client.ts';
import { holderSays } from './call-words.ts';
import type { ChannelNow } from './against-model.ts';
import type { JudgedRun } from './judged.ts';
import { Lanes } from './Lanes.tsx';

interface Props {
  readonly run: JudgedRun;
  /** Where a run that has just been made is begun to be read. */
  readonly from: number;
  /** Plays another run: this far as it is, then this choice; or to its end. */
  readonly take: (schedule: readonly string[], goesOn: boolean) => void;
}

export function RunPlate({ run, from, take }: Props) {
  const [position, go] = useState(from);
  const last = run.steps.length - 1;
  const step = run.steps[position]!;
  const choices = run.choices[position] ?? [];
  const sofar = run.steps.slice(1, position + 1).map((it) => it.choice!);
  const next = run.steps[position + 1]?.choice;
  return (
    <section class="service-run" aria-label="The run">
      <div class="edit-keys">
        <Move says="To the start" glyph="first" press={() => go(0)} isOff={position === 0} />
        <Move says="A step back" glyph="back" press={() => go(position - 1)} isOff={position === 0} />
        <Move says="A step on" glyph="forward" press={() => go(position + 1)} isOff={position === last} />
        <Move says="To the end" glyph="last" press={() => go(last)} isOff={position === last} />
        <p class="service-place" aria-live="polite">
          Step {position} of {last}: {step.says}.
        </p>
      </div>
      <div class="service-parts">
        <Lanes run={run} position={position} />
        <div class="service-beside">
          <Waiting channels={step.channels} />
          <section class="service-choices" aria-label="What may happen next">
            <p class="service-heading">What may happen next</p>
            {choices.length === 0 && (
              <p>{run.violation && position === last ? 'The run ends here, broken.' : 'Nothing: everybody is at rest.'}</p>
            )}
            <ul>
              {choices.map(({ id, says }) => (
                <li key={id}>
                  <button type="button" class="text-key" onClick={() => (id === next ? go(position + 1) : take([...sofar, id], false))}>
                    {says}
                  </button>
                  {id === next && <span class="service-as"> as in this run</span>}
                </li>
              ))}
            </ul>
            {choices.length > 0 && position === last && (
              <button type="button" class="key" onClick={() => take(sofar, true)}>
                Go on to the end
              </button>
            )}
          </section>
        </div>
      </div>
    </section>
  );
}

interface MoveProps {
  readonly says: string;
  readonly glyph: GlyphName;
  readonly press: () => void;
  readonly isOff: boolean;
}

/** A key that does nothing keeps the focus, so that nobody loses their place. */
const Move = ({ says, glyph, press, isOff }: MoveProps) => (
  <button type="button" class="key" aria-label={says} title={says} aria-disabled={isOff} onClick={() => !isOff && press()}>
    <Glyph name={glyph} />
  </button>
);

/** Of a channel of which both ends are closed nothing is left to tell. */
function Waiting({ channels }: { readonly channels: readonly ChannelNow[] }) {
  const rows = channels
    .filter(
      ({ name, ends }) => ends.some((it) => it.holder !== 'closed') && (name !== 'startup' || ends.some((it) => it.waiting.length > 0)),
    )
    .flatMap(({ name, ends }) => ends.map((it, side) => ({ ...it, end: `${name}.${side}` })));
  if (rows.length === 0) return <p class="service-place">Every channel has ended.</p>;
  return (
    <table class="service-waiting">
      <caption>Who holds which end, and what waits there</caption>
      <thead>
        <tr>
          <th scope="col">End</th>
          <th scope="col">Holder</th>
          <th scope="col">Waits there, oldest first</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ end, holder, waiting }) => (
          <tr key={end}>
            <th scope="row">{end}</th>
            <td>{holderSays(holder)}</td>
            <td>{waiting.map(messageSays).join('; ') || 'nothing'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
