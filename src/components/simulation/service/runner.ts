/** The script in front of a service that a reader wrote, in the worker of the sandbox. */
import { beginWith } from '../edit/sandbox/begin-with.ts';
import { withoutClockAndChance } from '../edit/sandbox/guard.ts';
import { ServiceAnswering } from './answering.ts';
import * as starina from './starina.ts';
import type { Service } from './starina.ts';

const now = performance.now.bind(performance);

const isService = (it: unknown): it is Service =>
  typeof it === 'object' && it !== null && 'connected' in it && typeof it.connected === 'function';

beginWith((script) => {
  withoutClockAndChance(); // a run is the same whenever it is done again
  const make = (): Service => {
    const exports: Record<string, unknown> = {};
    script((path) => {
      if (path === '../starina.ts') return starina;
      throw new Error(`A service imports only '../starina.ts', not '${path}'.`);
    }, exports);
    const service = Object.values(exports).find(isService);
    if (!service) throw new Error('The file exports no service: export const service = serve({ … }).');
    return {
      name: String(service.name).slice(0, 40),
      answersData: service.answersData === true,
      init: (ctx) => service.init?.(ctx),
      connected: (ctx, ch) => service.connected(ctx, ch),
    };
  };
  return { told: { name: make().name }, answering: new ServiceAnswering(make, now) };
});
