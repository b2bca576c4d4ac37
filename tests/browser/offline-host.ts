/** A host that is given another build while its pages are read. */
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWorker } from '../../src/build/offline/offline.ts';
import { dist } from '../site/built-site.ts';

/**
 * Builds are small copies of the built site in which each file that is not named by its content says of
 * which build it is: pages in an attribute, lists of the search in a line behind their end.
 */
export class Host {
  readonly folder = mkdtempSync(join(tmpdir(), 'orrery-offline-'));
  readonly now = join(this.folder, 'now');

  async make(name: string): Promise<void> {
    const to = join(this.folder, name);
    const names = [
      'index.html',
      '404.html',
      'favicon.svg',
      '_astro',
      'pagefind',
      'offline/index.html',
      'sandbox',
      'glossary',
      'rules',
      'tasks',
    ];
    for (const it of names) cpSync(join(dist, it), join(to, it), { recursive: true });
    for (const file of readdirSync(to, { recursive: true, encoding: 'utf8' })) {
      const path = join(to, file);
      if (file.endsWith('.html')) writeFileSync(path, readFileSync(path, 'utf8').replace('<html ', `<html data-build="${name}" `));
      if (/^pagefind\/[\w-]+\.(json|js)$/.test(file)) {
        const mark = file.endsWith('.js') ? `//${name}` : '\n'.repeat(name.charCodeAt(0));
        writeFileSync(path, `${readFileSync(path, 'utf8')}${mark}`);
      }
    }
    await writeWorker(to, '/');
  }

  take(name: string): void {
    rmSync(this.now, { force: true });
    symlinkSync(join(this.folder, name), this.now);
  }
}
