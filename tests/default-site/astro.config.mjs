// Starlight as it comes, with as many entries in the sidebar as our page has: what `browser/weight.spec.ts` weighs against.
import { readFileSync } from 'node:fs';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

const sidebar = JSON.parse(readFileSync(new URL('sidebar.json', import.meta.url), 'utf8'));

export default defineConfig({
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  integrations: [starlight({ title: 'Orrery', sidebar })],
});
