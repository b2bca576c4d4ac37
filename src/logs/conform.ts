/** A log against a model, line by line: explained by a run, or the first line that none explains. */
import type { Machine } from '../engine/checker.ts';
import { Explainer, type Impossible } from '../engine/whole-graph.ts';
import type { Mechanism } from '../engine/language.ts';
import { readMap, type MapProblem } from './log-map.ts';
import { MappedLog } from './mapped-log.ts';

/** Why a log went no further. */
export type Stop =
  /** No run explains the line. */
  | { readonly is: 'refused'; readonly why: Impossible }
  /** The line is mapped, or must be, and cannot be understood. */
  | { readonly is: 'unclear'; readonly says: string; readonly mapLine: number | undefined }
  | { readonly is: 'given up'; readonly most: number };

export interface Verdict {
  readonly m: Machine;
  /** How many lines were read, and how many of them were steps. */
  readonly lines: number;
  readonly observed: number;
  /** How often the system began again; the run is that since the last time. */
  readonly begun: number;
  /** Undefined where the whole log is explained. */
  readonly stop: (Stop & { readonly line: number; readonly text: string }) | undefined;
  /** The instances of the run: to the end of the log, or to where it was still possible. */
  readonly run: readonly number[];
  /** How many states are possible at the end. */
  readonly possible: number;
}

export class Conformance {
  lines = 0;
  observed = 0;
  /** How often the log says that the system begins again. */
  begun = 0;
  private readonly log: MappedLog;
  private readonly explainer: Explainer;
  private possible = 1;
  /** The line before was a look: one that follows it directly is of the same moment. */
  private looked = false;
  private stop: Verdict['stop'];

  private constructor(log: MappedLog) {
    this.log = log;
    this.explainer = new Explainer(log.m, { hidden: log.hidden });
  }

  /** Ready for the first line, or what is wrong with the map, which is given as text. */
  static of(mechanism: Mechanism, text: string): Conformance | readonly MapProblem[] {
    const { map, problems } = readMap(text);
    if (problems.length > 0) return problems;
    const { id } = mechanism.model;
    if (map.model !== id)
      return [{ line: map.modelLine, says: `the map is of '${map.model}'`, fix: `Hold the log against that model, or write model ${id}.` }];
    const mapped = MappedLog.of(mechanism, map);
    return 'problems' in mapped ? mapped.problems : new Conformance(mapped.log);
  }

  /** Takes up the next line; false when it is the one that is not explained, and no other is wanted. */
  take(text: string): boolean {
    this.lines += 1;
    const said = this.log.read(text);
    const follows = this.looked;
    this.looked = said.is === 'step' && said.observation.may === undefined;
    if (said.is === 'other') return true;
    if (said.is === 'again') return this.begins();
    if (said.is === 'unclear') return this.stops(text, { is: 'unclear', says: said.says, mapLine: said.by?.line });
    this.observed += 1;
    const outcome = this.explainer.observe(said.observation, this.looked && follows);
    if (outcome.is !== 'explained') return this.stops(text, outcome);
    this.possible = outcome.possible;
    return true;
  }

  result(): Verdict {
    const { stop } = this;
    const run = stop?.is === 'refused' ? stop.why.run : this.explainer.run();
    return { m: this.log.m, lines: this.lines, observed: this.observed, begun: this.begun, stop, run, possible: stop ? 0 : this.possible };
  }

  private begins(): true {
    this.explainer.begin();
    this.possible = 1;
    this.begun += 1;
    return true;
  }

  private stops(text: string, why: Stop): false {
    this.stop = { ...why, line: this.lines, text };
    return false;
  }
}
