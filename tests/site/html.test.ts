/** The HTML of every built page: valid, complete for a reader, and sealed by a policy. Leaves out links (`links.test.ts`). */
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { oneOfEachKind } from '../browser/kinds.ts';
import { attribute, dist, everything, named, readSite, textOf, type Page } from './built-site.ts';

const { pages } = readSite(dist);

/** What others write into our pages otherwise than the preset wants; everything else of it holds. */
const exceptions: readonly RegExp[] = [
  /^element-permitted-content .*<div> element is not permitted as content under <code>/, // Expressive Code: each line of code
  /^element-permitted-content .*<style> element is not permitted as content under <div>/, // Astro: the style of its islands
];

const validator = new HtmlValidate(new StaticConfigLoader({ extends: ['html-validate:standard'] }));

/** Every complaint of the validator as `rule at line:column: message`. */
async function complaints(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results
    .flatMap((it) => it.messages.map(({ ruleId, message, line, column }) => `${ruleId} at ${line}:${column}: ${message}`))
    .filter((says) => !exceptions.some((it) => it.test(says)));
}

/** What is wrong, page by page. */
const failing = (fault: (page: Page) => string | undefined): string[] =>
  pages.flatMap((page) => {
    const says = fault(page);
    return says === undefined ? [] : [`${page.file}: ${says}`];
  });

const metaOf = (page: Page, name: string): string | undefined =>
  named(page, 'meta')
    .filter((it) => attribute(it, 'name') === name || attribute(it, 'http-equiv') === name)
    .map((it) => attribute(it, 'content'))[0];

const levelsOf = (page: Page): number[] =>
  page.elements.filter((it) => /^h[1-6]$/.test(it.tagName)).map((it) => Number(it.tagName.slice(1)));

const hasClass = (page: Page, name: string): boolean =>
  page.elements.some((it) => (attribute(it, 'class') ?? '').split(/\s+/).includes(name));

test('the validator finds what is wrong', async () => {
  expect(
    await complaints('<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><p>a<div>b</div></p></body></html>'),
  ).not.toEqual([]);
});

/** For each change what is written by hand, and of what one template makes from records the first. All of them want their time on a busy machine. */
const validated = everything
  ? pages
  : pages.filter(({ address }) => /^systems\/[^/]+\/(architecture|guides)\/(?!parts\/)/.test(address) || oneOfEachKind.includes(address));

test('every page is valid HTML', async () => {
  expect(validated.length).toBeGreaterThan(80);
  const found = [];
  for (const { file, html } of validated) for (const it of await complaints(html)) found.push(`${file}: ${it}`);
  expect(found).toEqual([]);
}, 600_000);

describe('every page', () => {
  test('names every column and row of its tables', () => {
    expect(
      failing((page) => (named(page, 'th').some((it) => textOf(it).trim() === '') ? 'a head of a table has no words' : undefined)),
    ).toEqual([]);
  });

  test('R15: has a title that says nothing twice', () => {
    const twice = (page: Page): string | undefined => {
      const parts = textOf(named(page, 'title')[0]!).split(' | ');
      return new Set(parts).size < parts.length ? parts.join(' | ') : undefined;
    };
    expect(failing(twice)).toEqual([]);
  });

  test('has a title', () => {
    expect(
      failing((page) => (named(page, 'title').length !== 1 || textOf(named(page, 'title')[0]!).trim() === '' ? 'has none' : undefined)),
    ).toEqual([]);
  });

  test('has a description when it has a lead', () => {
    expect(pages.filter((page) => hasClass(page, 'lead')).length).toBeGreaterThan(50);
    expect(
      failing((page) => (hasClass(page, 'lead') && !metaOf(page, 'description') ? 'has a lead and no description' : undefined)),
    ).toEqual([]);
  });

  test('names its language', () => {
    expect(failing((page) => (attribute(named(page, 'html')[0]!, 'lang') === 'en' ? undefined : 'has no lang="en"'))).toEqual([]);
  });

  test('has one first heading, and no level is left out below it', () => {
    expect(
      failing((page) => {
        const levels = levelsOf(page);
        if (levels.filter((it) => it === 1).length !== 1) return `has ${levels.filter((it) => it === 1).length} first headings`;
        const jump = levels.findIndex((level, i) => level > (levels[i - 1] ?? 0) + 1);
        return jump > 0 ? `goes from level ${levels[jump - 1]} to ${levels[jump]}` : undefined;
      }),
    ).toEqual([]);
  });

  test('has the element that its skip link leads to', () => {
    expect(failing((page) => (page.ids.has('_top') ? undefined : 'has no element for its skip link'))).toEqual([]);
  });
});

describe('the policy of every page', () => {
  const directive = (page: Page, name: string): string =>
    (metaOf(page, 'content-security-policy') ?? '')
      .split(';')
      .map((it) => it.trim())
      .find((it) => it.startsWith(`${name} `)) ?? '';

  test('is the first thing in the head behind the encoding', () => {
    const start = /<head><meta charset="utf-8"><meta http-equiv="content-security-policy"/;
    expect(failing(({ html }) => (start.test(html) ? undefined : 'does not begin with it'))).toEqual([]);
  });

  test('R13: the encoding lies in the first 1,024 bytes, where a browser looks for it', () => {
    const endOf = (html: string) => Buffer.byteLength(html.slice(0, html.indexOf('<meta charset="utf-8">') + 22));
    const isNamed = ({ html }: Page) => html.includes('<meta charset="utf-8">') && endOf(html) <= 1024;
    expect(failing((page) => (isNamed(page) ? undefined : 'names its encoding too late'))).toEqual([]);
  });

  test('R13: WebAssembly may run on a page that has the search, and on no other', () => {
    expect(
      failing((page) => {
        const hasSearch = page.elements.some(({ tagName }) => tagName === 'site-search');
        const may = directive(page, 'script-src').includes("'wasm-unsafe-eval'");
        return may === hasSearch ? undefined : `${may ? 'allows' : 'forbids'} WebAssembly, and has ${hasSearch ? 'the' : 'no'} search`;
      }),
    ).toEqual([]);
  });

  test.each(['script-src', 'style-src'])('allows no inline code through %s', (name) => {
    expect(
      failing((page) => {
        const sources = directive(page, name);
        if (sources === '') return `has no ${name}`;
        return /unsafe-(inline|hashes|eval')/.test(sources.replace("'wasm-unsafe-eval'", '')) ? sources : undefined;
      }),
    ).toEqual([]);
  });

  test('allows nothing by default, and nothing from another host', () => {
    expect(
      failing((page) => (directive(page, 'default-src') === "default-src 'none'" ? undefined : 'allows something by default')),
    ).toEqual([]);
    expect(failing((page) => (/https?:|\*/.test(metaOf(page, 'content-security-policy') ?? '*') ? 'names a host' : undefined))).toEqual([]);
  });

  test('has nothing to forbid: no style attribute and no inline handler', () => {
    expect(
      failing((page) => {
        const found = page.elements.flatMap((it) =>
          it.attrs.filter(({ name }) => name === 'style' || name.startsWith('on')).map(({ name }) => `<${it.tagName} ${name}>`),
        );
        return found.length > 0 ? found.join(', ') : undefined;
      }),
    ).toEqual([]);
  });
});
