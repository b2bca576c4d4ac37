/**
 * Workers of the package. A browser starts a worker only from a script of the page's own origin, and only a page knows whether its policy allows one
 * from text (`worker-src blob:`): to try it is a violation, which the page's owner would be told of. So the element says how, and where nothing
 * is allowed the search runs in the page.
 */
import type { Machine } from '../../../src/engine/checker.ts';

/** `own`: when the package lies on the page's own origin. `blob`: else from text, because the policy allows it. `none`: never. */
export const workerModes = ['own', 'blob', 'none'] as const;
export type WorkerMode = (typeof workerModes)[number];

interface Origin {
  /** The address of the package's script. */
  readonly base: string;
  /** The address of a module that exports the mechanism as `runs`. */
  readonly module: string | undefined;
  readonly mode: WorkerMode;
}

/** By the mechanism: each element has a copy of its own. */
const origins = new WeakMap<object, Origin>();

/** Says how checks of this mechanism may leave the page's thread. */
export function comesFrom(mechanism: object, origin: Origin): void {
  origins.set(mechanism, origin);
}

/** Throws an Error where none may be started. What it checks, it finds by its own name, the address of a module. */
export function workerFor({ mechanism }: Machine, name: 'check' | 'survey'): Worker {
  const { base, module, mode } = origins.get(mechanism) ?? {};
  if (base === undefined || module === undefined || mode === 'none') throw new Error('The check runs in the page.');
  const script = new URL(`workers/${name}.js`, base);
  const options = { type: 'module', name: new URL(module, location.href).href } as const;
  if (script.origin === location.origin) return new Worker(script, options);
  if (mode === 'own') throw new Error('The script of the worker comes from another origin.');
  return new Worker(fromText(script.href), options);
}

const texts = new Map<string, string>();

/** One address for each script, as long as the page. */
function fromText(script: string): string {
  const known = texts.get(script) ?? URL.createObjectURL(new Blob([`import ${JSON.stringify(script)};`], { type: 'text/javascript' }));
  texts.set(script, known);
  return known;
}
