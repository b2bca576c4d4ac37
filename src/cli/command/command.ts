/**
 * What every command shares: how it is called is declared once, and from that declaration come `--help`, the refusal of what is not
 * known, and the exit status. Leaves out what a command does.
 */
import { existsSync } from 'node:fs';
import { nearest } from '../../facts/nearest.ts';

/** A word after the command, in its place. */
export interface Word {
  readonly name: string;
  readonly says: string;
  /** `many` takes all words that are left, at least one. */
  readonly is: 'required' | 'optional' | 'many';
}

/** `--name`, or `--name value` where it takes one. */
export interface Option {
  readonly says: string;
  /** What its value is called in the help; without it the option is a switch. */
  readonly takes?: string;
  /** It may be given more than once. */
  readonly many?: true;
}
export type Options = Readonly<Record<string, Option>>;

/** The options as a command sees them. */
export type Given<O> = {
  readonly [Name in keyof O]: O[Name] extends { readonly takes: string }
    ? O[Name] extends { readonly many: true }
      ? readonly string[]
      : string | undefined
    : boolean;
};

/** One way to call a command. */
export interface Form<O extends Options = Options> {
  /** One sentence. */
  readonly says: string;
  readonly words: readonly Word[];
  readonly options: O;
  /** Returns the exit status. */
  run(words: readonly string[], options: Given<O>): number | Promise<number>;
}

/** Types the options that `run` is given by those that are declared. */
export const form = <const O extends Options>(declared: Form<O>): Form => declared as Form;

export interface Command {
  /** The script of package.json. */
  readonly name: string;
  readonly says: string;
  /** What each exit status means. */
  readonly exits: Readonly<Partial<Record<0 | 1 | 2, string>>>;
  /** By the first word; a command with one form alone has it under the empty word. */
  readonly forms: Readonly<Record<string, Form>>;
}

/** A call that cannot be carried out; its message is the sentence that the caller reads. */
export class WrongCall extends Error {}

/** What was asked for: a form with its words and options, or the help of the command or of one form. */
export type Call =
  | { readonly help: string }
  | { readonly form: Form; readonly words: readonly string[]; readonly options: Readonly<Record<string, unknown>> };

/** Reads the arguments. Throws a WrongCall for what is not declared. */
export function readCall(command: Command, args: readonly string[]): Call {
  const names = Object.keys(command.forms);
  const isAlone = names.length === 1 && names[0] === '';
  const end = args.indexOf('--');
  const asksHelp = (end < 0 ? args : args.slice(0, end)).some((it) => it === '--help' || it === '-h');
  const [first] = args;
  const isNamed = !isAlone && first !== undefined && Object.hasOwn(command.forms, first);
  if (asksHelp) return { help: isNamed ? helpOf(command, first) : helpOf(command) };
  if (!isAlone && !isNamed) throw new WrongCall(first === undefined ? `Say what to do: ${orList(names)}.` : noWord(first, names));
  const chosen = command.forms[isAlone ? '' : first!]!;
  return { form: chosen, ...readArguments(chosen, isAlone ? args : args.slice(1)) };
}

const noWord = (word: string, names: readonly string[]): string =>
  word.startsWith('-')
    ? `Say first what to do (${orList(names)}), then the options.`
    : `'${clipped(word)}' is nothing that can be done here.${meant(word, names)} There are ${names.join(', ')}.`;

const meant = (word: string, words: readonly string[]): string => {
  const near = nearest(word.slice(0, longestNamed), words);
  return near === undefined ? '' : ` Did you mean '${near}'?`;
};

const longestNamed = 60;
/** What was typed, shortened where it is too long for a sentence. */
export const clipped = (text: string): string => (text.length > longestNamed ? `${text.slice(0, longestNamed)}…` : text);

const orList = (words: readonly string[]): string =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)!}` : words.join('');

interface Arguments {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

function readArguments({ words: declared, options: known }: Form, args: readonly string[]): Arguments {
  const words: string[] = [];
  const given = new Map<string, string[]>();
  let isOver = false;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]!;
    if (isOver || arg === '-' || !arg.startsWith('-')) {
      words.push(arg);
      continue;
    }
    if (arg === '--') {
      isOver = true;
      continue;
    }
    const { name, value, isInline } = optionOf(arg, known, args[at + 1]);
    const { takes, many } = known[name]!;
    if (takes !== undefined && !isInline) at++;
    const before = given.get(name);
    if (before && !many) throw new WrongCall(`--${name} is given twice; it can be given once.`);
    given.set(name, [...(before ?? []), value]);
  }
  refuseWords(words, declared);
  const entries = Object.entries(known).map(([name, { takes, many }]): [string, unknown] => {
    const values = given.get(name);
    return [name, takes === undefined ? values !== undefined : many ? (values ?? []) : values?.[0]];
  });
  return { words, options: Object.fromEntries(entries) };
}

/** `--name`, `--name=value` or `--name value`; `next` is the argument behind it. */
function optionOf(arg: string, known: Options, next: string | undefined): { name: string; value: string; isInline: boolean } {
  const [, name = '', inline] = /^--([^=]*)(?:=(.*))?$/s.exec(arg) ?? [];
  if (!arg.startsWith('--') || !Object.hasOwn(known, name)) {
    const names = Object.keys(known);
    const there = names.length === 0 ? 'This takes no options.' : `The options here are ${names.map((it) => `--${it}`).join(', ')}.`;
    const near = nearest(name.slice(0, longestNamed), names);
    throw new WrongCall(`There is no option ${clipped(arg)}.${near === undefined ? '' : ` Did you mean --${near}?`} ${there}`);
  }
  const { takes } = known[name]!;
  if (takes === undefined) {
    if (inline !== undefined) throw new WrongCall(`--${name} is a switch and takes no value, so '=${clipped(inline)}' is too much.`);
    return { name, value: '', isInline: true };
  }
  const value = inline ?? next;
  if (value === undefined || (inline === undefined && value.startsWith('--')))
    throw new WrongCall(`--${name} needs a value: --${name} ${takes}.`);
  if (value === '') throw new WrongCall(`--${name} needs a value, and what stands there is empty: --${name} ${takes}.`);
  return { name, value, isInline: inline !== undefined };
}

function refuseWords(words: readonly string[], declared: readonly Word[]): void {
  if (words.includes('')) throw new WrongCall('One of the words is empty.');
  const missing = declared.find(({ is }, at) => is !== 'optional' && words[at] === undefined);
  if (missing) throw new WrongCall(`Name ${missing.says}.`);
  const tooMuch = declared.some(({ is }) => is === 'many') ? undefined : words[declared.length];
  if (tooMuch !== undefined) throw new WrongCall(`'${clipped(tooMuch)}' is one word too many.`);
}

/** A whole number written in digits, within bounds. Throws a WrongCall. */
export function wholeNumber(what: string, text: string, least: number, most: number): number {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
  if (!(value >= least && value <= most))
    throw new WrongCall(`${what} is a whole number from ${least} to ${most}, and '${clipped(text)}' is none.`);
  return value;
}

/** One of some words. Throws a WrongCall that names the nearest. */
export function oneOf<Name extends string>(what: string, word: string, names: readonly Name[]): Name {
  const found = names.find((it) => it === word);
  if (found === undefined)
    throw new WrongCall(`There is no ${what} '${clipped(word)}'.${meant(word, names)} There are ${names.join(', ')}.`);
  return found;
}

/** The help of a command, or of one of its forms alone. */
export function helpOf(command: Command, only?: string): string {
  const forms = Object.entries(command.forms).filter(([name]) => only === undefined || name === only);
  const exits = Object.entries(command.exits).map(([code, says]) => `  ${code}  ${says}`);
  return [
    `npm run ${command.name}: ${command.says}`,
    '',
    ...forms.flatMap(([name, it]) => [usageOf(command.name, name, it), `    ${it.says}`, ...linesOf(it), '']),
    'Exit status:',
    ...exits,
  ].join('\n');
}

function usageOf(command: string, name: string, { words, options }: Form): string {
  const parts = [
    ...(name === '' ? [] : [name]),
    ...words.map((it) => (it.is === 'optional' ? `[${it.name}]` : it.is === 'many' ? `<${it.name}> …` : `<${it.name}>`)),
    ...(Object.keys(options).length > 0 ? ['[options]'] : []),
  ];
  return ['npm run', command, ...(parts.length > 0 ? ['--', ...parts] : [])].join(' ');
}

function linesOf({ words, options }: Form): string[] {
  const rows = [
    ...words.map((it): [string, string] => [it.name, it.says]),
    ...Object.entries(options).map(([name, { takes, many, says }]): [string, string] => [
      `--${name}${takes === undefined ? '' : ` ${takes}`}`,
      many ? `${says}; more than once` : says,
    ]),
    ['--help', 'prints this'] satisfies [string, string],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, says]) => `    ${name.padEnd(width)}  ${says}`);
}

const CANNOT = 2;

/** Runs the command with the arguments of the process, and sets the exit status. Paths are relative to where `npm run` was called. */
export async function runCommand(command: Command): Promise<void> {
  endWhenOutputIsLost();
  const { INIT_CWD: calledFrom, npm_lifecycle_event: script } = process.env;
  if (script === command.name && calledFrom !== undefined && existsSync(calledFrom)) process.chdir(calledFrom);
  process.exitCode = await carryOut(command, process.argv.slice(2));
}

/** Carries out a call, with what it has to say on the console. Returns the exit status; throws nothing. */
export async function carryOut(command: Command, args: readonly string[]): Promise<number> {
  try {
    const call = readCall(command, args);
    if ('form' in call) return await call.form.run(call.words, call.options as Given<Options>);
    console.log(call.help);
    return 0;
  } catch (error) {
    if (error instanceof WrongCall) console.error(`${error.message} See npm run ${command.name} -- --help.`);
    else console.error('This is a mistake in Orrery itself, not in the call:', error);
    return CANNOT;
  }
}

/** The disk is full, or whoever read the output is gone: what was to be said is lost, so it is no success. */
function endWhenOutputIsLost(): void {
  process.stderr.on('error', () => process.exit(CANNOT));
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    const why = error.code === 'EPIPE' ? 'its reader is gone' : (error.code ?? error.message);
    process.stderr.write(`The output could not be written (${why}), so what was found is lost.\n`);
    process.exit(CANNOT);
  });
}
