/** What the sandbox answers of a log that is held against an edited model: line by line, and at last the verdict in words. */
import type { Mechanism } from '../../../../engine/language.ts';
import { Conformance } from '../../../../logs/conform.ts';
import { toldVerdict } from '../../../../logs/verdict-words.ts';
import { grouped } from '../../narrate.ts';
import type { Request } from './protocol.ts';

export class LogAnswering {
  private readonly mechanism: Mechanism;
  private conformance: Conformance | undefined;

  constructor(mechanism: Mechanism) {
    this.mechanism = mechanism;
  }

  answer(request: Request): unknown {
    switch (request.do) {
      case 'map':
        return this.map(request.map);
      case 'lines': {
        const goesOn = request.lines.every((line) => this.conformance?.take(line));
        return { lines: this.conformance?.lines ?? 0, goesOn };
      }
      case 'verdict':
        return this.conformance && toldVerdict(this.conformance.result(), grouped);
      default:
        throw new Error('Nothing but a log is held against it here.');
    }
  }

  private map(text: string): unknown {
    const found = Conformance.of(this.mechanism, text);
    this.conformance = found instanceof Conformance ? found : undefined;
    return { problems: found instanceof Conformance ? [] : found };
  }
}
