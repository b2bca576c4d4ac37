/**
 * A page's side of the service worker: it is registered when the page has come to rest, told that the page was visited, and heard when a
 * newer build waits. Where there are no service workers, or none may be made, nothing happens.
 */
import { sayNewVersion } from './new-version.ts';

const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

export function keepForOffline(): void {
  if (!import.meta.env.PROD || window.top !== window || !('serviceWorker' in navigator)) return;
  const begin = () => whenIdle(() => void register().catch(() => undefined));
  if (document.readyState === 'complete') begin();
  else addEventListener('load', begin, { once: true });
}

/** Safari has no idle time of its own. */
const whenIdle = (work: () => void): void => {
  if ('requestIdleCallback' in window) requestIdleCallback(work);
  else setTimeout(work, 1000);
};

async function register(): Promise<void> {
  const { serviceWorker } = navigator;
  hear(serviceWorker);
  const registration = await serviceWorker.register(`${base}sw.js`, { scope: base });
  watch(registration);
  const { active } = await serviceWorker.ready;
  active?.postMessage({ is: 'rests', saves: savesData() });
}

/** A reader whose browser asks to send little is given only what was visited. */
const savesData = (): boolean => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

/** Asks the worker that this page lives by whether the one that waits is newer than the page. */
function watch(registration: ServiceWorkerRegistration): void {
  const tell = () => {
    if (registration.waiting && navigator.serviceWorker.controller) navigator.serviceWorker.controller.postMessage({ is: 'waits' });
  };
  tell();
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed') tell();
    });
  });
}

function hear(serviceWorker: ServiceWorkerContainer): void {
  const hadOne = serviceWorker.controller !== null;
  let isNewer = false;
  serviceWorker.addEventListener('message', ({ data }: MessageEvent<{ readonly is?: string }>) => {
    if (data?.is === 'newer') isNewer = true;
    if (data?.is === 'newVersion')
      sayNewVersion(async () => (await serviceWorker.getRegistration(base))?.waiting?.postMessage({ is: 'takeOver' }));
  });
  // A page of the old build takes nothing of the new one: it is read anew.
  serviceWorker.addEventListener('controllerchange', () => {
    if (hadOne && !isNewer) location.reload();
  });
}
