/** Unit and property tests beside their files, and the tests of the built site in tests/site. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'bench/*.test.ts', 'tests/site/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
