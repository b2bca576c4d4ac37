/** What stands in an element: the simulation that it names, or what the page put into it, with a sentence where there is no such simulation. */
import { mechanismIds } from 'virtual:orrery/mechanism-ids';
import { useEffect, useErrorBoundary, useLayoutEffect, useState } from 'preact/hooks';
import { whyOf } from '../../../src/components/simulation/check.ts';
import { Player, type PlayerProps } from '../../../src/components/simulation/Player.tsx';
import type { Heard } from '../../../src/components/simulation/usePlayer.ts';
import { whenDefined } from './define.ts';
import { load, type Loaded } from './simulations.ts';
import { comesFrom, type WorkerMode } from './workers.ts';

/** What the attributes of the element ask for. */
export interface Asked {
  readonly model: string;
  /** Undefined for the first one of the model. */
  readonly scenario: string | undefined;
  /** Of the heading that is its title. */
  readonly level: PlayerProps['level'];
  readonly compact: boolean;
  readonly worker: WorkerMode;
}

interface Props {
  readonly asked: Asked;
  readonly host: HTMLElement;
  readonly base: string;
  readonly heard: Heard;
  /** Gives the shadow root the style of the picture. */
  readonly dress: (style: string) => void;
}

type Ready = Loaded & Pick<PlayerProps, 'line' | 'wide'>;
type State = { readonly is: 'loading' } | { readonly is: 'wrong'; readonly says: string } | { readonly is: 'ready'; readonly ready: Ready };
const LOADING: State = { is: 'loading' };

export function Shown({ asked, host, base, heard, dress }: Props) {
  const state = useLoaded(asked, host, base);
  const [failed, forget] = useErrorBoundary();
  useLayoutEffect(() => dress(state.is === 'ready' ? state.ready.style : ''), [dress, state]);
  useLayoutEffect(() => {
    if (state.is === 'loading') forget(); // what comes next may be drawn
  }, [forget, state]);
  if (failed !== undefined) return <Wrong says={`The simulation \u201c${asked.model}\u201d failed: ${whyOf(failed)}`} />;
  if (state.is === 'loading') return <slot />;
  if (state.is === 'wrong') return <Wrong says={state.says} />;
  const { mechanism, view, line, wide } = state.ready;
  const scenario = asked.scenario ?? Object.keys(mechanism.scenarios)[0];
  if (scenario === undefined || !Object.hasOwn(mechanism.scenarios, scenario))
    return <Wrong says={noScenario(asked.model, scenario, Object.keys(mechanism.scenarios))} />;
  return (
    <div class={`simulation${line ? ' is-compact' : ''}`}>
      <Player
        key={scenario}
        {...{ mechanism, scenario, view, line, wide, heard }}
        level={asked.level}
        headless={false}
        answers={undefined}
      />
    </div>
  );
}

/** A sentence in the place of the simulation, and below it what the page has put into the element. */
function Wrong({ says }: { readonly says: string }) {
  return (
    <>
      <div class="simulation">
        <p class="wrong" role="status">
          {says}
        </p>
      </div>
      <slot />
    </>
  );
}

const listed = (names: readonly string[]) => names.join(', ');
const noModel = (model: string) =>
  model === ''
    ? `This element names no model. Orrery has ${listed(mechanismIds)}.`
    : `There is no simulation \u201c${model}\u201d. Orrery has ${listed(mechanismIds)}; a page defines its own with defineSimulation.`;
const noScenario = (model: string, scenario: string | undefined, names: readonly string[]) =>
  scenario === undefined
    ? `The simulation \u201c${model}\u201d has no scenario, and an element shows one.`
    : `The simulation \u201c${model}\u201d has no scenario \u201c${scenario}\u201d. It has ${listed(names)}.`;

/** Loads what is asked for. A name that nobody knows may be defined by a script that has not run yet, so until the page has been read nothing is said of it. */
function useLoaded({ model, compact, worker }: Asked, host: HTMLElement, base: string): State {
  const [state, setState] = useState(LOADING);
  useEffect(() => {
    let asking = 0;
    let isReady = false;
    const ask = async () => {
      const mine = ++asking;
      const show = (next: State) => {
        if (mine !== asking) return;
        isReady = next.is === 'ready';
        setState(next);
      };
      try {
        const [loaded, line] = await Promise.all([
          load(model, base),
          compact ? import('../../../src/components/simulation/Compact.tsx') : undefined,
        ]);
        if (!loaded) return show(document.readyState === 'loading' ? LOADING : { is: 'wrong', says: noModel(model) });
        comesFrom(loaded.mechanism, { base, module: loaded.module, mode: worker });
        show({ is: 'ready', ready: { ...loaded, line, wide: isWide(host) } });
      } catch (problem) {
        show({ is: 'wrong', says: `The simulation \u201c${model}\u201d could not be loaded: ${whyOf(problem)}` });
      }
    };
    const begin = () => {
      setState(LOADING);
      void ask();
    };
    const read = () => isReady || void ask();
    const forget = whenDefined((id) => id === model && begin());
    document.addEventListener('DOMContentLoaded', read);
    begin();
    return () => {
      asking = -1;
      forget();
      document.removeEventListener('DOMContentLoaded', read);
    };
  }, [model, compact, worker, base, host]);
  return state;
}

/** Whether the parts beside the picture have room to stand open: as `widths.css` has it. */
const isWide = (host: HTMLElement): boolean =>
  host.clientWidth >= 52 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
