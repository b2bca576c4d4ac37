/** The plate of a lab: the player where the lab begins, or a run that an answer leads to. The picture of the build stands until it is there. */
import type { ComponentChildren, FunctionComponent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { MechanismWithRuns } from '../../engine/language.ts';
import { loadMechanism, loadView } from '../../mechanisms/registry.ts';
import type { Lab, LabKind } from '../../schemas/labs.ts';
import type { AnyView } from '../../drawing/view.ts';
import { askedFor, type Parts } from './lab-parts.ts';
import { keepPlace, whenItStands } from '../simulation/keep-place.ts';
import { isWide } from '../simulation/Loader.tsx';
import type { PlayerProps } from '../simulation/Player.tsx';
import type { Session } from '../simulation/session.ts';
import { desk, type Shown, type Wish } from './desk.ts';
import { loadLab } from './lab-data.ts';
import { progressHere } from './progress-here.ts';

interface Props {
  /** Of the lab and of its model. */
  readonly id: string;
  readonly model: string;
  readonly children?: ComponentChildren;
}

interface Loaded {
  readonly Player: FunctionComponent<PlayerProps>;
  readonly begun: (mechanism: MechanismWithRuns, draft: string | undefined) => Session;
  readonly lab: Lab;
  readonly mechanism: MechanismWithRuns;
  readonly view: AnyView;
}

async function load(id: string, model: string): Promise<Loaded> {
  const [{ Player }, { beginningSession }, { lab }, mechanism, view] = await Promise.all([
    import('../simulation/Player.tsx'),
    import('./lab-session.ts'),
    loadLab(id),
    loadMechanism(model),
    loadView(model),
  ]);
  return { Player, lab, mechanism, view, begun: (of, draft) => beginningSession(lab, of, draft) };
}

/** What the player has while the lab is not solved. */
const partsOf: Readonly<Record<LabKind, Parts>> = { reach: 'play', predict: 'look', find: 'blind', write: 'all', mend: 'all', log: 'all' };

const ignore = (): void => undefined;
/** The run of the reader is the answer of some kinds. */
const heard = { moment: desk.hear };

export function LabPlate({ id, model, children }: Props) {
  const [loaded, setLoaded] = useState<Loaded>();
  const [failed, setFailed] = useState(false);
  const here = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    const plate = here.current?.closest('.simulation');
    load(id, model).then(
      (parts) => {
        const settled = plate ? keepPlace(plate) : ignore;
        setLoaded(parts);
        whenItStands(here.current, settled);
      },
      () => {
        setFailed(true);
        whenItStands(here.current, ignore);
      },
    );
  }, [id, model]);
  return (
    <>
      <div class={loaded ? 'storyboard is-for-paper' : 'storyboard'} ref={here}>
        {children}
      </div>
      {failed && <p class="player-note">The simulation could not be loaded; where the lab begins stands above.</p>}
      {loaded && <LoadedPlate id={id} {...loaded} />}
    </>
  );
}

function LoadedPlate({ id, Player, begun, lab, mechanism, view }: Loaded & { readonly id: string }) {
  const [shown, setShown] = useState<Shown>();
  const [own, setOwn] = useState<{ readonly from: Session; readonly parts: Parts; readonly turn: number }>(() => {
    const from = begun(mechanism, lab.kind === 'reach' ? progressHere.progress.drafts.get(id) : undefined);
    desk.before = begun(mechanism, undefined).history.position;
    return { from, parts: partsOf[lab.kind], turn: 0 };
  });
  const root = useRef<HTMLDivElement | null>(null);
  useEffect(
    () =>
      desk.attend((wish: Wish) => {
        setShown((last) => {
          if (last && wish.is !== 'all') last.close();
          return wish.is === 'show' ? wish.shown : wish.is === 'all' ? last : undefined;
        });
        setOwn((now) => ({
          from: wish.is === 'anew' ? begun(mechanism, undefined) : (desk.session ?? now.from),
          parts: wish.is === 'all' ? 'all' : wish.is === 'anew' ? partsOf[lab.kind] : now.parts,
          turn: now.turn + (wish.is === 'all' ? 0 : 1),
        }));
        if (wish.is === 'show') requestAnimationFrame(() => play(root.current));
      }),
    [begun, lab, mechanism],
  );
  const [wide] = useState(() => isWide(document.querySelector('.lab-plate')));
  const common = { scenario: '', level: 2, line: undefined, headless: true, wide, answers: undefined } as const;
  return (
    <div ref={root}>
      {shown ? (
        <>
          <p class={shown.isText ? 'lab-shown is-text' : 'lab-shown'}>
            {shown.says}{' '}
            <button type="button" class="text-key" onClick={() => desk.ask({ is: 'own' })}>
              Back to {lab.kind === 'reach' || lab.kind === 'find' ? 'your run' : 'the beginning of the lab'}
            </button>
          </p>
          <Player key={`shown ${own.turn}`} {...common} {...shown} asked={askedFor(shown.parts, shown.begin)} />
        </>
      ) : (
        <Player
          key={`own ${own.turn} ${own.parts}`}
          {...common}
          mechanism={mechanism}
          view={view}
          asked={askedFor(own.parts, () => own.from)}
          heard={heard}
        />
      )}
    </div>
  );
}

/** Brings the run into view and plays it, as its own key does. */
function play(root: HTMLElement | null): void {
  root?.scrollIntoView({ block: 'start' });
  root?.querySelector<HTMLElement>('.player')?.focus({ preventScroll: true });
  root?.querySelector<HTMLElement>('.key-play')?.click();
}
