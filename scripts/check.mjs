// npm run check: types, lint, format, unused code. Each is one check; the exit status is that of the worst.
import { pathToFileURL } from 'node:url';
import { run } from './run.mjs';

const checks = [
  ['types', 'astro', ['check', '--minimumFailingSeverity', 'hint']],
  ['lint', 'oxlint', ['--deny-warnings']],
  ['format', 'prettier', ['--check', '.', '--log-level', 'warn']],
  ['unused code', 'knip', ['--no-progress']],
];

/** Runs them all and returns how many passed and failed. */
export function check() {
  const results = checks.map(([name, tool, args]) => {
    const passed = run(tool, args);
    console.log(`${passed ? 'passed' : 'failed'}: ${name}`);
    return passed;
  });
  return { passed: results.filter(Boolean).length, failed: results.filter((it) => !it).length };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = check().failed > 0 ? 1 : 0;
