/**
 * The player: one mechanism, to be stepped, broken and checked. It draws the state of `usePlayer` in the
 * order in which a reader needs it, with eyes or without: verdict, narration, keys and timeline, picture, actions, the rest.
 */
import type { MechanismWithRuns } from '../../engine/language.ts';
import { Actions } from './Actions.tsx';
import { provesAll } from './check.ts';
import type * as Compact from './Compact.tsx';
import { CheckPanel } from './CheckPanel.tsx';
import { commandOf, pressOf, type Area } from './keyboard.ts';
import { Later } from './Later.tsx';
import { Part } from './Part.tsx';
import { Band, Drive, Head, isBroken, Narration, Picture, type Level } from './PlayerParts.tsx';
import { parameterSays } from './narrate.ts';
import { Goals, Properties } from './Properties.tsx';
import { SharePanel } from './SharePanel.tsx';
import { outcomeOf } from './useCheck.ts';
import { useFocusKept } from './useFocusKept.ts';
import { dispatch, usePlayer, type Around, type Player as State } from './usePlayer.ts';
import type { AnyView } from '../../drawing/view.ts';

/** What many readers never open. */
const loadKeyList = async () => (await import('./KeyList.tsx')).KeyList;
const loadFaults = async () => (await import('./Settings.tsx')).Faults;
const loadRunSettings = async () => (await import('./Settings.tsx')).RunSettings;

export interface PlayerProps extends Around {
  readonly mechanism: MechanismWithRuns;
  readonly scenario: string;
  readonly view: AnyView;
  /** Of the heading that is its title. */
  readonly level: Level;
  /** The line of actions that is all it has, without settings, properties and check, on a page that is about something else. */
  readonly line: typeof Compact | undefined;
  /** The page around it says what its head would say. */
  readonly headless: boolean;
  /** There is room for the parts beside the picture to stand open. */
  readonly wide: boolean;
}

export function Player({ mechanism, scenario, view, level, line: compact, headless, wide, answers, asked, heard }: PlayerProps) {
  const player = usePlayer(mechanism, scenario, { answers, asked, heard });
  const section = useFocusKept<HTMLElement>('.key-step');
  const outcome = outcomeOf(player.check.state);
  const line = compact?.lineOf(player);
  const keyed = line?.keyed ?? player.groups.flatMap(({ open }) => open);
  const onKeyDown = (event: KeyboardEvent) => {
    const command = commandOf(pressOf(event));
    if (!command) return;
    if (command.do === 'part' ? enterPart(section.current, command.area) : dispatch(command, player, keyed)) event.preventDefault();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its keys are those of the whole player, whatever part of it has the focus
    <section
      class={compact ? 'player is-compact' : 'player'}
      aria-label={`${mechanism.model.title}, simulation`}
      tabIndex={-1}
      ref={section}
      onKeyDown={onKeyDown}
    >
      {!headless && (
        <Head mechanism={mechanism} level={level} isBroken={isBroken(player)} isChecked={outcome !== undefined && provesAll(outcome)} />
      )}
      <div class="console">
        <Narration player={player} view={view} />
        <Drive {...player} />
      </div>
      <Band player={player} view={view} />
      {player.helpOpen && <Later load={loadKeyList} props={{ close: player.actions.help }} />}
      <Picture {...player} view={view} />
      {compact && line ? (
        <compact.CompactActions {...player} {...line} />
      ) : (
        asked?.parts !== 'look' && (
          <Rest player={player} level={(headless ? level : level + 1) as 2 | 3 | 4} wide={wide} isOpen={!asked || asked.parts === 'all'} />
        )
      )}
    </section>
  );
}

/** Opens or closes a part that folds, starts or pauses the check, or goes to the first key of what stands open; false without such a part. */
function enterPart(player: HTMLElement | null, area: Area): boolean {
  const part = player?.querySelector(`.part-${area}`);
  const fold = part?.querySelector<HTMLElement>('.part-fold');
  const isFolding = fold?.checkVisibility() === true;
  const first = part?.querySelector<HTMLElement>('.part-body .key');
  if (isFolding && (area !== 'check' || fold.getAttribute('aria-expanded') === 'false')) fold.click();
  (isFolding ? fold : first)?.focus();
  if (area === 'check') first?.click();
  return part != null;
}

/** Characters that fit beside the longest title. */
const MOST_NOTE = 12;

interface RestProps {
  readonly player: State;
  readonly level: 2 | 3 | 4;
  readonly wide: boolean;
  /** The model can be set, checked and shared. */
  readonly isOpen: boolean;
}

/** What only the whole player has. */
function Rest({ player, level, wide, isOpen }: RestProps) {
  const { session, groups, next, actions, check } = player;
  const { m, history } = session;
  return (
    <>
      <Part area="actions" title="Actions" level={level} opened>
        <Actions groups={groups} next={next} choose={actions.choose} />
      </Part>
      <Claims player={player} level={level} wide={wide} isOpen={isOpen} />
      {isOpen && (
        <div class="foot">
          <Part area="check" title="Check" level={level}>
            <CheckPanel m={m} check={check} attempts={history.attempts} position={history.position} show={actions.show} set={actions.set} />
          </Part>
          <Part area="share" title="Share" level={level}>
            <SharePanel session={session} open={actions.load} isLinked={player.isLinked} />
          </Part>
        </div>
      )}
    </>
  );
}

/** What is beside the picture at the end: each says in its title how it stands, so a closed one tells as much. */
function Claims({ player, level, wide, isOpen }: RestProps) {
  const { session, frame, seen, actions, check, speed } = player;
  const { m, origin } = session;
  const { mechanism, config } = m;
  const { broken } = frame.snapshot;
  const faults = Object.keys(mechanism.faults);
  const on = faults.filter((name) => config[name] === true);
  const sentences = Object.keys(mechanism.model.always).length;
  const goals = Object.keys(mechanism.model.sometimes);
  const found = outcomeOf(check.state);
  const size = sizeOf(m);
  return (
    <div class="claims">
      <Part
        area="properties"
        title="Properties"
        note={found && provesAll(found) ? 'hold in every state' : `${sentences - broken.length} of ${sentences} hold`}
        level={level}
        opened={wide}
        wanted={broken.length > 0}
      >
        <Properties mechanism={mechanism} broken={broken} found={found} />
      </Part>
      {goals.length > 0 && (
        <Part
          area="goals"
          title="To be seen"
          note={`${goals.filter((goal) => seen.get(goal) !== undefined).length} of ${goals.length}`}
          level={level}
          opened={wide}
        >
          <Goals goals={goals} seen={seen} found={found} />
        </Part>
      )}
      {isOpen && faults.length > 0 && (
        <Part area="faults" title="Break it" note={`${on.length === 0 ? 'none' : on.length} of ${faults.length} on`} level={level} late>
          <Later load={loadFaults} props={{ m, set: actions.set }} />
        </Part>
      )}
      {isOpen && (
        <Part area="run" title="Scenario and size" {...(size !== undefined && { note: size })} level={level} late>
          <Later
            load={loadRunSettings}
            props={{
              m,
              origin,
              speed,
              open: actions.open,
              startOver: actions.startOver,
              setSpeed: actions.setSpeed,
              setParameter: actions.set,
            }}
          />
        </Part>
      )}
    </div>
  );
}

/** The first parameter, as `slots 3`, if its name is short enough for a title. */
function sizeOf(m: State['session']['m']): string | undefined {
  const [first] = Object.keys(m.mechanism.parameters);
  const says = first === undefined ? undefined : parameterSays(m, first, Number(m.config[first]));
  return says !== undefined && says.length <= MOST_NOTE ? says : undefined;
}
