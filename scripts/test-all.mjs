// npm run test:all: what npm test runs, with every page, the large counts, the large builds and the other browsers.
process.env.ORRERY_ALL = '1';
await import('./test.mjs');
