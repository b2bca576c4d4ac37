/** The picture of the model, and what makes it known to the elements of the page. */
import { defineSimulation, h } from 'https://elsewhere.example/orrery-player.js';
import { runs } from './airlock.js';

const Picture = ({ now }) =>
  h(
    'ul',
    { class: 'airlock' },
    ...now.doors.map(({ open }, i) => h('li', { key: i, class: open ? 'is-open' : '' }, `Door ${i} is ${open ? 'open' : 'shut'}`)),
  );

defineSimulation({
  runs,
  Picture,
  words: { 'at most one door is open': ({ rows }) => `Doors ${rows('door').join(' and ')} are open together.` },
  style: `
    .simulation .airlock { display: flex; gap: 0.5rem; padding: 1.25rem }
    .simulation .airlock li { padding: 2rem 1rem; border: 1px solid var(--rule) }
    .simulation .airlock .is-open { border-style: dashed; color: var(--ink-2) }
  `,
  module: new URL('airlock.js', import.meta.url),
});
