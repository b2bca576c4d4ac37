/**
 * `node tests/site/take-snapshot.ts`: keeps the public interface of the last build as what later builds must be compatible
 * with. Refuses while something breaks a reader of the kept one and the version was not raised.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist } from './built-site.ts';
import { breaks, isRaised, publishedIn, snapshot, snapshotFolder } from './compatibility.ts';
import { toLines } from './snapshot-lines.ts';

mkdirSync(snapshotFolder, { recursive: true });
const now = publishedIn(dist);
const isFirst = readdirSync(snapshotFolder).length === 0;
const broken = isFirst || isRaised(snapshot(), now) ? [] : breaks(snapshot(), now);
if (broken.length > 0) {
  console.error(`${broken.join('\n')}\nRaise the version in src/schemas/published.ts, or take the change back.`);
  process.exitCode = 1;
} else {
  for (const file of readdirSync(snapshotFolder)) rmSync(join(snapshotFolder, file));
  for (const [name, file] of Object.entries(now.files)) writeFileSync(join(snapshotFolder, `${name}.jsonl`), toLines(file));
  console.log(`kept version ${now.version} in ${Object.keys(now.files).length} files`);
}
