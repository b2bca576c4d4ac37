/** The state graph of a small model: each state is a moment of the player, each step a line. It can be walked with a pointer and with keys. */
import { useMemo } from 'preact/hooks';
import { dotOf, type DrawnGraph, type Machine } from '../../../engine/checker.ts';
import { lineOf, placedStates, STATE_RADIUS } from '../../../drawing/state-graph.ts';
import { classes, spaced } from '../../../drawing/words.ts';
import { download } from '../download.ts';
import { capital, counted } from '../narrate.ts';

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
  const placed = useMemo(() => placedStates(graph), [graph]);
  const now = stateAfter(graph, run);
  const go = (path: readonly number[]) => show(path, path.length);
  const leading = graph.steps.filter(({ from }) => from === now);
  const ends = graph.states.filter(({ isFinal }) => isFinal).length;
  return (
    <div class="state-graph">
      <p class="survey-says">
        {counted(graph.states.length, 'state')}, {counted(graph.steps.length, 'step')}
        {ends > 0 && `; ${counted(ends, 'end')} with two rings`}. The filled one is where the run stands. Press a state to go there by a
        shortest way.
      </p>
      <div class="survey-scroll" tabIndex={0} role="region" aria-label="State graph">
        <svg viewBox={`0 0 ${placed.width} ${placed.height}`} width={placed.width} height={placed.height} role="group" aria-label="States">
          <defs>
            <marker id="state-graph-tip" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
              <path d="M0 1L7 4L0 7" />
            </marker>
          </defs>
          {graph.steps.map(({ from, to, instance }) => (
            <path
              key={`${from} ${instance}`}
              class={classes('state-step', from === now && 'is-next')}
              d={lineOf(placed.at[from]!, placed.at[to]!)}
              marker-end="url(#state-graph-tip)"
            />
          ))}
          {graph.states.map(({ path, broken, isFinal, depth }, i) => (
            <g
              key={i}
              role="button"
              tabindex={0}
              class={classes('state', i === now && 'is-now', broken.length > 0 && 'is-broken')}
              aria-current={i === now ? 'step' : undefined}
              aria-label={`State ${i}, ${depth === 0 ? 'the start' : `after ${counted(depth, 'step')}`}${isFinal ? ', an end' : ''}${broken.map((rule) => `, broken: ${rule}`).join('')}`}
              transform={`translate(${placed.at[i]![0]} ${placed.at[i]![1]})`}
              onClick={() => go(path)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' && event.key !== ' ') return;
                event.preventDefault();
                event.stopPropagation();
                go(path);
              }}
            >
              <circle r={STATE_RADIUS} />
              {isFinal && <circle class="state-ring" r={STATE_RADIUS - 3} />}
              <text dy="0.35em">{i}</text>
              {broken.length > 0 && <path class="state-cross" d="M7 -13L13 -7M13 -13L7 -7" />}
            </g>
          ))}
        </svg>
      </div>
      {now !== undefined && (
        <>
          <p class="survey-says">
            {leading.length === 0 ? `From state ${now} nothing can happen.` : `From state ${now} on, ${counted(leading.length, 'step')}:`}
          </p>
          <ol class="state-steps">
            {leading.map(({ to, instance, action, says }, i) => (
              // by its place, so that the focus stays in the list
              <li key={i}>
                <button type="button" onClick={() => go([...run, instance])}>
                  <span>
                    {spaced(action)}: {capital(says)}
                  </span>
                  <span class="survey-number">{to === now ? 'stays' : `to ${to}`}</span>
                </button>
              </li>
            ))}
          </ol>
        </>
      )}
      <button
        type="button"
        class="key"
        onClick={() => download(`${m.mechanism.model.id.replace('/', '-')}.dot`, 'text/vnd.graphviz', dotOf(m, graph))}
      >
        As DOT, for Graphviz
      </button>
    </div>
  );
}
