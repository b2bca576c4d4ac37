/**
 * A run as a text for the fragment of a URL: which model and version, what differs from its usual configuration, the log, the position in
 * it, and a fingerprint of the last state. A instance takes as many bits as the model needs, so 100 steps among 1,000 instances are less
 * than 200 characters. Any text can be opened: the result is a run, or as much of it as is still possible, and what is wrong in a sentence.
 */
import { BitReader, BitWriter } from './bit-text.ts';
import { bitsFor } from '../state/codec.ts';
import { fingerprint, FINGERPRINT_BITS, stateFingerprint, versionOf } from './fingerprint.ts';
import { machine, type Machine } from '../run/machine.ts';
import type { Mechanism } from '../language/model.ts';
import { aimAt, refusals, sentence } from '../run/step.ts';

/** What a link carries. */
export interface SharedRun {
  /** What differs from the usual configuration, as `machine` takes it. */
  readonly config: Readonly<Record<string, number | boolean>>;
  /** The instances. */
  readonly log: readonly number[];
  /** How many steps of the log had been taken where the reader was; from 0 to the length of the log. */
  readonly position: number;
}

/** What became of a link: the run or its valid beginning, and a sentence when something is wrong. */
export type Opened = { readonly run: SharedRun; readonly says: string | undefined } | { readonly run: undefined; readonly says: string };

/** The first bits of a link say how the rest is to be read. */
const FORMAT = 1;
const FORMAT_BITS = 4;
/** A instance takes from 1 to 31 bits. */
const WIDTH_BITS = 5;

/** The link to a run of `m`; its log must be a run. */
export function linkTo(m: Machine, log: readonly number[], position: number = log.length): string {
  const out = new BitWriter();
  out.write(FORMAT, FORMAT_BITS);
  out.write(fingerprint(m.mechanism.model.id), FINGERPRINT_BITS);
  out.write(versionOf(m), FINGERPRINT_BITS);
  writeConfig(out, m);
  const width = Math.max(1, bitsFor(m.instances));
  out.write(width, WIDTH_BITS);
  out.writeAny(log.length);
  out.writeAny(position);
  for (const instance of log) out.write(instance, width);
  follow(m, log);
  out.write(stateFingerprint(m), FINGERPRINT_BITS);
  return out.text();
}

/** Which of these models a link belongs to. */
export function modelOfLink(text: string, ids: readonly string[]): string | undefined {
  const bits = new BitReader(text);
  if (bits.read(FORMAT_BITS) !== FORMAT) return undefined;
  const wanted = bits.read(FINGERPRINT_BITS);
  return ids.find((id) => fingerprint(id) === wanted);
}

/** Never throws. */
export function openLink(mechanism: Mechanism, text: string): Opened {
  const bits = new BitReader(text);
  if (bits.read(FORMAT_BITS) !== FORMAT) return wrong('This is not a link to a run.');
  const id = bits.read(FINGERPRINT_BITS);
  const version = bits.read(FINGERPRINT_BITS);
  if (id === undefined || version === undefined) return wrong('The link is cut short.');
  if (id !== fingerprint(mechanism.model.id)) return wrong(`The link belongs to another model than "${mechanism.model.title}".`);
  const config = readConfig(bits, mechanism);
  if (typeof config === 'string') return wrong(config);
  try {
    return readLog(bits, machine(mechanism, config), config, version);
  } catch (error) {
    // A configuration that the model cannot be laid out in, or an effect that is out of range: a bug of the model, told to the reader.
    return wrong(`The model could not be run: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const wrong = (says: string): Opened => ({ run: undefined, says });

function readLog(bits: BitReader, m: Machine, config: SharedRun['config'], version: number): Opened {
  const width = bits.read(WIDTH_BITS);
  const length = bits.readAny();
  const position = bits.readAny();
  if (!width || length === undefined || position === undefined) return wrong('The link is cut short.');
  const log: number[] = [];
  for (let i = 0; i < length; i++) {
    const instance = bits.read(width);
    if (instance === undefined) break;
    log.push(instance);
  }
  const end = bits.read(FINGERPRINT_BITS);
  const { done, problem } = follow(m, log);
  const run = { config, log: log.slice(0, done), position: Math.min(position, done) };
  if (version !== versionOf(m))
    return { run, says: `The link was made with another version of the model. ${problem ?? 'All its steps are still possible.'}` };
  if (problem) return { run, says: problem };
  if (log.length < length || end === undefined) return { run, says: `The link is cut short after step ${done}.` };
  if (position > length) return { run, says: 'The link says that the reader was past its last step.' };
  if (end !== stateFingerprint(m))
    return { run, says: 'The run ends in another state than when the link was made: the model has changed.' };
  return { run, says: undefined };
}

/** Runs the log as far as it goes; leaves the machine in the last state. */
function follow(m: Machine, log: readonly number[]): { readonly done: number; readonly problem: string | undefined } {
  m.words.set(m.initial);
  for (const [done, instance] of log.entries()) {
    if (instance >= m.instances) return { done, problem: `Step ${done + 1} is not known to the model.` };
    const action = aimAt(m, instance);
    const because = refusals(m, action);
    if (because.length > 0) {
      return { done, problem: `Step ${done + 1}, "${sentence(action)}", is refused; it needs: ${because.join('; ')}.` };
    }
    action.then(action.args, m.state, m.config);
  }
  return { done: log.length, problem: undefined };
}

/** Parameters and faults that are not as usual, by their place in the mechanism. */
function writeConfig(out: BitWriter, { mechanism, config }: Machine): void {
  const parameters = Object.entries(mechanism.parameters);
  const turned = parameters.flatMap(([name, { least, default: usual }], place) =>
    config[name] === usual ? [] : [{ place, value: config[name] - least }],
  );
  out.writeAny(turned.length);
  for (const { place, value } of turned) {
    out.writeAny(place);
    out.writeAny(value);
  }
  const faults = Object.keys(mechanism.faults).flatMap((name, place) => (config[name] ? [place] : []));
  out.writeAny(faults.length);
  for (const place of faults) out.writeAny(place);
}

/** The configuration, or what is wrong with it. */
function readConfig(bits: BitReader, mechanism: Mechanism): Record<string, number | boolean> | string {
  const config: Record<string, number | boolean> = {};
  const parameters = Object.entries(mechanism.parameters);
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
  const faults = Object.keys(mechanism.faults);
  const on = bits.readAny() ?? faults.length + 1;
  if (on > faults.length) return 'The link has faults that the model does not have.';
  for (let i = 0; i < on; i++) {
    const name = faults[bits.readAny() ?? -1];
    if (name === undefined) return 'The link has faults that the model does not have.';
    config[name] = true;
  }
  return config;
}
