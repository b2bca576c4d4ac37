/** What is published beside the page of a lab, for its grader. For the build alone. */
import type { Lab } from '../../schemas/labs.ts';
import type { LabData } from './lab-data.ts';

const maps = import.meta.glob<string>('../../logs/shipped/*/*.map', { query: '?raw', import: 'default' });

export async function labData(lab: Lab): Promise<LabData> {
  if (lab.kind !== 'log') return { lab };
  const shipped = maps[`../../logs/shipped/${lab.map}.map`];
  return { lab, map: shipped ? await shipped() : lab.map };
}
