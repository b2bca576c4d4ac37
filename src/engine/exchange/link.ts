/**
 * A run as a text for the fragment of a URL: `themelios/scheduler:` and then, in as few characters as may be, the version of the model, what
 * differs from its default configuration, the log, the position in it, and a fingerprint of the last state. An instance takes as many bits as
 * the model needs, so 100 steps among 1,000 instances are less than 200 characters. Any text can be opened: the result is a run, or as much of
 * it as is still possible, and what is wrong in a sentence.
 */
import { BitReader, BitWriter } from './bit-text.ts';
import { MOST_LINK_CHARACTERS, MOST_STEPS } from './bounds.ts';
import { bitsFor } from '../state/codec.ts';
import { fingerprint, FINGERPRINT_BITS } from './fingerprint.ts';
import { CURRENT, FORMER, type LinkFormat } from './link-format.ts';
import { machine, type Machine } from '../run/machine.ts';
import type { Mechanism } from '../language/model.ts';
import { shortened } from '../state/shortened.ts';
import { aimAt, refusals, sentence, take } from '../run/step.ts';

/** What a link carries. */
export interface SharedRun {
  /** What differs from the default configuration, as `machine` takes it. */
  readonly config: Readonly<Record<string, number | boolean>>;
  /** The instances. */
  readonly log: readonly number[];
  /** How many steps of the log had been taken where the reader was; from 0 to the length of the log. */
  readonly position: number;
}

/** What became of a link: the run or its valid beginning, and a sentence when something is wrong. */
export type Opened = { readonly run: SharedRun; readonly says: string | undefined } | { readonly run: undefined; readonly says: string };

/** The first bits after the model say how the rest is to be read. */
const FORMAT_BITS = 4;
/** An instance takes from 1 to 31 bits. */
const WIDTH_BITS = 5;
/** Stands between the model and the rest. */
const MARK = ':';

/** The link to a run of `m`; its log must be a run. More steps than a link holds throw a RangeError. */
export function linkTo(m: Machine, log: readonly number[], position: number = log.length): string {
  if (log.length > MOST_STEPS) throw new RangeError(`A link holds at most ${MOST_STEPS} steps; this run has ${log.length}.`);
  const out = new BitWriter();
  out.write(CURRENT.number, FORMAT_BITS);
  out.write(CURRENT.version(m), FINGERPRINT_BITS);
  writeConfig(out, m);
  const width = Math.max(1, bitsFor(m.instances));
  const { numberOf } = CURRENT.numbering(m);
  out.write(width, WIDTH_BITS);
  out.writeAny(log.length);
  out.writeAny(position);
  for (const instance of log) out.write(numberOf(instance), width);
  follow(m, log);
  out.write(CURRENT.state(m), FINGERPRINT_BITS);
  return `${m.mechanism.model.id}${MARK}${out.text()}`;
}

/** The model that a link names, and the rest of it. A link of format 1 has a fingerprint of the model in its rest. */
function partsOf(text: string): { readonly id: string | undefined; readonly rest: string } {
  const end = text.indexOf(MARK);
  return end < 0 ? { id: undefined, rest: text } : { id: text.slice(0, end), rest: text.slice(end + 1) };
}

/** Which of these models a link belongs to. */
export function modelOfLink(text: string, ids: readonly string[]): string | undefined {
  const { id, rest } = partsOf(text);
  if (id !== undefined) return ids.find((each) => each === id);
  const bits = new BitReader(rest);
  if (bits.read(FORMAT_BITS) !== FORMER.number) return undefined;
  const wanted = bits.read(FINGERPRINT_BITS);
  return ids.find((each) => fingerprint(each) === wanted);
}

/** The beginnings that links of format 1 to a model have: enough to know one without the engine. */
export function formerBeginnings(id: string): string[] {
  return [0, 1, 2, 3].map((next) => {
    const out = new BitWriter();
    out.write(FORMER.number, FORMAT_BITS);
    out.write(fingerprint(id), FINGERPRINT_BITS);
    out.write(next, 2); // the bits that the fifth character has left
    return out.text();
  });
}

/** Never throws. */
export function openLink(mechanism: Mechanism, text: string): Opened {
  if (text.length > MOST_LINK_CHARACTERS) return wrong(`The link has ${text.length} characters; at most ${MOST_LINK_CHARACTERS} are read.`);
  const { id, rest } = partsOf(text);
  const { model } = mechanism;
  if (id !== undefined && id !== model.id) return wrong(`The link is to a run of "${shortened(id)}", not of "${model.id}".`);
  const bits = new BitReader(rest);
  const number = bits.read(FORMAT_BITS);
  const format = [CURRENT, FORMER].find((each) => each.number === number);
  if (!format || (format === CURRENT && id === undefined)) return wrong('This is not a link to a run.');
  if (format === FORMER) {
    const former = bits.read(FINGERPRINT_BITS);
    if (former === undefined) return wrong('The link is cut short.');
    if (former !== fingerprint(model.id)) return wrong(`The link belongs to another model than "${model.title}".`);
  }
  return openRest(bits, mechanism, format);
}

function openRest(bits: BitReader, mechanism: Mechanism, format: LinkFormat): Opened {
  const version = bits.read(FINGERPRINT_BITS);
  if (version === undefined) return wrong('The link is cut short.');
  const config = readConfig(bits, mechanism, format);
  if (typeof config === 'string') return wrong(config);
  try {
    return readLog(bits, machine(mechanism, config), config, version, format);
  } catch (error) {
    // A configuration that the model cannot be laid out in, or an effect that is out of range: a bug of the model, told to the reader.
    return wrong(`The model could not be run: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const wrong = (says: string): Opened => ({ run: undefined, says });

function readLog(bits: BitReader, m: Machine, config: SharedRun['config'], version: number, format: LinkFormat): Opened {
  const width = bits.read(WIDTH_BITS);
  const length = bits.readAny();
  const position = bits.readAny();
  if (!width || length === undefined || position === undefined) return wrong('The link is cut short.');
  if (length > MOST_STEPS) return wrong(`The link says that it has ${length} steps; at most ${MOST_STEPS} are opened.`);
  const log: number[] = [];
  const { instanceOf } = format.numbering(m);
  for (let i = 0; i < length; i++) {
    const number = bits.read(width);
    if (number === undefined) break;
    log.push(instanceOf(number));
  }
  const end = bits.read(FINGERPRINT_BITS);
  const { done, problem } = follow(m, log);
  const run = { config, log: log.slice(0, done), position: Math.min(position, done) };
  if (version !== format.version(m))
    return { run, says: `The link was made with another version of the model. ${problem ?? 'All its steps are still possible.'}` };
  if (problem) return { run, says: problem };
  if (log.length < length || end === undefined) return { run, says: `The link is cut short after step ${done}.` };
  if (position > length) return { run, says: 'The link says that the reader was past its last step.' };
  if (end !== format.state(m)) return { run, says: 'The run ends in another state than when the link was made: the model has changed.' };
  return { run, says: undefined };
}

/** Runs the log as far as it goes; leaves the machine in the last state. */
function follow(m: Machine, log: readonly number[]): { readonly done: number; readonly problem: string | undefined } {
  m.words.set(m.initial);
  for (const [done, instance] of log.entries()) {
    if (instance < 0) return { done, problem: `Step ${done + 1} is not known to the model.` };
    const action = aimAt(m, instance);
    const because = refusals(m, action);
    if (because.length > 0) {
      return { done, problem: `Step ${done + 1}, "${sentence(action)}", is refused; it needs: ${because.join('; ')}.` };
    }
    take(m, action);
  }
  return { done: log.length, problem: undefined };
}

/** Parameters and faults that are not as by default, by their place among the names. */
function writeConfig(out: BitWriter, { mechanism, config }: Machine): void {
  const turned = CURRENT.entries(mechanism.parameters).flatMap(([name, { least, default: usual }], place) =>
    config[name] === usual ? [] : [{ place, value: config[name] - least }],
  );
  out.writeAny(turned.length);
  for (const { place, value } of turned) {
    out.writeAny(place);
    out.writeAny(value);
  }
  const faults = CURRENT.entries(mechanism.faults).flatMap(([name], place) => (config[name] ? [place] : []));
  out.writeAny(faults.length);
  for (const place of faults) out.writeAny(place);
}

/** The configuration, or what is wrong with it. */
function readConfig(bits: BitReader, mechanism: Mechanism, format: LinkFormat): Record<string, number | boolean> | string {
  const config: Record<string, number | boolean> = {};
  const parameters = format.entries(mechanism.parameters);
  const turned = bits.readAny() ?? parameters.length + 1;
  if (turned > parameters.length) return 'The link has settings that the model does not have.';
  for (let i = 0; i < turned; i++) {
    const [name, parameter] = parameters[bits.readAny() ?? -1] ?? [];
    const value = bits.readAny();
    if (name === undefined || parameter === undefined || value === undefined) return 'The link has settings that the model does not have.';
    if (parameter.least + value > parameter.most)
      return `The link sets "${name}" to ${parameter.least + value}; it goes from ${parameter.least} to ${parameter.most}.`;
    config[name] = parameter.least + value;
  }
  const faults = format.entries(mechanism.faults);
  const on = bits.readAny() ?? faults.length + 1;
  if (on > faults.length) return 'The link has faults that the model does not have.';
  for (let i = 0; i < on; i++) {
    const [name] = faults[bits.readAny() ?? -1] ?? [];
    if (name === undefined) return 'The link has faults that the model does not have.';
    config[name] = true;
  }
  return config;
}
