/** What more a check can tell, one topic at a time: what is rare, other sizes, faults together, the state graph. Loaded when it is opened. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Machine } from '../../../engine/checker.ts';
import type { FaultRow, Rarity, SizeRow } from '../../../engine/whole-graph.ts';
import { StateGraphPicture } from './StateGraphPicture.tsx';
import { startSurvey } from './start-survey.ts';
import { leastSizes, MOST_DRAWN, type GraphFound, type Topic } from './survey.ts';
import { Faults, Rare, Sizes } from './SurveyTables.tsx';
import { counted } from '../narrate.ts';

export interface SurveyPanelProps {
  readonly m: Machine;
  /** The instances of the run up to where the reader stands. */
  readonly run: readonly number[];
  readonly show: (path: readonly number[], position: number) => void;
  readonly set: (name: string, value: number | boolean) => void;
}

const topics = [
  ['rarity', 'Typical and rare'],
  ['sizes', 'Other sizes'],
  ['faults', 'Two faults at once'],
  ['graph', 'State graph'],
] as const satisfies readonly (readonly [Topic, string])[];

interface Found {
  readonly rarity: Rarity | undefined;
  readonly sizes: readonly SizeRow[];
  readonly faults: readonly FaultRow[];
  readonly graph: GraphFound | undefined;
  readonly why: string | undefined;
  readonly isDone: boolean;
}
const NOTHING: Found = { rarity: undefined, sizes: [], faults: [], graph: undefined, why: undefined, isDone: false };

export function SurveyPanel({ m, run, show, set }: SurveyPanelProps) {
  const [topic, setTopic] = useState<Topic>();
  const found = useSurvey(m, topic);
  return (
    <div class="survey">
      <div class="survey-keys" role="group" aria-label="What more the check can tell">
        {topics.map(([name, title]) => (
          <button
            key={name}
            type="button"
            class="key"
            aria-pressed={topic === name}
            onClick={() => setTopic(topic === name ? undefined : name)}
          >
            {title}
          </button>
        ))}
      </div>
      <p class="visually-hidden" role="status">
        {topic !== undefined && (found.isDone ? 'Done.' : 'It is being searched.')}
      </p>
      {topic !== undefined && !found.isDone && found.why === undefined && <p class="survey-waits">Searching …</p>}
      {found.why !== undefined && <p>It could not be searched: {found.why}.</p>}
      {topic === 'rarity' && found.rarity && <Rare {...found.rarity} />}
      {topic === 'sizes' && found.sizes.length > 0 && <Sizes m={m} rows={found.sizes} />}
      {topic === 'faults' && found.faults.length > 0 && <Faults m={m} rows={found.faults} />}
      {topic === 'graph' && found.graph && <Graph m={m} found={found.graph} run={run} show={show} set={set} />}
    </div>
  );
}

/** Another machine or another topic begins anew. */
function useSurvey(m: Machine, topic: Topic | undefined): Found {
  const [found, setFound] = useState(NOTHING);
  const stop = useRef<(() => void) | undefined>(undefined);
  useEffect(() => {
    setFound(NOTHING);
    if (topic === undefined) return undefined;
    stop.current = startSurvey(m, topic, (message) =>
      setFound((now) => {
        if (message.is === 'rarity') return { ...now, rarity: message.rarity };
        if (message.is === 'size') return { ...now, sizes: [...now.sizes, message.row] };
        if (message.is === 'fault') return { ...now, faults: [...now.faults, message.row] };
        if (message.is === 'graph') return { ...now, graph: message.found };
        return message.is === 'failed' ? { ...now, why: message.why } : { ...now, isDone: true };
      }),
    );
    return () => stop.current?.();
  }, [m, topic]);
  return found;
}

function Graph({ m, found, run, show, set }: SurveyPanelProps & { readonly found: GraphFound }) {
  if (found.graph) return <StateGraphPicture m={m} graph={found.graph} run={run} show={show} />;
  const setLeast = () => {
    for (const [name, value] of Object.entries(leastSizes(m))) if (m.config[name] !== value) set(name, value);
  };
  return (
    <>
      <p>
        There are more than {MOST_DRAWN} states here, more than a drawing can tell.{' '}
        {found.least === undefined
          ? 'There are so at the least sizes too.'
          : `At the least sizes there are ${counted(found.least, 'state')}.`}{' '}
        As text for Graphviz any size can be had: <code>npm run sim -- graph {m.mechanism.model.id}</code>.
      </p>
      {found.least !== undefined && (
        <button type="button" class="key" onClick={setLeast}>
          Set the least sizes
        </button>
      )}
    </>
  );
}
