/** The state graph of a small model: each state is a moment of the player, each step a line. It can be walked with a pointer and with keys. */
import { useMemo } from 'preact/hooks';
import type { Machine } from '../../../engine/checker.ts';
import { dotOf, type DrawnGraph, type DrawnState } from '../../../engine/whole-graph.ts';
import { lineOf, placedStates, STATE_RADIUS } from '../../../drawing/state-graph.ts';
import { classes, spaced } from '../../../drawing/words.ts';
import { download } from '../download.ts';
import { capital, counted } from '../narrate.ts';
import { Scroll } from './SurveyTables.tsx';

interface Props {
  readonly m: Machine;
  readonly graph: DrawnGraph;
  readonly run: readonly number[];
  readonly show: (path: readonly number[], position: number) => void;
}

/** Where a run of the graph ends; undefined for one that leaves it, which none does. */
function stateAfter({ steps }: DrawnGraph, run: readonly number[]): number | undefined {
  const next = new Map(steps.map(({ from, to, instance }) => [`${from} ${instance}`, to]));
  return run.reduce<number | undefined>((at, instance) => (at === undefined ? undefined : next.get(`${at} ${instance}`)), 0);
}

export function StateGraphPicture({ m, graph, run, show }: Props) {
  const now = stateAfter(graph, run);
  const go = (path: readonly number[]) => show(path, path.length);
  const ends = graph.states.filter(({ isFinal }) => isFinal).length;
  const save = () => download(`${m.mechanism.model.id.replace('/', '-')}.dot`, 'text/vnd.graphviz', dotOf(m, graph));
  return (
    <div class="state-graph">
      <p class="survey-says">
        {counted(graph.states.length, 'state')}, {counted(graph.steps.length, 'step')}
        {ends > 0 && `; ${counted(ends, 'end')} with two rings`}. The filled one is where the run stands. Press a state to go there by a
        shortest way.
      </p>
      <Scroll label="State graph">
        <Drawn graph={graph} now={now} go={go} />
      </Scroll>
      {now !== undefined && <Leading graph={graph} now={now} go={(instance) => go([...run, instance])} />}
      <button type="button" class="key" onClick={save}>
        As DOT, for Graphviz
      </button>
    </div>
  );
}

interface DrawnProps {
  readonly graph: DrawnGraph;
  readonly now: number | undefined;
  readonly go: (path: readonly number[]) => void;
}

function Drawn({ graph, now, go }: DrawnProps) {
  const { width, height, at } = useMemo(() => placedStates(graph), [graph]);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="group" aria-label="States">
      <defs>
        <marker id="state-graph-tip" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
          <path d="M0 1L7 4L0 7" />
        </marker>
      </defs>
      {graph.steps.map(({ from, to, instance }) => (
        <path
          key={`${from} ${instance}`}
          class={classes('state-step', from === now && 'is-next')}
          d={lineOf(at[from]!, at[to]!)}
          marker-end="url(#state-graph-tip)"
        />
      ))}
      {graph.states.map((state, i) => (
        <StateMark key={i} number={i} state={state} at={at[i]!} isNow={i === now} go={() => go(state.path)} />
      ))}
    </svg>
  );
}

interface MarkProps {
  readonly number: number;
  readonly state: DrawnState;
  readonly at: readonly [number, number];
  readonly isNow: boolean;
  readonly go: () => void;
}

const labelOf = (number: number, { depth, isFinal, broken }: DrawnState): string =>
  [
    `State ${number}`,
    depth === 0 ? 'the start' : `after ${counted(depth, 'step')}`,
    ...(isFinal ? ['an end'] : []),
    ...broken.map((rule) => `broken: ${rule}`),
  ].join(', ');

function StateMark({ number, state, at: [x, y], isNow, go }: MarkProps) {
  const isBroken = state.broken.length > 0;
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation(); // it is no key of the player here
    go();
  };
  return (
    <g
      role="button"
      tabindex={0}
      class={classes('state', isNow && 'is-now', isBroken && 'is-broken')}
      aria-current={isNow ? 'step' : undefined}
      aria-label={labelOf(number, state)}
      transform={`translate(${x} ${y})`}
      onClick={go}
      onKeyDown={press}
    >
      <circle r={STATE_RADIUS} />
      {state.isFinal && <circle class="state-ring" r={STATE_RADIUS - 3} />}
      <text dy="0.35em">{number}</text>
      {isBroken && <path class="state-cross" d="M7 -13L13 -7M13 -13L7 -7" />}
    </g>
  );
}

interface LeadingProps {
  readonly graph: DrawnGraph;
  readonly now: number;
  readonly go: (instance: number) => void;
}

/** The steps from where the run stands. */
function Leading({ graph, now, go }: LeadingProps) {
  const leading = graph.steps.filter(({ from }) => from === now);
  return (
    <>
      <p class="survey-says">
        {leading.length === 0 ? `From state ${now} nothing can happen.` : `From state ${now} on, ${counted(leading.length, 'step')}:`}
      </p>
      <ol class="state-steps">
        {leading.map(({ to, instance, action, says }, i) => (
          // by its place, so that the focus stays in the list
          <li key={i}>
            <button type="button" onClick={() => go(instance)}>
              <span>
                {spaced(action)}: {capital(says)}
              </span>
              <span class="survey-number">{to === now ? 'stays' : `to ${to}`}</span>
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}
