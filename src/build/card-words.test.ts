import { expect, test } from 'vitest';
import { cardWords } from './card-words.ts';

const page = (body: string, head = '<meta name="description" content="What stands in the head &amp; nowhere else.">') =>
  `<!DOCTYPE html><html><head><title>x</title>${head}</head><body>${body}</body></html>`;

test('a card shows the first heading and the lead, without their markup', () => {
  const html = page(
    '<h1 id="_top">Queues &amp;\n <code>poll</code></h1><p class="lead astro-x">They <em>wait</em>.</p><p class="lead">Later.</p>',
  );
  expect(cardWords(html, '/x/')).toEqual({ title: 'Queues & poll', lead: 'They wait.' });
});

test('a page without a lead shows its description', () => {
  expect(cardWords(page('<h1 class="a" id=_top>Queues</h1><p class="leading">x</p>'), '/x/')).toEqual({
    title: 'Queues',
    lead: 'What stands in the head & nowhere else.',
  });
});

test('a long lead is cut', () => {
  const { lead } = cardWords(page(`<h1 id="_top">Queues</h1><p class="lead">${'a word '.repeat(100)}</p>`), '/x/');
  expect(lead).toMatch(/^a word .* word…$|^a word .* a…$/);
});

test('a page without a heading or any words about it is named', () => {
  expect(() => cardWords(page('<h1>Queues</h1>'), '/queues/')).toThrow('/queues/ has no <h1 id="_top">');
  expect(() => cardWords(page('<h1 id="_top">Queues</h1>', ''), '/queues/')).toThrow('/queues/ has no lead and no description');
});
