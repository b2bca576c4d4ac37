/** `sim bench`: the figures of the engine. What measures is loaded only now: it brings the driver of the browser with it. */
import type { Figure } from '../../../bench/figure.ts';
import { loadMechanisms } from '../../mechanisms/registry.ts';
import { WrongCall } from '../command/command.ts';

export interface BenchOptions {
  readonly json: boolean;
  readonly chromium: boolean;
}

/** Returns the exit status. */
export async function bench({ json, chromium }: BenchOptions): Promise<number> {
  const measured = chromium ? await inChromium() : await inNode();
  if (json) console.log(JSON.stringify(measured, null, 2));
  else for (const figure of measured) console.log(figureLine(figure));
  return 0;
}

async function inNode(): Promise<Figure[]> {
  const { figures } = await import('../../../bench/figures.ts');
  return figures(await loadMechanisms());
}

async function inChromium(): Promise<Figure[]> {
  const { chromiumFigures, whyNoSite } = await import('../../../bench/chromium.ts');
  const missing = whyNoSite();
  if (missing !== undefined) throw new WrongCall(missing);
  return chromiumFigures();
}

function figureLine({ name, value, unit, target, note }: Figure): string {
  const shown = value === undefined ? 'not measured' : `${unit === '' ? value : value.toPrecision(3)} ${unit}`;
  return `${name.padEnd(36)} ${shown.padEnd(18)} ${target.padEnd(8)} ${note}`;
}
