/** Whether the development of a system has gone elsewhere, or come to rest: what a reader has to know before anything else. */
import type { System } from '../schemas/systems.ts';

type Found = System['upstream'][number];

/** The first observation since it has been so, as that one says where it went; none while the system is developed. */
export function departureOf({ upstream }: Pick<System, 'upstream'>): Found | undefined {
  const state = upstream.at(-1)?.state;
  if (state !== 'moved' && state !== 'quiet') return undefined;
  return upstream[upstream.findLastIndex((it) => it.state !== state) + 1];
}
