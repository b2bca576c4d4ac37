/**
 * A map from the lines of a log to the steps of a model, as text:
 *
 *     model themelios/ipc
 *     with tasks=3
 *     values task: shell=0 netd=1
 *     hidden fallAsleep
 *     skip ^\[sched\]
 *     line ^task (?<who>\w+) calls (?<badge>\d+) => call by=$who:task
 *     line ^task (?<who>\w+) sleeps => fallAsleep by=$who:task sees tasks.0.waits=true
 *     look ^0 (?<is>\w+)$ => tasks.0.state=$is
 *     again ^booting
 *
 * A line of the log is what the first expression says that fits it: a step, a look at the state without a step, or that the system begins again. `?` stands for an argument that the log does not tell. Expressions are those
 * of RE2, which take a time that grows with the length of a line and not faster, whatever is written.
 */
import { RE2JS } from 're2js';

/** What is wrong with a map: where, what, and what to do. Lines are counted from 1. */
export interface MapProblem {
  readonly line: number;
  readonly says: string;
  readonly fix: string;
}

/** What an argument or a field is: a constant, what an expression caught, or what the log does not tell. */
export type Given =
  | { readonly is: 'constant'; readonly text: string }
  | { readonly is: 'caught'; readonly group: string; readonly values: string | undefined }
  | { readonly is: 'untold' };

export interface Target {
  /** Undefined for a look at the state, which is no step. */
  readonly action: string | undefined;
  readonly args: ReadonlyMap<string, Given>;
  /** What is seen of the state after it: a path of names and numbers, and the value there. */
  readonly sees: readonly { readonly path: string; readonly value: Given }[];
}

export interface MapRule {
  /** Where it stands in the map. */
  readonly line: number;
  readonly expression: RE2JS;
  readonly groups: readonly string[];
  /** The steps that the line may be; none where it is of other matters. */
  readonly targets: readonly Target[];
  /** The system begins again: the model is in its first state, and what was named or counted is forgotten. */
  readonly begins: boolean;
}

/**
 * How the names of a log become values of the model: as they are written down, in the order in which the log names them first, or, where they are
 * numbers, counted from the first of them, which is given.
 */
export interface ValueNames {
  readonly line: number;
  readonly written: ReadonlyMap<string, string>;
  readonly inOrder: boolean;
  readonly from: number | undefined;
}

export interface LogMap {
  readonly model: string;
  readonly modelLine: number;
  /** Parameters and faults as they are written, `tasks=3` or `wakesCallers`, with their line. */
  readonly settings: readonly { readonly line: number; readonly text: string }[];
  readonly hidden: readonly { readonly line: number; readonly action: string }[];
  readonly values: ReadonlyMap<string, ValueNames>;
  readonly rules: readonly MapRule[];
  /** What fits no expression ends the log as something that nobody mapped; otherwise it is of other matters. */
  readonly refusesOthers: boolean;
}

const mostRules = 200;
const mostCharacters = 65_536;

/** Reads a map. All problems of its text are told at once; whether the model has what it names is asked in `mapped-log.ts`. */
export function readMap(text: string): { readonly map: LogMap; readonly problems: readonly MapProblem[] } {
  const reader = new MapReader();
  if (text.length > mostCharacters) reader.wrong(1, `the map has more than ${mostCharacters} characters`, 'A map is a page of text.');
  else for (const [i, line] of text.split(/\r?\n/).entries()) reader.take(line.trim(), i + 1);
  return reader.end();
}

class MapReader {
  private readonly problems: MapProblem[] = [];
  private model: { id: string; line: number } | undefined;
  private readonly settings: { line: number; text: string }[] = [];
  private readonly hidden: { line: number; action: string }[] = [];
  private readonly values = new Map<string, ValueNames>();
  private readonly rules: MapRule[] = [];
  private refusesOthers = false;

  wrong(line: number, says: string, fix: string): void {
    this.problems.push({ line, says, fix });
  }

  take(text: string, line: number): void {
    if (text === '' || text.startsWith('#')) return;
    const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(text) ?? [];
    switch (word) {
      case 'model':
        if (this.model)
          this.wrong(line, `the model is named a second time; it is ${this.model.id}, by line ${this.model.line}`, 'Keep one of the two.');
        else this.model = { id: rest, line };
        return;
      case 'with':
        for (const setting of rest.split(/\s+/).filter(Boolean)) this.settings.push({ line, text: setting });
        return;
      case 'hidden':
        for (const action of rest.split(/[\s,]+/).filter(Boolean)) this.hidden.push({ line, action });
        return;
      case 'values':
        return this.takeValues(rest, line);
      case 'others':
        if (rest === 'refuse' || rest === 'skip') this.refusesOthers = rest === 'refuse';
        else this.wrong(line, `'${cut(rest)}' says not what becomes of other lines`, "Write 'others refuse' or 'others skip'.");
        return;
      case 'skip':
      case 'again':
        return this.takeRule(rest, '', line, word === 'again');
      case 'look': {
        const at = rest.lastIndexOf(' => ');
        if (at < 0) this.wrong(line, 'the expression leads to nothing that is seen', "Write 'look <expression> => <field>=<value>'.");
        else this.takeRule(rest.slice(0, at).trim(), `sees ${rest.slice(at + 4).trim()}`, line);
        return;
      }
      case 'line': {
        const at = rest.lastIndexOf(' => ');
        if (at < 0) this.wrong(line, 'the expression leads to no step', "Write 'line <expression> => <action> <argument>=<value>'.");
        else this.takeRule(rest.slice(0, at).trim(), rest.slice(at + 4).trim(), line);
        return;
      }
      default:
        this.wrong(
          line,
          `a line of a map does not begin with '${cut(word)}'`,
          'It begins with model, with, hidden, values, line, look, skip, again, others or #.',
        );
    }
  }

  end() {
    if (!this.model) this.wrong(1, 'the map names no model', "Begin it with 'model <system>/<mechanism>'.");
    if (this.rules.every(({ targets }) => targets.length === 0) && this.problems.length === 0)
      this.wrong(1, 'no line leads to a step', "Add 'line <expression> => <action>'.");
    const { model, settings, hidden, values, rules, refusesOthers, problems } = this;
    return { map: { model: model?.id ?? '', modelLine: model?.line ?? 1, settings, hidden, values, rules, refusesOthers }, problems };
  }

  private takeValues(rest: string, line: number): void {
    const [, name = '', list = ''] = /^([\w-]+)\s*:\s*(.*)$/.exec(rest) ?? [];
    if (name === '')
      return this.wrong(
        line,
        'the values have no name',
        "Write 'values <name>: <in the log>=<in the model> …', 'values <name>: in order', or 'values <name>: counted from 1'.",
      );
    if (this.values.has(name)) return this.wrong(line, `the values '${name}' are given twice`, 'Put both lists into one line.');
    if (list === 'in order') return void this.values.set(name, { line, written: new Map(), inOrder: true, from: undefined });
    const [, first] = /^counted from (\d{1,9})$/.exec(list) ?? [];
    if (first !== undefined) return void this.values.set(name, { line, written: new Map(), inOrder: false, from: Number(first) });
    const written = new Map<string, string>();
    for (const pair of list.split(/\s+/).filter(Boolean)) {
      const [said = '', is, ...more] = pair.split('=');
      if (said === '' || is === undefined || is === '' || more.length > 0)
        return this.wrong(line, `'${cut(pair)}' is no pair`, 'Write what the log says, =, and the value of the model.');
      written.set(said, is);
    }
    if (written.size === 0) return this.wrong(line, `the values '${name}' are none`, "Add pairs, or write 'in order'.");
    this.values.set(name, { line, written, inOrder: false, from: undefined });
  }

  private takeRule(source: string, steps: string, line: number, begins = false): void {
    if (this.rules.length >= mostRules) return this.wrong(line, `there are more than ${mostRules} expressions`, 'Put several into one.');
    if (source === '') return this.wrong(line, 'there is no expression', 'Write it behind the first word; ^ begins a line.');
    const expression = compiled(source);
    if (typeof expression === 'string')
      return this.wrong(line, `the expression cannot be read: ${expression}`, 'It is one of RE2: no reference back and no look ahead.');
    const groups = Object.keys(expression.namedGroups());
    const targets = steps === '' ? [] : steps.split(/\s+or\s+/).flatMap((text) => this.target(text, groups, line) ?? []);
    this.rules.push({ line, expression, groups, targets, begins });
  }

  private target(text: string, groups: readonly string[], line: number): Target | undefined {
    const isLook = text.startsWith('sees ');
    const [step = '', seen, ...more] = isLook ? ['', text.slice(5)] : text.split(/\s+sees\s+/);
    const [action = '', ...args] = step.split(/\s+/).filter(Boolean);
    if (more.length > 0) return void this.wrong(line, "there is a second 'sees'", 'Put all that is seen behind one, with blanks between.');
    if (!isLook && !/^\w+$/.test(action))
      return void this.wrong(line, `'${cut(action)}' is no name of an action`, 'Write the name as the model has it.');
    const given = this.pairs(args, groups, line);
    const sees = this.pairs(seen?.split(/\s+/).filter(Boolean) ?? [], groups, line);
    return (
      given && sees && { action: isLook ? undefined : action, args: new Map(given), sees: sees.map(([path, value]) => ({ path, value })) }
    );
  }

  private pairs(pairs: readonly string[], groups: readonly string[], line: number): [string, Given][] | undefined {
    const read: [string, Given][] = [];
    for (const pair of pairs) {
      const [, name = '', value = ''] = /^([\w.]+)=(.+)$/.exec(pair) ?? [];
      if (name === '')
        return void this.wrong(
          line,
          `'${cut(pair)}' has no value`,
          'Write name=value, name=$group, or name=? where the log does not tell it.',
        );
      if (read.some(([it]) => it === name)) return void this.wrong(line, `'${name}' is given twice`, 'Keep one.');
      const given = this.given(value, groups, line);
      if (!given) return undefined;
      read.push([name, given]);
    }
    return read;
  }

  private given(text: string, groups: readonly string[], line: number): Given | undefined {
    if (text === '?') return { is: 'untold' };
    if (!text.startsWith('$')) return { is: 'constant', text };
    const [group = '', values] = text.slice(1).split(':');
    if (!groups.includes(group))
      return void this.wrong(
        line,
        `the expression catches no '${cut(group)}'`,
        groups.length > 0 ? `It catches ${groups.join(', ')}.` : `Name what it is to catch: (?<${/^\w+$/.test(group) ? group : 'name'}>…).`,
      );
    if (values !== undefined && !this.values.has(values))
      return void this.wrong(
        line,
        `there are no values '${cut(values)}' above this line`,
        `Add 'values ${cut(values)}: <in the log>=<in the model>'.`,
      );
    return { is: 'caught', group, values };
  }
}

/** The expression, or what is wrong with it. */
function compiled(source: string): RE2JS | string {
  try {
    return RE2JS.compile(source);
  } catch (error) {
    return (error as Error).message.replace(/^error parsing regexp: /, '');
  }
}

const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
