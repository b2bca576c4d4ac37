/** The actions of the compact player: a line of keys, one refused example with its reason, and the way to the whole one. */
import { useId, useMemo } from 'preact/hooks';
import type { EnabledAction, Refusal } from '../../engine/checker.ts';
import { Refused } from './Actions.tsx';
import { groupsOf, type Keyed } from './menu.ts';
import { capital, commandWords, needs } from './narrate.ts';
import { fragmentOf } from './shared-link.ts';
import type { Player as State } from './usePlayer.ts';

const MOST_KEYS = 6;
/** About what one line on the home page holds beside the way to the page of the simulation; a phone takes more lines. */
const MOST_CHARACTERS = 70;
/** What a key is wider than its words, in characters. */
const KEY_CHARACTERS = 6;

const name = (enabledAction: EnabledAction) => capital(commandWords(enabledAction));

/** At most so many keys as there is room for; at least one, so that there is always something to press. */
function fitting(enabled: readonly EnabledAction[], room: number): EnabledAction[] {
  let left = room;
  return enabled.filter((enabledAction, i) => {
    left -= name(enabledAction).length + KEY_CHARACTERS;
    return i === 0 || left >= 0;
  });
}

const whyOf = ({ because }: Refusal) => capital(needs(because.slice(0, 1)));

interface Line {
  /** What has a key, and its digit. */
  readonly keyed: readonly Keyed[];
  readonly refused: Refusal | undefined;
}

/** What stands on the line of actions. */
export function lineOf({ menus, next, faults }: Pick<State, 'menus' | 'next' | 'faults'>): Line {
  const groups = groupsOf(menus, next, faults, MOST_KEYS);
  const refused = groups.flatMap(({ examples }) => examples).sort((a, b) => whyOf(a).length - whyOf(b).length)[0];
  const taken = refused ? name(refused).length + KEY_CHARACTERS + whyOf(refused).length : 0;
  const enabled = groups.flatMap(({ open }) => open.map(({ enabledAction }) => enabledAction));
  return { keyed: fitting(enabled, MOST_CHARACTERS - taken).map((enabledAction, i) => ({ enabledAction, digit: i + 1 })), refused };
}

export function CompactActions({ session, actions, keyed, refused, isLinked }: Pick<State, 'session' | 'actions' | 'isLinked'> & Line) {
  return (
    <div class="compact-actions" role="group" aria-label="Actions">
      {keyed.map(({ enabledAction, digit }) => (
        <button
          key={enabledAction.instance}
          type="button"
          class="key"
          aria-keyshortcuts={String(digit)}
          onClick={() => actions.choose(enabledAction.instance)}
        >
          <span class="compact-digit">{digit}</span> {name(enabledAction)}
        </button>
      ))}
      {refused && <RefusedKey refusal={refused} choose={actions.choose} />}
      {isLinked && <More session={session} />}
    </div>
  );
}

/** To the run where the reader stands, on the page of the simulation. */
function More({ session }: Pick<State, 'session'>) {
  const { id } = session.m.mechanism.model;
  // A link is made from the whole log, so one that has not changed is not made again.
  const fragment = useMemo(() => fragmentOf(session), [session]);
  return (
    <a class="compact-more" href={`${import.meta.env.BASE_URL.replace(/\/$/, '')}/simulations/${id}/${fragment}`}>
      Open its page
    </a>
  );
}

function RefusedKey({ refusal, choose }: { readonly refusal: Refusal; readonly choose: (instance: number) => void }) {
  const why = useId();
  return (
    <>
      <button type="button" class="key is-refused" aria-describedby={why} onClick={() => choose(refusal.instance)}>
        {name(refusal)}
        <Refused />
      </button>
      <p class="compact-why" id={why}>
        {whyOf(refusal)}
      </p>
    </>
  );
}
