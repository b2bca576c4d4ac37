/** Progress as readers have it, for tests. */
import { randomFrom } from '../../engine/checker.ts';
import { textOf, type Progress } from './progress.ts';

export const some: Progress = {
  solved: new Set(['themelios/last-slot', 'zos/stuck-deployment', 'starina/lost-message']),
  drafts: new Map([
    ['avyos/mount-order', "    'the device is there': ({ it }) => it.ready && it.name !== \u2018\u2019,\n"],
    ['violetos/prism-turn', '["held","free"]'],
  ]),
  read: new Map([['rust', new Set(['read-the-overview', 'first-lab'])]]),
};

/** A storage of a browser: `room` is how many characters it takes, `isShut` that it throws whatever is asked. */
export class FakeStorage implements Storage {
  readonly texts = new Map<string, string>();
  room = Infinity;
  isShut = false;

  get length(): number {
    return this.texts.size;
  }

  clear(): void {
    this.texts.clear();
  }

  key(index: number): string | null {
    return [...this.texts.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    this.open();
    return this.texts.get(key) ?? null;
  }

  setItem(key: string, text: string): void {
    this.open();
    const others = [...this.texts].reduce((sum, [name, kept]) => sum + (name === key ? 0 : kept.length), 0);
    if (others + text.length > this.room) throw new Error('QuotaExceededError');
    this.texts.set(key, text);
  }

  removeItem(key: string): void {
    this.open();
    this.texts.delete(key);
  }

  private open(): void {
    if (this.isShut) throw new Error('SecurityError');
  }
}

/** One accident that a file may have had. */
function damaged(text: string, random: () => number): string {
  const at = Math.floor(random() * text.length);
  const length = 1 + Math.floor(random() * 40);
  const other = String.fromCharCode(32 + Math.floor(random() * 95));
  const kinds = [
    () => text.slice(0, at) + other + text.slice(at + 1),
    () => text.slice(0, at),
    () => text.slice(0, at) + text.slice(at + length),
    () => text.slice(0, at) + text.slice(at, at + length) + text.slice(at),
    () => text.slice(at),
    () => text.slice(0, at) + '\u0000'.repeat(length) + text.slice(at + length),
    () => text.slice(0, at) + String(Math.floor(random() * 1e9)) + text.slice(at),
  ];
  return kinds[Math.floor(random() * kinds.length)]!();
}

/** A hundred damaged files, none of which means what the undamaged one does. */
export function hundredDamaged(): string[] {
  const bits = randomFrom(14);
  const random = () => bits() / 2 ** 32;
  const text = textOf(some);
  const means = (it: string): string | undefined => {
    try {
      return JSON.stringify(JSON.parse(it));
    } catch {
      return undefined;
    }
  };
  const found = new Set<string>();
  while (found.size < 100) {
    const bad = damaged(text, random);
    if (means(bad) !== means(text)) found.add(bad);
  }
  return [...found];
}
