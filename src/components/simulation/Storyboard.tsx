/**
 * A scenario as an ordered list of pictures: what a reader without script sees, and what is printed.
 * Rendered by the build alone. Nothing in it can be operated, so nothing in it is brass.
 */
import type { MechanismWithRuns } from '../../engine/language.ts';
import { blamesAt, machine, type Machine } from '../../engine/checker.ts';
import { Glyph, SystemMark } from '../../drawing/Glyph.tsx';
import { StoryTimeline } from './Timeline.tsx';
import { bounds, ending, narrate } from './narrate.ts';
import { beforeAt, logOf, trace, type Frame } from './trace.ts';
import type { AnyView } from '../../drawing/view.ts';
import { basisGlyphs, basisSays } from './basis.ts';

interface Props {
  readonly mechanism: MechanismWithRuns;
  readonly scenario: string;
  readonly view: AnyView;
  readonly level: 1 | 2 | 3;
}

export function Storyboard({ mechanism, scenario, view, level }: Props) {
  const { model, scenarios } = mechanism;
  const told = scenarios[scenario];
  if (!told) throw new Error(`${model.id}: no scenario '${scenario}'; there are ${Object.keys(scenarios).join(', ')}`);
  const m = machine(mechanism, told.with);
  const frames = trace(m, logOf(m, told.steps));
  const end = ending(frames);
  const Heading = `h${level}` as 'h1' | 'h2' | 'h3';
  return (
    <>
      <header class="plate-head">
        <SystemMark mechanism={model.id} />
        <Heading class="plate-title">{model.title}</Heading>
        <p class="plate-basis">
          <Glyph name={basisGlyphs[mechanism.about.basis]} /> {basisSays(mechanism.about)}
        </p>
      </header>
      <p class="story-title">{told.title}</p>
      <StoryTimeline frames={frames} />
      <ol class="story">
        {frames.slice(1).map((frame, i) => (
          <Frame key={i} number={i + 1} frame={frame} before={beforeAt(frames, i + 1)} m={m} view={view} />
        ))}
      </ol>
      <p class={`story-end is-${end.word}`}>
        <Glyph name={end.word} /> {end.says}
      </p>
      <p class="plate-note">{bounds(m)}</p>
    </>
  );
}

interface FrameProps {
  readonly number: number;
  readonly frame: Frame;
  readonly before: Frame | undefined;
  readonly m: Machine;
  readonly view: AnyView;
}

function Frame({ number, frame, before, m, view: { Picture } }: FrameProps) {
  const { strong, rest } = narrate(frame);
  return (
    <li class="frame">
      <p class="frame-says">
        <span class="frame-number">{number}</span>
        <span>
          <strong>{strong}</strong> {rest}
        </span>
      </p>
      <Picture
        now={frame.snapshot.state}
        before={before?.snapshot.state}
        broken={blamesAt(m, frame.snapshot)}
        caption={`after step ${number}`}
        config={m.config}
        step={number}
      />
    </li>
  );
}
