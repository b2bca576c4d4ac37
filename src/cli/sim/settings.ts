/** `--with name=3 --with fault --with name=2..5`: what a search or a run is configured with, and a sweep over what has several values. */
import type { Mechanism } from '../../engine/language.ts';
import { clipped, oneOf, wholeNumber, WrongCall } from '../command/command.ts';

/** What differs from the usual configuration. */
export type Settings = Readonly<Record<string, number | boolean>>;

/** More searches than this are a mistake in the call. */
const mostCombinations = 1000;

/** Every combination of the values that were given, in order; one without settings when none were. Throws a WrongCall. */
export function combinations(mechanism: Mechanism, given: readonly string[]): Settings[] {
  let all: Settings[] = [{}];
  const seen = new Set<string>();
  for (const text of given) {
    const [name, values] = valuesOf(mechanism, text);
    if (seen.has(name)) throw new WrongCall(`--with ${name} is given twice; a range such as ${name}=2..4 gives several values.`);
    seen.add(name);
    if (all.length * values.length > mostCombinations)
      throw new WrongCall(`These settings make more than ${mostCombinations} searches; give fewer values.`);
    all = all.flatMap((one) => values.map((value) => ({ ...one, [name]: value })));
  }
  return all;
}

/** One combination. Throws a WrongCall where a range gives several. */
export function onlyCombination(mechanism: Mechanism, given: readonly string[]): Settings {
  const [settings, another] = combinations(mechanism, given);
  if (another) throw new WrongCall('A run has one configuration, so --with takes one value here and no range.');
  return settings!;
}

function valuesOf(mechanism: Mechanism, text: string): [string, (number | boolean)[]] {
  const at = text.indexOf('=');
  const written = at < 0 ? text : text.slice(0, at);
  const { parameters, faults } = mechanism;
  const name = oneOf('parameter or fault', written, [...Object.keys(parameters), ...Object.keys(faults)]);
  const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  if (!parameter) {
    if (at >= 0) throw new WrongCall(`${name} is a fault, which is switched on by its name alone: --with ${name}.`);
    return [name, [true]];
  }
  const { least, most } = parameter;
  if (at < 0) throw new WrongCall(`${name} is a parameter and needs a number from ${least} to ${most}: --with ${name}=${least}.`);
  const [from = '', to, ...more] = text.slice(at + 1).split('..');
  if (more.length > 0) throw new WrongCall(`'${clipped(text)}' is no range; write one as ${name}=${least}..${most}.`);
  const first = wholeNumber(name, from, least, most);
  const last = to === undefined ? first : wholeNumber(name, to, least, most);
  if (last < first) throw new WrongCall(`The range ${name}=${first}..${last} is empty; the smaller number comes first.`);
  return [name, Array.from({ length: last - first + 1 }, (_, i) => first + i)];
}

/** `slots=3 grantsMore`. */
export const settingsInWords = (settings: object): string =>
  Object.entries(settings)
    .map(([name, value]) => (value === true ? name : `${name}=${String(value)}`))
    .join(' ');
