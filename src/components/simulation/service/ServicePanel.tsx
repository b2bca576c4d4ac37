/** A service as its writer meets it: the text, the keys, the clients that play, the run, and what every order gives. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { FlawLine, Key, type Flaws } from '../edit/EditPanel.tsx';
import type { Flaw, Told } from '../edit/language.ts';
import { LinkPanel } from '../edit/LinkPanel.tsx';
import { CheckOfOrders } from './CheckOfOrders.tsx';
import { saysOf } from './client.ts';
import { casts } from './clients.ts';
import type { Explored } from './explore.ts';
import type { JudgedRun } from './judged.ts';
import { ListSetting } from './ListSetting.tsx';
import { RunPlate } from './RunPlate.tsx';
import { shippedServices } from './shipped.ts';
import type { ServiceWorkshop } from './workshop.ts';
import { LETTERS, type Setup } from './world.ts';

interface Props {
  readonly workshop: ServiceWorkshop;
  readonly text: string;
  /** Where the text comes from, when it is not the shipped one. */
  readonly from: string | undefined;
  /** Opens another shipped service. */
  readonly open: (id: string) => void;
}

interface Shown {
  readonly run: JudgedRun;
  /** Which run it is, so that another is read from where it should be. */
  readonly turn: number;
  /** What it is a run of. */
  readonly text: string;
}

interface Check {
  readonly explored: Explored;
  readonly isDone: boolean;
  readonly text: string;
}

export function ServicePanel({ workshop, text, from, open }: Props) {
  const { shipped } = workshop;
  const [cast, setCast] = useState(casts[shipped.id][1]!.id);
  const [room, setRoom] = useState(2);
  const [changes, setChanges] = useState(0);
  const setup: Setup = { clients: casts[shipped.id].find(({ id }) => id === cast)!.clients, room };
  const { says, shown, check, play, playOn, look, clear } = useRuns(workshop, setup, from);
  return (
    <section class="edit-panel service-panel" aria-label="Write a service">
      <div class="service-settings">
        <ListSetting
          label="Begin with"
          value={shipped.id}
          options={shippedServices.map(({ id, title }) => ({ value: id, words: title }))}
          set={open}
        />
        <ListSetting
          label="Who plays"
          value={cast}
          options={casts[shipped.id].map(({ id, title }) => ({ value: id, words: title }))}
          set={(id) => clear(() => setCast(id))}
        />
        <ListSetting
          label="Room in a queue"
          value={room}
          options={[1, 2, 3].map((value) => ({ value, words: `${value} of 128` }))}
          set={(value) => clear(() => setRoom(Number(value)))}
        />
      </div>
      <p class="service-what">{shipped.what}</p>
      <ul class="service-scripts">
        {setup.clients.map((script, i) => (
          <li key={i}>
            Client {LETTERS[i]}: {script.map(saysOf).join('; ')}.
          </li>
        ))}
      </ul>
      <Keys workshop={workshop} changes={changes} says={says} run={(goesOn) => play([], goesOn)} look={look} />
      <Text workshop={workshop} text={text} changed={() => setChanges((now) => now + 1)} />
      {check && (
        <CheckOfOrders {...check} room={room} clients={setup.clients.length} play={(schedule) => playOn(check.text, schedule, false)} />
      )}
      {shown && (
        <RunPlate
          key={shown.turn}
          run={shown.run}
          from={shown.run.steps.length - 1}
          take={(schedule, goesOn) => playOn(shown.text, schedule, goesOn)}
        />
      )}
    </section>
  );
}

/** What was run and looked at: of one text and one choice of clients. */
function useRuns(workshop: ServiceWorkshop, setup: Setup, from: string | undefined) {
  const [says, setSays] = useState(from ?? '');
  const [shown, setShown] = useState<Shown>();
  const [check, setCheck] = useState<Check>();
  useEffect(() => workshop.hear(setSays), [workshop]);
  const play = (schedule: readonly string[], goesOn: boolean): void => {
    const text = workshop.text();
    void workshop.run(setup, schedule, goesOn).then((run) => run && setShown((was) => ({ run, text, turn: (was?.turn ?? 0) + 1 })));
  };
  return {
    says,
    shown,
    check,
    play,
    /** A schedule is of the text that it was made with. */
    playOn: (of: string, schedule: readonly string[], goesOn: boolean): void => {
      if (workshop.text() === of) play(schedule, goesOn);
      else setSays('The text has changed since then: press Run or Check every order.');
    },
    look: (): void => {
      const text = workshop.text();
      setCheck(undefined);
      const tell = (explored: Explored) => setCheck({ explored, isDone: false, text });
      void workshop.check(setup, tell).then((explored) => setCheck(explored && { explored, isDone: true, text }));
    },
    clear: (set: () => void): void => {
      set();
      setShown(undefined);
      setCheck(undefined);
    },
  };
}

interface KeysProps {
  readonly workshop: ServiceWorkshop;
  /** How often the text was changed. */
  readonly changes: number;
  readonly says: string;
  readonly run: (goesOn: boolean) => void;
  readonly look: () => void;
}

function Keys({ workshop, changes, says, run, look }: KeysProps) {
  const [isLinking, setLinking] = useState(false);
  return (
    <>
      <div class="edit-keys">
        <Key words="Run" press={() => run(true)} isFirst />
        <Key words="By hand" press={() => run(false)} />
        <Key words="Check every order" press={look} />
        <Key words="Stop" press={() => workshop.stop()} />
        <Key words="Link" press={() => setLinking(!isLinking)} expanded={isLinking} />
        <Key words="Download" press={() => workshop.download()} />
        <Key words="Keep here" press={() => workshop.keep()} />
        <Key words="Reset" press={() => workshop.reset()} />
      </div>
      <p class="edit-says" role="status">
        {says}
      </p>
      {isLinking && <LinkPanel key={changes} workshop={workshop} />}
    </>
  );
}

interface TextProps {
  readonly workshop: ServiceWorkshop;
  readonly text: string;
  readonly changed: () => void;
}

/** The editor, what is wrong in it, and what is under the cursor. */
function Text({ workshop, text, changed }: TextProps) {
  const [flaws, setFlaws] = useState<Flaws>();
  const [told, setTold] = useState<Told>();
  const host = useRef<HTMLDivElement | null>(null);
  const hear = useRef(changed);
  hear.current = changed;
  useEffect(() => {
    const errors = (found: readonly Flaw[]) => found.filter(({ is }) => is !== 'unused');
    return workshop.openEditor(host.current!, text, {
      flaws: (found, doc) => setFlaws({ found: errors(found), line: doc.lineAt(Math.min(errors(found)[0]?.from ?? 0, doc.length)).number }),
      told: setTold,
      changed: () => hear.current(),
    });
  }, [workshop, text]);
  return (
    <>
      <FlawLine flaws={flaws} press={() => workshop.toNextFlaw()} />
      <div class="edit-host" ref={host} />
      <div class="edit-told">
        {told ? (
          <>
            <code>{told.is}</code>
            {told.says !== '' && <p>{told.says}</p>}
          </>
        ) : (
          <p>What the name under the cursor is, and what is told of it, stands here. Tab leaves the text; F8 goes to the next error.</p>
        )}
      </div>
    </>
  );
}
