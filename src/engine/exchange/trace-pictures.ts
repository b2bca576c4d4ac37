/** Traces for other tools to draw: Chrome's trace event JSON (chrome://tracing, Perfetto), a Mermaid sequence diagram, CSV. Out only. */
import type { Machine } from '../run/machine.ts';
import type { PlainState, PlainValue } from '../state/plain.ts';
import type { Schema } from '../language/schema.ts';
import { aimAt, sentence, spokenArgs } from '../run/step.ts';
import { traceOf } from './trace.ts';

/** One step, and between whom a diagram draws it: none, one or several. */
interface Drawn {
  readonly action: string;
  readonly says: string;
  readonly args: PlainState;
  readonly lanes: readonly string[];
}

function drawn(m: Machine, log: readonly number[]): Drawn[] {
  const { steps } = traceOf(m, log);
  return steps.map(({ args }, i) => {
    const action = aimAt(m, log[i]!);
    const said = spokenArgs(action);
    const lanes = m.mechanism.model.actions[action.name]!.lanes.map((name: string) => said.get(name)!);
    return { action: action.name, says: sentence(action), args, lanes: [...new Set<string>(lanes)] };
  });
}

/** A lane for everybody between whom steps are drawn; steps without a lane are the model's own, in lane 0. */
const lanesOf = (m: Machine, steps: readonly Drawn[]): string[] => [
  ...new Set([m.mechanism.model.title, ...steps.flatMap(({ lanes }) => lanes)]),
];

/** A step has no length in time; it is drawn this long, in microseconds. */
const STEP_MICROSECONDS = 1000;

export interface ChromeTrace {
  readonly displayTimeUnit: 'ms';
  readonly traceEvents: readonly Readonly<Record<string, unknown>>[];
}

/** A log that is no run throws a RangeError. `loop`: the run goes on for ever from where it was after so many steps. */
export function chromeTraceOf(m: Machine, log: readonly number[], loop?: number): ChromeTrace {
  const steps = drawn(m, log);
  const lanes = lanesOf(m, steps);
  const at = (lane: number) => ({ pid: 1, tid: lane + 1 });
  const events = steps.flatMap(({ action, says, args, lanes: own }, i) => {
    const [from = 0, ...to] = own.map((lane) => lanes.indexOf(lane));
    const ts = i * STEP_MICROSECONDS;
    const flow = { name: action, cat: 'step', id: i };
    return [
      { name: says, cat: action, ph: 'X', ts, dur: STEP_MICROSECONDS, ...at(from), args },
      ...to.flatMap((lane) => [
        { name: says, cat: action, ph: 'X', ts, dur: STEP_MICROSECONDS, ...at(lane), args },
        { ...flow, ph: 's', ts, ...at(from) },
        { ...flow, ph: 'f', bp: 'e', ts: ts + STEP_MICROSECONDS - 1, ...at(lane) },
      ]),
    ];
  });
  const names = lanes.map((name, lane) => ({ name: 'thread_name', ph: 'M', ts: 0, ...at(lane), args: { name } }));
  const process = { name: 'process_name', ph: 'M', ts: 0, ...at(0), args: { name: m.mechanism.model.id } };
  const back = { name: `from here it repeats after step ${loop}, for ever`, ph: 'i', s: 'g', ts: log.length * STEP_MICROSECONDS, ...at(0) };
  return { displayTimeUnit: 'ms', traceEvents: [process, ...names, ...events, ...(loop === undefined ? [] : [back])] };
}

/** A log that is no run throws a RangeError. `loop`: the steps after so many stand in a loop of the diagram. */
export function mermaidOf(m: Machine, log: readonly number[], loop?: number): string {
  const steps = drawn(m, log);
  const lanes = lanesOf(m, steps);
  const who = (lane: string) => `p${lanes.indexOf(lane)}`;
  const lines = steps.map(({ says, lanes: own }) => {
    const [from = lanes[0]!, ...to] = own;
    return to.length > 0 ? `  ${who(from)}->>${who(to.at(-1)!)}: ${escaped(says)}` : `  Note over ${who(from)}: ${escaped(says)}`;
  });
  const told = loop === undefined ? lines : [...lines.slice(0, loop), '  loop for ever', ...lines.slice(loop), '  end'];
  return ['sequenceDiagram', ...lanes.map((lane) => `  participant ${who(lane)} as ${escaped(lane)}`), ...told, ''].join('\n');
}

/** What means something to Mermaid, as its character codes. */
const escaped = (text: string): string => text.replace(/[#;<>&"\n\r]/g, (character) => `#${character.charCodeAt(0)};`);

/**
 * One line for each state: the step that led to it, its sentence, and every field (RFC 4180). Of a run that goes on for ever a last column
 * says where its loop begins and ends. A log that is no run throws a RangeError.
 */
export function csvOf(m: Machine, log: readonly number[], loop?: number): string {
  const { steps, states } = traceOf(m, log);
  const rows = states.map((state, i): Record<string, string> => ({
    step: String(i),
    verb: steps[i - 1]?.verb ?? '',
    says: steps[i - 1]?.says ?? '',
    ...Object.fromEntries(cells(m.schema, state)),
    ...(loop !== undefined && { 'run::loop': i === loop ? 'begins' : i === log.length ? 'ends' : '' }),
  }));
  const columns = Object.keys(rows[0]!);
  return [columns, ...rows.map((row) => columns.map((column) => row[column]!))].map((line) => `${line.map(quoted).join(',')}\r\n`).join('');
}

/** The fields of a state: those of a row under `slots[0].live`; a queue, a set or a tuple as JSON, because its length varies. */
function cells(schema: Schema, state: PlainState, path = ''): [string, string][] {
  return Object.entries(schema).flatMap(([name, field]): [string, string][] => {
    const value = state[name]!;
    const at = path + name;
    if (field.is !== 'table') return [[at, cell(value)]];
    return (value as readonly PlainState[]).flatMap((row, i) => cells(field.fields, row, `${at}[${i}].`));
  });
}

const cell = (value: PlainValue): string => (value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value));

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
