/** The parts of the plate that every form of the player has: head, band, narration, picture, limb and keys. */
import type { Mechanism } from '../../engine/model.ts';
import { blame } from '../../engine/blame.ts';
import { Glyph, SystemMark } from './Glyph.tsx';
import type { Loop } from './history.ts';
import { Limb, ReturnKey } from './Limb.tsx';
import { blamed, capital, counted, deed, narrate } from './narrate.ts';
import type { Session } from './session.ts';
import { Toolbar } from './Toolbar.tsx';
import { beforeAt } from './trace.ts';
import type { Player as State } from './usePlayer.ts';
import { basisGlyphs, type Card, type View } from './views.ts';

export type Level = 1 | 2 | 3;

interface HeadProps {
  readonly mechanism: Mechanism;
  readonly card: Card;
  readonly level: Level;
  readonly isBroken: boolean;
  readonly isChecked: boolean;
}

export function Head({ mechanism, card, level, isBroken, isChecked }: HeadProps) {
  const Heading = `h${level}` as const;
  return (
    <header class="plate-head">
      <SystemMark mechanism={mechanism.model.id} />
      <Heading class="plate-title">{mechanism.model.title}</Heading>
      <p class="plate-basis">
        <Glyph name={basisGlyphs[card.basis]} /> {[card.basis, card.stands].filter(Boolean).join(', ')}
      </p>
      <p class={`plate-verdict is-${isBroken ? 'violated' : 'holds'}`}>
        <Glyph name={isBroken ? 'violated' : 'holds'} /> {isBroken ? 'Violated' : <Holding isChecked={isChecked} />}
      </p>
    </header>
  );
}

/** In every state of the model once that was checked, until then in this one. A phone has room for the verb alone. */
function Holding({ isChecked }: { readonly isChecked: boolean }) {
  return (
    <span>
      <span class="verdict-subject">{isChecked ? 'Model checked, every property ' : 'Every property '}</span>
      <span class="verdict-verb">holds</span>
      {isChecked ? '' : ' here'}
    </span>
  );
}

/** The promise that the loaded run never keeps. */
const neverKept = (session: Session): (Loop & { readonly breaks: string }) | undefined => {
  const { loop } = session.history;
  return loop?.breaks === undefined ? undefined : { ...loop, breaks: loop.breaks };
};

export const isBroken = ({ session, beat }: State): boolean => beat.moment.broken.length > 0 || neverKept(session) !== undefined;

/** What is violated, and which part of the state does it: in the words of the view, or else in the engine's. */
export function Band({ player: { session, beat }, view }: { readonly player: State; readonly view: View }) {
  const { m, history, beats } = session;
  const { broken, state, words } = beat.moment;
  const never = neverKept(session);
  if (broken.length === 0 && !never) return null;
  const part = (rule: string) => {
    m.words.set(words);
    return view.explain(rule, state) ?? blamed(blame(m, rule));
  };
  return (
    <div class="band">
      {broken.map((rule) => (
        <Broken key={rule} rule={rule} part={part(rule)} />
      ))}
      {never && <Broken rule={never.breaks} part={whyNever(never, beats.length - 1 - never.from)} key={`${history.attempts.length}`} />}
    </div>
  );
}

function whyNever({ from, of }: Loop, length: number): string {
  const whom = of === undefined ? '' : ` for ${of}`;
  if (length === 0) return `It never comes${whom}: the run ends after step ${from}.`;
  const these = length === 1 ? 'the last step' : `the last ${counted(length, 'step')}`;
  return `It never comes${whom}: after step ${from}, ${these} can go on for ever.`;
}

function Broken({ rule, part }: { readonly rule: string; readonly part: string }) {
  return (
    <div class="band-rule">
      <Glyph name="violated" />
      <p class="band-name">{capital(rule)}</p>
      <p class="band-part">{part}</p>
    </div>
  );
}

export function Narration({ session, beat, playing, still }: Pick<State, 'session' | 'beat' | 'playing' | 'still'>) {
  const { strong, rest } = narrate(beat);
  const { position, attempts } = session.history;
  // Faster than it can be read aloud, the region keeps silent until the run stands.
  return (
    <div class="narration" aria-live={playing && still ? 'off' : 'polite'} aria-atomic="true">
      <p class="narration-step">
        Step {position}
        <span class="narration-of"> of {attempts.length}</span>
      </p>
      <p class="narration-says">
        <strong>{strong}</strong> {rest} {session.notice && <span class="notice">{session.notice}</span>}
      </p>
    </div>
  );
}

export function Picture({ session, beat, view }: Pick<State, 'session' | 'beat'> & { readonly view: View }) {
  const { history, beats, m } = session;
  return (
    <div class="picture">
      <view.Picture
        now={beat.moment.state}
        before={beforeAt(beats, history.position)?.moment.state}
        broken={beat.moment.broken}
        caption={`${m.mechanism.model.title} after step ${history.position}`}
        step={history.position}
      />
    </div>
  );
}

export function Drive({ session, beat, menus, next, playing, helpOpen, does }: State) {
  const { history, beats, undo } = session;
  const { position, attempts, left, loop } = history;
  const coming = menus.flatMap(({ offers, refusals }) => [...offers, ...refusals]).find(({ choice }) => choice === next);
  const isSkipped = attempts[position]?.struck === true;
  return (
    <div class="drive">
      <Limb beats={beats} position={position} left={left} loop={loop} go={does.scrub} />
      <Toolbar
        position={position}
        length={attempts.length}
        next={coming && `${isSkipped ? 'past what is struck out, ' : ''}${deed(coming)}`}
        playing={playing}
        helpOpen={helpOpen}
        go={does.go}
        step={does.step}
        play={does.play}
        help={does.help}
      />
      <div class="drive-more">
        <button type="button" class="text-key" aria-disabled={position === 0} onClick={does.strike}>
          {beat.struck ? `Put step ${position} back` : position === 0 ? 'Strike out a step' : `Strike out step ${position}`}
        </button>
        {undo && (
          <button type="button" class="text-key" onClick={does.undo}>
            {undo.isRedo ? 'Redo' : 'Undo'}: {undo.what}
          </button>
        )}
        {left && <ReturnKey left={left} press={does.back} />}
      </div>
    </div>
  );
}
