/**
 * The player: one mechanism on a plate, to be stepped, broken and checked. It draws the state of `usePlayer` in the
 * order in which a reader without eyes needs it: verdict, narration, picture, limb and keys, actions, the rest.
 */
import type { Mechanism } from '../../engine/model.ts';
import { Actions } from './Actions.tsx';
import { CheckPanel } from './CheckPanel.tsx';
import { Glyph, SystemMark } from './Glyph.tsx';
import { commandOf, pressOf } from './keyboard.ts';
import { KeyList } from './KeyList.tsx';
import { Limb, ReturnKey } from './Limb.tsx';
import { capital, narrate, phrase, spaced } from './narrate.ts';
import { Part } from './Part.tsx';
import { Properties } from './Properties.tsx';
import { Faults, RunSettings } from './Settings.tsx';
import { Toolbar } from './Toolbar.tsx';
import { beforeAt } from './trace.ts';
import { provesAll } from './useCheck.ts';
import { useFocusKept } from './useFocusKept.ts';
import { obey, usePlayer, type Player as State } from './usePlayer.ts';
import { basisGlyphs, type Card, type View } from './views.ts';

export interface PlayerProps {
  readonly mechanism: Mechanism;
  readonly scenario: string;
  readonly card: Card;
  readonly view: View;
  readonly level: 2 | 3;
}

export function Player({ mechanism, scenario, card, view, level }: PlayerProps) {
  const player = usePlayer(mechanism, scenario);
  const plate = useFocusKept<HTMLElement>('.key-step');
  const { session, beat, groups, does } = player;
  const { history, beats } = session;
  const { moment } = beat;
  const { title } = mechanism.model;
  const sub = level === 2 ? 3 : 4;
  const onKeyDown = (event: KeyboardEvent) => {
    const command = commandOf(pressOf(event));
    if (command && obey(command, player)) event.preventDefault();
  };
  return (
    <section
      class={player.still ? 'player is-still' : 'player'}
      aria-label={`${title}, simulation`}
      tabIndex={-1}
      ref={plate}
      onKeyDown={onKeyDown}
    >
      <Head mechanism={mechanism} card={card} level={level} broken={moment.broken} isChecked={provesAll(player.check.state)} />
      {moment.broken.length > 0 && <Band broken={moment.broken} explain={(rule) => view.explain(rule, moment.state)} />}
      <Narration {...player} />
      {player.helpOpen && <KeyList close={does.help} />}
      <div class="picture">
        <view.Picture
          now={moment.state}
          before={beforeAt(beats, history.position)?.moment.state}
          broken={moment.broken}
          caption={`${title} after step ${history.position}`}
        />
      </div>
      <Drive {...player} />
      <Part area="actions" title="Actions" level={sub} opened>
        <Actions groups={groups} choose={does.choose} />
      </Part>
      <Claims mechanism={mechanism} player={player} level={sub} />
      <Part area="run" title="Run" level={sub}>
        <RunSettings
          m={session.m}
          labels={card.knobs}
          scenario={session.scenario}
          speed={player.speed}
          open={does.open}
          setSpeed={does.setSpeed}
          setKnob={does.set}
        />
      </Part>
      <Part area="check" title="Check" level={sub}>
        <CheckPanel
          m={session.m}
          card={card}
          check={player.check}
          log={history.attempts.map(({ choice }) => choice)}
          position={history.position}
          show={does.show}
        />
      </Part>
    </section>
  );
}

interface HeadProps extends Pick<PlayerProps, 'mechanism' | 'card' | 'level'> {
  readonly broken: readonly string[];
  readonly isChecked: boolean;
}

function Head({ mechanism, card, level, broken, isChecked }: HeadProps) {
  const Heading = `h${level}` as const;
  const holds = broken.length === 0;
  return (
    <header class="plate-head">
      <SystemMark mechanism={mechanism.model.id} />
      <Heading class="plate-title">{mechanism.model.title}</Heading>
      <p class="plate-basis">
        <Glyph name={basisGlyphs[card.basis]} /> {[card.basis, card.stands].filter(Boolean).join(', ')}
      </p>
      <p class={`plate-verdict is-${holds ? 'holds' : 'violated'}`}>
        <Glyph name={holds ? 'holds' : 'violated'} /> {holds ? <Holding isChecked={isChecked} /> : 'Violated'}
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

function Band({ broken, explain }: { readonly broken: readonly string[]; readonly explain: (rule: string) => string | undefined }) {
  return (
    <div class="band">
      {broken.map((rule) => (
        <div class="band-rule" key={rule}>
          <Glyph name="violated" />
          <p class="band-name">{capital(rule)}</p>
          <p class="band-part">{explain(rule) ?? 'It does not hold in this state.'}</p>
        </div>
      ))}
    </div>
  );
}

function Narration({ session, beat, playing, still }: Pick<State, 'session' | 'beat' | 'playing' | 'still'>) {
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

function Drive({ session, menus, next, playing, helpOpen, does }: State) {
  const { history, beats } = session;
  const coming = menus.flatMap(({ offers, refusals }) => [...offers, ...refusals]).find(({ choice }) => choice === next);
  return (
    <div class="drive">
      <Limb beats={beats} position={history.position} left={history.left} go={does.scrub} />
      <Toolbar
        position={history.position}
        length={history.attempts.length}
        next={coming && `${spaced(coming.verb)} ${phrase(coming)}`}
        playing={playing}
        helpOpen={helpOpen}
        go={does.go}
        step={does.step}
        play={does.play}
        help={does.help}
      />
      {history.left && <ReturnKey left={history.left} press={does.back} />}
    </div>
  );
}

function Claims({ mechanism, player, level }: { readonly mechanism: Mechanism; readonly player: State; readonly level: 3 | 4 }) {
  const { session, beat, seen, does } = player;
  const faults = Object.keys(mechanism.faults);
  const on = faults.filter((name) => session.m.config[name] === true);
  return (
    <div class="claims">
      <Part area="properties" title="Properties" level={level}>
        <Properties mechanism={mechanism} broken={beat.moment.broken} seen={seen} />
      </Part>
      {faults.length > 0 && (
        <Part area="faults" title="Break it" note={`${on.length} of ${faults.length} on`} level={level}>
          <Faults m={session.m} set={does.set} />
        </Part>
      )}
    </div>
  );
}
