/**
 * A scenario as an ordered list of pictures: what a reader without script sees, and what is printed.
 * Rendered by the build alone. Nothing in it can be operated, so nothing in it is brass.
 */
import type { MechanismWithRuns } from '../../engine/model.ts';
import { machine } from '../../engine/machine.ts';
import { Glyph, SystemMark } from './Glyph.tsx';
import { StoryLimb } from './Limb.tsx';
import { bounds, ending, narrate } from './narrate.ts';
import { beforeAt, logOf, trace, type Beat } from './trace.ts';
import { basisGlyphs, type Card, type Settings, type View } from './views.ts';

interface Props {
  readonly mechanism: MechanismWithRuns;
  readonly scenario: string;
  readonly card: Card;
  readonly view: View;
  readonly level: 1 | 2 | 3;
}

export function Storyboard({ mechanism, scenario, card, view, level }: Props) {
  const { model, scenarios } = mechanism;
  const told = scenarios[scenario];
  if (!told) throw new Error(`${model.id}: no scenario '${scenario}'; there are ${Object.keys(scenarios).join(', ')}`);
  const m = machine(mechanism, told.with);
  const beats = trace(m, logOf(m, told.steps));
  const end = ending(beats);
  const Heading = `h${level}` as 'h1' | 'h2' | 'h3';
  return (
    <>
      <header class="plate-head">
        <SystemMark mechanism={model.id} />
        <Heading class="plate-title">{model.title}</Heading>
        <p class="plate-basis">
          <Glyph name={basisGlyphs[card.basis]} /> {[card.basis, card.stands].filter(Boolean).join(', ')}
        </p>
      </header>
      <p class="story-title">{told.title}</p>
      <StoryLimb beats={beats} />
      <ol class="story">
        {beats.slice(1).map((beat, i) => (
          <Frame key={i} number={i + 1} beat={beat} before={beforeAt(beats, i + 1)} config={m.config} view={view} />
        ))}
      </ol>
      <p class={`story-end is-${end.word}`}>
        <Glyph name={end.word} /> {end.says}
      </p>
      <p class="plate-note">{bounds(m, card)}</p>
    </>
  );
}

interface FrameProps {
  readonly number: number;
  readonly beat: Beat;
  readonly before: Beat | undefined;
  readonly config: Settings;
  readonly view: View;
}

function Frame({ number, beat, before, config, view: { Picture } }: FrameProps) {
  const { strong, rest } = narrate(beat);
  return (
    <li class="frame">
      <p class="frame-says">
        <span class="frame-number">{number}</span>
        <span>
          <strong>{strong}</strong> {rest}
        </span>
      </p>
      <Picture
        now={beat.moment.state}
        before={before?.moment.state}
        broken={beat.moment.broken}
        caption={`after step ${number}`}
        config={config}
        step={number}
      />
    </li>
  );
}
