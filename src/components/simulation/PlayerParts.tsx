/** The parts that every form of the player has: head, narration, keys and timeline, band, picture. */
import type { MechanismWithRuns } from '../../engine/language.ts';
import { blamesAt } from '../../engine/checker.ts';
import { brokenWords } from '../../drawing/broken.ts';
import { Glyph, SystemMark } from '../../drawing/Glyph.tsx';
import type { Loop } from './history.ts';
import { Timeline, ReturnKey } from './Timeline.tsx';
import { blamed, capital, commandWords, counted, grouped, narrate } from './narrate.ts';
import { frameNow, lengthToTell, type Session } from './session.ts';
import { Toolbar } from './Toolbar.tsx';
import { beforeAt } from './trace.ts';
import type { Player as State } from './usePlayer.ts';
import { useKeptHeight } from './useKeptHeight.ts';
import { useStepBack } from './useStepBack.ts';
import type { AnyView } from '../../drawing/view.ts';
import { basisGlyphs, basisSays } from './basis.ts';

export type Level = 1 | 2 | 3;

interface HeadProps {
  readonly mechanism: MechanismWithRuns;
  readonly level: Level;
  readonly isBroken: boolean;
  readonly isChecked: boolean;
}

export function Head({ mechanism, level, isBroken, isChecked }: HeadProps) {
  const Heading = `h${level}` as const;
  return (
    <header class="player-head">
      <SystemMark mechanism={mechanism.model.id} />
      <Heading class="player-title">{mechanism.model.title}</Heading>
      <p class="player-basis">
        <Glyph name={basisGlyphs[mechanism.about.basis]} /> {basisSays(mechanism.about)}
      </p>
      <p class={`player-verdict is-${isBroken ? 'violated' : 'holds'}`}>
        <Glyph name={isBroken ? 'violated' : 'holds'} /> {isBroken ? 'Violated' : <Holding isChecked={isChecked} />}
      </p>
    </header>
  );
}

/** In every state of the model once that was checked, until then in this one. A phone has room for the action alone. */
function Holding({ isChecked }: { readonly isChecked: boolean }) {
  return (
    <span>
      <span class="verdict-subject">{isChecked ? 'Model checked, every property ' : 'Every property '}</span>
      <span class="verdict-word">holds</span>
      {isChecked ? '' : ' here'}
    </span>
  );
}

/** The promise that the loaded run never keeps. */
const neverKept = (session: Session): (Loop & { readonly breaks: string }) | undefined => {
  const { loop } = session.history;
  return loop?.breaks === undefined ? undefined : { ...loop, breaks: loop.breaks };
};

export const isBroken = ({ session, frame }: State): boolean => frame.snapshot.broken.length > 0 || neverKept(session) !== undefined;

interface Violation {
  readonly rule: string;
  readonly part: string;
}

/** What is violated, and which part of the state does it: in the words of the view, or else in the engine's. */
function violations({ session, frame }: Pick<State, 'session' | 'frame'>, view: AnyView): readonly Violation[] {
  const { m, frames } = session;
  const never = neverKept(session);
  const { snapshot } = frame;
  const found = blamesAt(m, snapshot).map((it) => ({ rule: it.rule, part: brokenWords(view, it, snapshot.state, m.config) ?? blamed(it) }));
  return never ? [...found, { rule: never.breaks, part: whyNever(never, frames.length - 1 - never.from) }] : found;
}

export function Band({ player, view }: { readonly player: State; readonly view: AnyView }) {
  const found = violations(player, view);
  if (found.length === 0) return null;
  return (
    <div class="band">
      {found.map(({ rule, part }) => (
        <div class="band-rule" key={rule}>
          <Glyph name="violated" />
          <p class="band-name">{capital(rule)}</p>
          <p class="band-part">{part}</p>
        </div>
      ))}
    </div>
  );
}

function whyNever({ from, of }: Loop, length: number): string {
  const whom = of === undefined ? '' : ` for ${of}`;
  if (length === 0) return `It never comes${whom}: the run ends after step ${from}.`;
  const these = length === 1 ? 'the last step' : `the last ${counted(length, 'step')}`;
  return `It never comes${whom}: after step ${from}, ${these} can go on for ever.`;
}

/** The step in a sentence, told as it comes; for the ear also what the band says to the eye, in full when it is new. */
export function Narration({ player, view }: { readonly player: State; readonly view: AnyView }) {
  const { session, frame, silent } = player;
  const { strong, rest } = narrate(frame);
  const { position } = session.history;
  const length = lengthToTell(session);
  const known = session.notice === undefined ? brokenBefore(session) : [];
  return (
    <div class="narration" aria-live={silent ? 'off' : 'polite'} aria-atomic="true">
      <p class="narration-step">
        Step {grouped(position)}
        {length !== undefined && <span class="narration-of"> of {grouped(length)}</span>}
      </p>
      <p class="narration-says">
        <strong>{strong}</strong> {rest} {session.notice && <span class="notice">{session.notice}</span>}
      </p>
      {violations(player, view).map(({ rule, part }) => (
        <p class="visually-hidden" key={rule}>
          {known.includes(rule) ? `Still violated: ${rule}.` : `Violated: ${rule}. ${part}`}
        </p>
      ))}
    </div>
  );
}

/** What was violated one step ago already, or for as long as this run is loaded. */
function brokenBefore({ history: { position, loop }, frames }: Session): readonly string[] {
  const before = frames[position - 1]?.snapshot.broken ?? [];
  return loop?.breaks === undefined ? before : [...before, loop.breaks];
}

export function Picture({ session: now, left, move, view }: Pick<State, 'session' | 'left' | 'move'> & { readonly view: AnyView }) {
  const { session, isBack, holder } = useStepBack(now, left, move);
  const { history, frames, m } = session;
  const { snapshot } = frameNow(session);
  useKeptHeight(holder, m);
  return (
    <div class={`picture${isBack ? ' moves-back' : move === 'on' ? ' moves-on' : ''}`} ref={holder}>
      <view.Picture
        now={snapshot.state}
        before={beforeAt(frames, history.position)?.snapshot.state}
        broken={blamesAt(m, snapshot)}
        caption={history.position === 0 ? 'at the start' : `after step ${history.position}`}
        config={m.config}
        step={history.position}
      />
    </div>
  );
}

export function Drive({ session, frame, menus, next, playing, helpOpen, actions }: State) {
  const { history, frames, undo } = session;
  const { position, attempts, left, loop } = history;
  const coming = menus.flatMap(({ enabled, refusals }) => [...enabled, ...refusals]).find(({ instance }) => instance === next);
  const isSkipped = attempts[position]?.skipped === true;
  return (
    <div class="drive">
      <Toolbar
        position={position}
        length={attempts.length}
        next={coming && `${isSkipped ? 'past the step that is skipped, ' : ''}${commandWords(coming)}`}
        playing={playing}
        helpOpen={helpOpen}
        go={actions.go}
        step={actions.step}
        play={actions.play}
        help={actions.help}
      />
      <Timeline frames={frames} position={position} left={left} loop={loop} go={actions.scrub} />
      <div class="drive-more">
        <button type="button" class="text-key" aria-disabled={position === 0} onClick={actions.skip}>
          {frame.skipped ? `Put step ${position} back` : position === 0 ? 'Skip a step' : `Skip step ${position}`}
        </button>
        {undo && (
          <button type="button" class="text-key" onClick={actions.undo}>
            {undo.isRedo ? 'Redo' : 'Undo'}: {undo.what}
          </button>
        )}
        {left && <ReturnKey left={left} press={actions.back} />}
      </div>
    </div>
  );
}
