// The whole script of the sandbox page. It relays and limits; it never runs the reader's script on its own thread, which has a window.
'use strict';
const MOST_TEXT = 4_000_000;
// Without a sandbox around it, opened by itself or framed by a stranger, this page would have the origin of the site: then it does nothing.
if (self.origin === 'null') {
  let worker;
  let owed = 0; // answers that the page waits for
  const tell = (text) => parent.postMessage(text, '*');
  const end = (why) => {
    worker?.terminate();
    worker = undefined;
    owed = 0;
    if (why) tell(JSON.stringify({ is: 'ended', why: String(why).slice(0, 1_000) }));
  };
  const hear = (text) => {
    if (worker === undefined) return;
    if (typeof text !== 'string' || text.length > MOST_TEXT || owed === 0) return end('The model sent what nobody asked for.');
    owed -= 1;
    tell(text);
  };
  const load = (script) => {
    end();
    const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    worker = new Worker(address);
    URL.revokeObjectURL(address);
    owed = 1; // it is loaded, or it failed
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      end(event.message || 'The script could not be started.');
    });
    worker.addEventListener('message', ({ data }) => hear(data));
  };
  addEventListener('message', ({ source, data }) => {
    if (source !== parent) return;
    if (data.script !== undefined) load(data.script);
    else if (worker) {
      owed += 1;
      worker.postMessage(data.request);
    }
  });
  tell('{"is":"ready"}');
} else if (parent !== self) {
  // Without a network only a service worker has this page, and none serves a frame without an origin. So it was framed with the site's origin,
  // and holds a frame without one: the same script, under the policy of this page, which such a frame takes over.
  const inner = document.createElement('iframe');
  inner.setAttribute('sandbox', 'allow-scripts');
  inner.srcdoc = `<!doctype html><meta charset="utf-8"><title>Sandbox</title><script>${document.currentScript.textContent}</${'script'}>`;
  addEventListener('message', ({ source, data }) => {
    if (source === parent) inner.contentWindow.postMessage(data, '*');
    else if (source === inner.contentWindow) parent.postMessage(data, '*');
  });
  document.body.append(inner);
}
