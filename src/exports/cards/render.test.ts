/** Cards as they are drawn: their size, and that no text leaves its place, whatever it is. That each page has one is for `tests/site`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { palette } from '../../styles/palette.ts';
import { cardAddress, cardSize, titleSizes, type Card } from './card.ts';
import { CardPainter, linesIn } from './render.ts';

const styles = (name: string) => readFileSync(join(import.meta.dirname, '../../styles', name), 'utf8');
let painter: CardPainter;
beforeAll(async () => {
  painter = await CardPainter.with(palette(styles('tokens.css'), 'dark', styles('accents.css')));
});

const card = (more: Partial<Card> = {}): Card => ({
  title: 'Queues',
  lead: 'They wait.',
  system: { id: 'orbit', title: 'Orbit' },
  address: 'site.test/queues/',
  ...more,
});

test.each([
  ['/', '/cards/index.png'],
  ['/rules/', '/cards/rules.png'],
  ['/milestones/orbit-1/', '/cards/milestones/orbit-1.png'],
])('the card of %s is %s', (page, address) => {
  expect(cardAddress(page)).toBe(address);
});

test('a card is a PNG of 1200 by 630, and the same each time', async () => {
  const [first, second] = [Buffer.from(await painter.png(card())), Buffer.from(await painter.png(card()))];
  expect(first.subarray(1, 4).toString()).toBe('PNG');
  expect([first.readUInt32BE(16), first.readUInt32BE(20)]).toEqual([1200, 630]);
  expect(first.equals(second)).toBe(true);
});

test('a page about several systems has the mark of the site alone', async () => {
  const [own, none] = [await painter.png(card()), await painter.png(card({ system: undefined }))];
  expect(Buffer.from(own).equals(Buffer.from(none))).toBe(false);
});

test.each([
  ['Queues', 96],
  ['Prisms, facets and invocations', 76],
  ['Repository of a system that came before the one that is documented here', 56],
])('the title %s is %s pixels high', async (title, size) => {
  expect((await painter.titleSize(card({ title }))).size).toBe(size);
});

describe('no text leaves its place', () => {
  const words = fc.array(fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzWMÄ1_-.'), minLength: 1, maxLength: 70 }), {
    minLength: 1,
    maxLength: 40,
  });
  const text = words.map((all) => all.join(' '));

  test('of any title, lead and address', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, text, async (title, lead, address) => {
        const it = card({ title, lead: lead.slice(0, 160), address: address.replaceAll(' ', '/') });
        const size = await painter.titleSize(it);
        const boxes = await painter.measured(it, size);
        const [, , , , left, top] = boxes.title.transform;
        expect(linesIn(boxes.title)).toBeLessThanOrEqual(size.lines);
        expect(linesIn(boxes.lead)).toBeLessThanOrEqual(3);
        for (const { x, width } of boxes.title.runs) expect(left + x + width).toBeLessThanOrEqual(cardSize.width - 64);
        // The name of the system is 40 high, 16 above the title, and must not touch the tab that hangs from the header.
        expect(top - 56).toBeGreaterThan(boxes.header.height + 12);
        expect(boxes.lead.transform[5] + boxes.lead.height).toBeLessThanOrEqual(boxes.address.transform[5]);
        expect(boxes.address.transform[5] + boxes.address.height).toBeLessThanOrEqual(cardSize.height - 40);
      }),
      { numRuns: 60 },
    );
  });

  test('in the smallest size, with as many lines as there may be', async () => {
    const longest = card({ title: 'A title of many words '.repeat(12), lead: 'A lead of many words '.repeat(8) });
    const size = await painter.titleSize(longest);
    expect(size).toEqual(titleSizes.at(-1));
    const { title, lead, address } = await painter.measured(longest, size);
    expect([linesIn(title), linesIn(lead)]).toEqual([3, 3]);
    expect(lead.transform[5] + lead.height).toBeLessThanOrEqual(address.transform[5]);
  });
});
