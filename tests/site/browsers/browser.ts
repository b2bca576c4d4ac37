/** What the tests in other browsers do with a browser, whatever it is driven by. */
export interface Browser {
  readonly name: string;
  /** Opens an address and waits until it has loaded. */
  open(url: string): Promise<void>;
  /** The value of an expression in the page; a promise is waited for. Only what JSON can say comes back. */
  evaluate(expression: string): Promise<unknown>;
  /** Errors that the page has had since it was opened, as far as the browser tells. */
  errors(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Asks until `done` finds the answer right, again after each turn of the browser; throws with the last answer. */
export async function until(browser: Browser, expression: string, done: (value: unknown) => boolean, mostMs = 60_000): Promise<unknown> {
  const end = Date.now() + mostMs;
  // A turn is a message of the browser to itself: frames stand still in a window that is not seen.
  const next = `new Promise((done) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => done(${expression}); port2.postMessage(0); })`;
  for (;;) {
    const value = await browser.evaluate(next);
    if (done(value)) return value;
    if (Date.now() > end) throw new Error(`${browser.name}: ${expression} is still ${JSON.stringify(value)} after ${mostMs / 1000} s`);
  }
}
