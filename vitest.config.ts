/**
 * Two projects, so that one runs while the site is built: units beside their files, and the tests of the built site.
 * Test files of a project share their modules, which hold no state but what they have read: a page is parsed once for all tests.
 */
import { defineConfig } from 'vitest/config';

const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `These tests need Node 24 or newer, and this is ${process.version}: npm run unit takes the one that the project brings along.`,
  );
  process.exit(1);
}

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 180_000,
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'units',
          include: ['src/**/*.test.ts', 'bench/*.test.ts', 'scripts/*.test.ts', 'packages/**/*.test.ts', 'tests/records/*.test.ts'],
        },
      },
      { extends: true, test: { name: 'site', include: ['tests/site/**/*.test.ts'] } },
    ],
  },
});
