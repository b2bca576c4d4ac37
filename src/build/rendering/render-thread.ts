/** One more thread that renders pages, from where it is asked for them. */
import { Worker } from 'node:worker_threads';
import type { CheckedModel } from '../../components/simulation/verdicts.ts';

/** What Astro knows of a page when its styles are in files. */
export interface StyledPage {
  readonly styles: readonly object[];
}

/** What an integration puts into every page. */
export interface InjectedScript {
  readonly stage: string;
  readonly content: string;
}

/** What a thread begins with; all of it can be cloned. */
export interface ThreadBegins {
  /** Path of the file that the pages were bundled into. */
  readonly entry: string;
  /** The styles of each page, by Astro's key for it. */
  readonly styles: ReadonlyMap<string, readonly object[]>;
}

/** Names a page's route in every thread: a route itself has what cannot be cloned. */
export interface RouteName {
  readonly route: string;
  readonly component: string;
}

export interface RenderJob extends RouteName {
  readonly id: number;
  readonly url: string;
}

/** What is known when the pages are bundled, and is the same for all threads. */
export interface Common {
  readonly scripts: readonly InjectedScript[];
  readonly models: ReadonlyMap<string, CheckedModel>;
}

/** The first message is what is common, each other one a job. */
export type RenderMessage = Common | RenderJob;

export interface RenderAnswer {
  readonly id: number;
  readonly body: ArrayBuffer | undefined;
  readonly status: number;
  readonly headers: [string, string][];
  /** What was thrown instead. */
  readonly error: unknown;
}

/** MiB; what scripts/build.mjs gives the first thread: three halves of 64. */
const YOUNG = 192;

export class RenderThread {
  private readonly worker: Worker;
  private readonly asked = new Map<number, PromiseWithResolvers<Response>>();
  private jobs = 0;

  constructor(entry: string, pages: ReadonlyMap<string, StyledPage>) {
    const workerData: ThreadBegins = { entry, styles: new Map([...pages].map(([key, { styles }]) => [key, styles])) };
    this.worker = new Worker(new URL('render.worker.ts', import.meta.url), {
      workerData,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    });
    this.worker.on('message', (answer: RenderAnswer) => this.answered(answer));
    this.worker.on('error', (error) => this.fail(error));
    this.worker.on('exit', (code) => this.fail(new Error(`a thread that renders pages ended with ${code}`)));
  }

  /** Before the first page. */
  begin({ scripts, models }: Common): void {
    this.tell({ scripts: scripts.map(({ stage, content }) => ({ stage, content })), models });
  }

  /** Rejects with what the page threw, or when the thread ends before it has answered. */
  render(url: string, { route, component }: RouteName): Promise<Response> {
    const id = this.jobs++;
    const answer = Promise.withResolvers<Response>();
    this.asked.set(id, answer);
    this.tell({ id, url, route, component });
    return answer.promise;
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private tell(message: RenderMessage): void {
    this.worker.postMessage(message);
  }

  private answered({ id, body, status, headers, error }: RenderAnswer): void {
    const answer = this.asked.get(id);
    this.asked.delete(id);
    if (error === undefined) answer?.resolve(new Response(body ?? null, { status, headers }));
    else answer?.reject(error);
  }

  private fail(error: unknown): void {
    for (const answer of this.asked.values()) answer.reject(error);
    this.asked.clear();
  }
}
