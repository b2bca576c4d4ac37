/** What the player of a lab leaves out, so that it does not answer what is asked. */
import type { Asked } from '../simulation/asked.ts';

/** As the player has them; and `blind`: as `play`, and no action is called a fault. */
export type Parts = Asked['parts'] | 'blind';

export const askedFor = (parts: Parts, begin: Asked['begin']): Asked => ({
  begin,
  parts: parts === 'blind' ? 'play' : parts,
  menu: (all, { history: { position, attempts } }) => {
    if (parts === 'look') return { ...all, groups: [], next: position < attempts.length ? all.next : undefined };
    return parts === 'blind' ? { ...all, groups: all.groups.map((group) => ({ ...group, isFault: false })) } : all;
  },
});
