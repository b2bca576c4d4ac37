/**
 * The player: one mechanism on a plate, to be stepped, broken and checked. It draws the state of `usePlayer` in the
 * order in which a reader without eyes needs it: verdict, narration, picture, timeline and keys, actions, the rest.
 */
import type { MechanismWithRuns } from '../../engine/language.ts';
import { Actions } from './Actions.tsx';
import { provesAll } from './check.ts';
import { CheckPanel } from './CheckPanel.tsx';
import { CompactActions, lineOf } from './Compact.tsx';
import { commandOf, pressOf } from './keyboard.ts';
import { KeyList } from './KeyList.tsx';
import { Part } from './Part.tsx';
import { Band, Drive, Head, isBroken, Narration, Picture, type Level } from './Plate.tsx';
import { Properties } from './Properties.tsx';
import { Faults, RunSettings } from './Settings.tsx';
import type { AnswersFor } from './shared-link.ts';
import { SharePanel } from './SharePanel.tsx';
import { outcomeOf } from './useCheck.ts';
import { useFocusKept } from './useFocusKept.ts';
import { obey, usePlayer, type Player as State } from './usePlayer.ts';
import type { AnyView } from '../../drawing/view.ts';

export interface PlayerProps {
  readonly mechanism: MechanismWithRuns;
  readonly scenario: string;
  readonly view: AnyView;
  /** Of the heading that is its title. */
  readonly level: Level;
  /** Without settings, properties and check, for a page that is about something else. */
  readonly compact: boolean;
  readonly answers: AnswersFor;
}

export function Player({ mechanism, scenario, view, level, compact, answers }: PlayerProps) {
  const player = usePlayer(mechanism, scenario, answers);
  const plate = useFocusKept<HTMLElement>('.key-step');
  const outcome = outcomeOf(player.check.state);
  const line = compact ? lineOf(player) : undefined;
  const keyed = line?.keyed ?? player.groups.flatMap(({ open }) => open);
  const onKeyDown = (event: KeyboardEvent) => {
    const command = commandOf(pressOf(event));
    if (command && obey(command, player, keyed)) event.preventDefault();
  };
  return (
    <section
      class={compact ? 'player is-compact' : 'player'}
      aria-label={`${mechanism.model.title}, simulation`}
      tabIndex={-1}
      ref={plate}
      onKeyDown={onKeyDown}
    >
      <Head mechanism={mechanism} level={level} isBroken={isBroken(player)} isChecked={outcome !== undefined && provesAll(outcome)} />
      <Band player={player} view={view} />
      <Narration player={player} view={view} />
      {player.helpOpen && <KeyList close={player.does.help} />}
      <Picture {...player} view={view} />
      <Drive {...player} />
      {line ? <CompactActions {...player} {...line} /> : <Rest player={player} level={(level + 1) as 2 | 3 | 4} />}
    </section>
  );
}

interface RestProps {
  readonly player: State;
  readonly level: 2 | 3 | 4;
}

/** What only the whole plate has. */
function Rest({ player, level }: RestProps) {
  const { session, groups, does, check, speed } = player;
  const { m, history, scenario } = session;
  return (
    <>
      <Part area="actions" title="Actions" level={level} opened>
        <Actions groups={groups} choose={does.choose} />
      </Part>
      <Claims player={player} level={level} />
      <Part area="run" title="Run" level={level}>
        <RunSettings m={m} scenario={scenario} speed={speed} open={does.open} setSpeed={does.setSpeed} setParameter={does.set} />
      </Part>
      <Part area="check" title="Check" level={level}>
        <CheckPanel
          m={m}
          check={check}
          log={history.attempts.map(({ instance }) => instance)}
          position={history.position}
          show={does.show}
        />
      </Part>
      <Part area="share" title="Share" level={level}>
        <SharePanel session={session} open={does.load} />
      </Part>
    </>
  );
}

function Claims({ player, level }: Pick<RestProps, 'player' | 'level'>) {
  const { session, frame, seen, does, check } = player;
  const { m } = session;
  const { mechanism, config } = m;
  const faults = Object.keys(mechanism.faults);
  const on = faults.filter((name) => config[name] === true);
  return (
    <div class="claims">
      <Part area="properties" title="Properties" level={level}>
        <Properties mechanism={mechanism} broken={frame.snapshot.broken} seen={seen} found={outcomeOf(check.state)} />
      </Part>
      {faults.length > 0 && (
        <Part area="faults" title="Break it" note={`${on.length} of ${faults.length} on`} level={level}>
          <Faults m={m} set={does.set} />
        </Part>
      )}
    </div>
  );
}
