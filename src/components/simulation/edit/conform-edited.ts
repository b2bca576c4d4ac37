/** A log held against an edited model: the lines go to a sandbox of their own in portions, and what is told of them comes back in words. */
import { whyOf } from '../check.ts';
import type { ConformState } from '../conform-in-page.ts';
import { mapped, taken, verdict } from './sandbox/answers.ts';
import type { Request } from './sandbox/protocol.ts';
import type { Sandbox } from './sandbox/sandbox.ts';

/** Few enough to be taken up in a part of the limit, many enough to need few questions. */
const MOST_LINES = 200;
const LIMIT_MS = 2_000;

/** The sandbox is closed at the end. Nothing is told after the signal. */
export async function conformEdited(
  sandbox: Sandbox,
  script: string,
  map: string,
  lines: AsyncIterable<string>,
  stop: AbortSignal,
  tell: (state: ConformState) => void,
): Promise<void> {
  const say = (state: ConformState) => {
    if (!stop.aborted) tell(state);
  };
  const ask = (request: Request) => sandbox.ask(request, LIMIT_MS);
  try {
    say({ is: 'running', lines: 0 });
    await sandbox.load(script, LIMIT_MS);
    const { problems } = mapped(await ask({ do: 'map', map }));
    if (problems.length > 0) return say({ is: 'wrong map', problems });
    for await (const portion of portions(lines)) {
      const found = taken(await ask({ do: 'lines', lines: portion }));
      if (stop.aborted) return;
      if (!found.goesOn) break;
      say({ is: 'running', lines: found.lines });
    }
    say({ is: 'done', verdict: verdict(await ask({ do: 'verdict' })) });
  } catch (problem) {
    say({ is: 'failed', why: whyOf(problem).replace(/\.$/, '') });
  } finally {
    sandbox.stop();
  }
}

async function* portions(lines: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let portion: string[] = [];
  for await (const line of lines) {
    portion.push(line);
    if (portion.length < MOST_LINES) continue;
    yield portion;
    portion = [];
  }
  if (portion.length > 0) yield portion;
}
