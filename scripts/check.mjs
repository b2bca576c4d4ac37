// npm run check: types, lint, styles, format, spelling, unused code. Each is one check; the exit status is that of the worst.
// Types take as long as all others together, so npm test has them apart.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runBeside } from './beside.mjs';

// TypeScript 7 is ten times as fast, and the check of the components cannot work with it yet: each has what it alone can read.
const native = join(dirname(createRequire(import.meta.url).resolve('typescript-native/package.json')), 'bin/tsc');
export const types = [
  // First, because it writes the types of the content, which a fresh clone has not.
  ['types of components', 'astro', ['check', '--tsconfig', 'tsconfig.astro.json', '--minimumFailingSeverity', 'hint']],
  ['types', process.execPath, [native, '--noEmit']],
];
export const style = [
  ['lint', 'oxlint', ['--deny-warnings']],
  ['styles', 'stylelint', ['src/**/*.{css,astro}', 'packages/*/src/**/*.css']],
  [
    'format',
    'prettier',
    ['--check', '.', '--log-level', 'warn', '--cache', '--cache-location', '.astro/prettier', '--cache-strategy', 'content'],
  ],
  ['spelling', 'cspell', ['--no-progress', '--no-summary', '--cache', '--cache-location', '.astro/cspell', '--cache-strategy', 'content']],
  ['unused code', 'knip', ['--no-progress']],
];

/** Runs them one after the other and returns how many passed and failed, and what there is to read. */
export async function check(checks) {
  let [passed, failed, text] = [0, 0, ''];
  for (const [name, tool, args] of checks) {
    const result = await runBeside(tool, args);
    text += `${result.text}${result.ok ? 'passed' : 'failed'}: ${name}\n`;
    if (result.ok) passed += 1;
    else failed += 1;
  }
  return { passed, failed, text };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { failed, text } = await check([...types, ...style]);
  console.log(text.trimEnd());
  process.exitCode = failed > 0 ? 1 : 0;
}
