/**
 * The page's side of the sandbox: a frame without an origin of its own, in it a worker, in that the reader's script. A limit that passes removes
 * the frame, whatever the script is doing; the end of the worker alone would let an endless loop run for two seconds more.
 */
/** Why a script was ended, or what it threw: a sentence for the reader. */
export class SandboxError extends Error {}

/** A frame may take long on a busy machine; no script runs by then. */
const FRAME_MS = 20_000;

/** A frame that has loaded so long ago and says nothing shows the browser's own page of an error. */
const ERROR_PAGE_MS = 1_000;

/** Whether a service worker may have the sandbox page. */
const isKept = (): boolean => 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;

interface Waiting {
  readonly settle: (answer: unknown) => void;
  readonly refuse: (why: SandboxError) => void;
}

export class Sandbox {
  private frame: HTMLIFrameElement | undefined;
  private waiting: Waiting | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private readonly address: string;
  private readonly engine: string;

  /** The address of the sandbox page, and the text of the runner. */
  constructor(address: string, engine: string) {
    this.address = address;
    this.engine = engine;
  }

  /** A fresh frame and a fresh worker with this script, in CommonJS. Nothing of an earlier one is left. The limit counts from when the script is sent. */
  load(script: string, limit: number): Promise<unknown> {
    this.stop();
    this.last = this.inFrame(`${this.engine}\n;begin(function (require, exports) {"use strict";\n${script}\n});`, limit);
    return this.last;
  }

  /** One question after the other. Rejects with a SandboxError; after a limit the script is gone, and is to be loaded again. */
  ask(request: object, limit: number): Promise<unknown> {
    const answer = this.last.then(() => this.send({ request }, limit));
    this.last = answer.catch(() => undefined);
    return answer;
  }

  /** Whether a script is there to be asked. */
  get isLoaded(): boolean {
    return this.frame !== undefined;
  }

  /** Ends whatever runs. Safe at any time. */
  stop(why = 'Stopped.'): void {
    clearTimeout(this.timer);
    removeEventListener('message', this.hear);
    this.frame?.remove();
    this.frame = undefined;
    const { waiting } = this;
    this.waiting = undefined;
    this.last = Promise.resolve();
    waiting?.refuse(new SandboxError(why));
  }

  private async inFrame(script: string, limit: number): Promise<unknown> {
    const frame = document.createElement('iframe');
    const isAway = !navigator.onLine && isKept();
    if (!isAway) frame.setAttribute('sandbox', 'allow-scripts');
    frame.setAttribute('referrerpolicy', 'no-referrer');
    frame.hidden = true;
    frame.title = 'Sandbox of the edited model';
    frame.src = this.address;
    this.frame = frame;
    addEventListener('message', this.hear);
    const ready = this.wait(FRAME_MS);
    if (!isAway && isKept()) this.openKept(frame);
    document.body.append(frame);
    await ready;
    return this.send({ script }, limit);
  }

  /**
   * A service worker gives nothing to a frame without an origin. Where the host cannot be reached, the sandbox page is opened with the origin of
   * the site: then it runs nothing itself, and holds a frame without one, under its own policy (`frame.js`).
   */
  private openKept(frame: HTMLIFrameElement): void {
    const { waiting } = this;
    const opened = () => {
      setTimeout(() => {
        if (this.waiting !== waiting) return;
        frame.removeAttribute('sandbox');
        frame.src = this.address;
      }, ERROR_PAGE_MS);
    };
    frame.addEventListener('load', opened, { once: true });
  }

  private send(message: object, limit: number): Promise<unknown> {
    const target = this.frame?.contentWindow;
    if (!target) return Promise.reject(new SandboxError('Nothing runs in the sandbox.'));
    const answer = this.wait(limit);
    target.postMessage(message, '*'); // its origin is opaque, and what it gets is no secret
    return answer;
  }

  private wait(limit: number): Promise<unknown> {
    return new Promise((settle, refuse) => {
      this.waiting = { settle, refuse };
      const says = limit === FRAME_MS ? 'The sandbox could not be opened.' : `Stopped after ${limit / 1000} seconds without an answer.`;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.stop(says), limit);
    });
  }

  private readonly hear = ({ source, data }: MessageEvent): void => {
    const { waiting } = this;
    if (source !== this.frame?.contentWindow || waiting === undefined) return;
    const message = parsed(data);
    const why = String(message['why'])
      .slice(0, 1_000)
      .replace(/^Uncaught /, '');
    if (message['is'] === 'ended') return this.stop(why);
    clearTimeout(this.timer);
    this.waiting = undefined;
    // What a model throws is an answer like any other: the worker is still there.
    if (message['is'] === 'failed') waiting.refuse(new SandboxError(why));
    else waiting.settle(message['is'] === 'loaded' ? message['model'] : message['answer']);
  };
}

function parsed(data: unknown): Readonly<Record<string, unknown>> {
  try {
    const message: unknown = typeof data === 'string' ? JSON.parse(data) : undefined;
    return typeof message === 'object' && message !== null ? { ...message } : {};
  } catch {
    return {};
  }
}
