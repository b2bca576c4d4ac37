import { beforeEach, describe, expect, test } from 'vitest';
import { nothing, progressIn, textOf, withDraft, withSolved, type Progress } from './progress.ts';
import { ASIDE, KEY, ProgressStore } from './progress-store.ts';
import { FakeStorage, hundredDamaged, some } from './progress.fixture.ts';

const solve =
  (lab: string) =>
  (now: Progress): Progress =>
    withSolved(now, lab);

let storage: FakeStorage;
let store: ProgressStore;
beforeEach(() => {
  storage = new FakeStorage();
  store = new ProgressStore(() => storage);
});
const kept = (): Progress => progressIn(storage.texts.get(KEY)!);

test('nothing is there at first, and nothing is written by looking', () => {
  expect(store.progress).toEqual(nothing);
  expect(store.trouble).toBeUndefined();
  expect(storage.texts.size).toBe(0);
});

test('what is changed is there in the next page', () => {
  expect(store.change(solve('zos/a'))).toBe(true);
  expect(new ProgressStore(() => storage).progress.solved).toEqual(new Set(['zos/a']));
});

describe('two tabs', () => {
  test('add to what the other has written', () => {
    const other = new ProgressStore(() => storage);
    store.change(solve('zos/a'));
    other.change(solve('zos/b'));
    store.change((now) => withDraft(now, 'zos/c', 'x'));
    expect(kept()).toEqual({ solved: new Set(['zos/a', 'zos/b']), drafts: new Map([['zos/c', 'x']]), read: new Map() });
  });

  test('where one wrote over what it had not seen, the other puts its own back', () => {
    store.change(solve('zos/a'));
    const newValue = textOf(solve('zos/b')(nothing));
    storage.texts.set(KEY, newValue);
    store.heard({ key: KEY, newValue });
    expect(kept().solved).toEqual(new Set(['zos/a', 'zos/b']));
    expect(store.progress.solved).toEqual(new Set(['zos/a', 'zos/b']));
  });

  test('what one has forgotten the other does not bring back', () => {
    const other = new ProgressStore(() => storage);
    store.change(solve('zos/a'));
    other.forget();
    store.heard({ key: KEY, newValue: null });
    store.change(solve('zos/b'));
    expect(kept().solved).toEqual(new Set(['zos/b']));
  });

  test('pass over what is no progress', () => {
    store.change(solve('zos/a'));
    store.heard({ key: 'orrery:model:zos/zbus', newValue: null });
    store.change(solve('zos/b'));
    expect(kept().solved).toEqual(new Set(['zos/a', 'zos/b']));
  });
});

describe('a browser that keeps nothing', () => {
  test.each(['shut', 'full', 'absent'])('loses only that, and it is said: %s', (how) => {
    storage.isShut = how === 'shut';
    storage.room = how === 'full' ? 0 : Infinity;
    if (how === 'absent')
      store = new ProgressStore(() => {
        throw new Error('SecurityError');
      });
    expect(store.change(solve('zos/a'))).toBe(false);
    expect(store.change(solve('zos/b'))).toBe(false);
    expect(store.progress.solved).toEqual(new Set(['zos/a', 'zos/b']));
    expect(store.trouble).toMatch(/^This browser keeps nothing more for this site, so your progress lasts until you leave the page\./);
  });

  test('that is full keeps what it has, and takes more when there is room', () => {
    store.change(solve('zos/a'));
    storage.room = storage.texts.get(KEY)!.length;
    expect(store.change(solve('zos/b'))).toBe(false);
    expect(kept().solved).toEqual(new Set(['zos/a']));
    expect(store.progress.solved).toEqual(new Set(['zos/a', 'zos/b']));
    storage.room = Infinity;
    expect(store.change(solve('zos/c'))).toBe(true);
    expect(kept().solved).toEqual(new Set(['zos/a', 'zos/b', 'zos/c']));
    expect(store.trouble).toBeUndefined();
  });
});

describe('a text that cannot be read', () => {
  const bad = textOf(some).slice(0, -20);
  beforeEach(() => void storage.texts.set(KEY, bad));

  test('is told and left as it is', () => {
    expect(store.progress).toEqual(nothing);
    expect(store.trouble).toContain('it is no JSON, or was cut off');
    expect(store.aside).toBe(bad);
    expect(storage.texts).toEqual(new Map([[KEY, bad]]));
  });

  test('is told and left as it is, whatever has happened to it: 100 of them', () => {
    for (const text of hundredDamaged()) {
      storage.texts.set(KEY, text);
      expect(store.trouble).toMatch(/^The progress cannot be read: .{10,150}\. It is left as it is/);
      expect([store.progress, store.aside]).toEqual([nothing, text]);
      expect(storage.texts).toEqual(new Map([[KEY, text]]));
    }
  });

  test('is put aside before anything is written in its place, until the reader throws it away', () => {
    expect(store.change(solve('zos/a'))).toBe(true);
    expect(kept().solved).toEqual(new Set(['zos/a']));
    expect(storage.texts.get(ASIDE)).toBe(bad);
    expect(store.trouble).toContain('put aside');
    store.throwAside();
    expect(storage.texts.has(ASIDE)).toBe(false);
    expect(store.trouble).toBeUndefined();
    expect(kept().solved).toEqual(new Set(['zos/a']));
  });

  test('is not written over where there is no room to put it aside, or another one lies there', () => {
    storage.texts.set(ASIDE, 'an older one');
    expect(store.change(solve('zos/a'))).toBe(false);
    expect(storage.texts).toEqual(new Map([[KEY, bad], [ASIDE, 'an older one']])); // prettier-ignore
    storage.texts.delete(ASIDE);
    storage.room = bad.length;
    expect(store.change(solve('zos/b'))).toBe(false);
    expect(storage.texts).toEqual(new Map([[KEY, bad]]));
    expect(store.progress.solved).toEqual(new Set(['zos/a', 'zos/b']));
  });

  test('is gone when the reader throws it away', () => {
    store.throwAside();
    expect(storage.texts.size).toBe(0);
  });
});

test('to forget leaves nothing', () => {
  storage.texts.set(ASIDE, 'x');
  store.change(solve('zos/a'));
  store.forget();
  expect(storage.texts.size).toBe(0);
  expect(store.progress).toEqual(nothing);
});
