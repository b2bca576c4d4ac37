/** The badges: pictures that stand alone, the data of shields.io, and what they say against the records. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/records/reader.ts';
import { dist, filesIn, root } from './built-site.ts';
import { childrenOf, parseXml, textIn, within } from './xml.ts';

const folder = join(dist, 'badges');
const { entries } = readContent(root);
const files = filesIn(folder);
const pictures = files.filter((it) => it.endsWith('.svg'));
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const endpoint = (file: string) => JSON.parse(read(file)) as Record<string, unknown>;

/** After the table on shields.io/badges/endpoint-badge and the validator of the service, which refuses keys that it does not know. */
const shields = {
  type: 'object',
  properties: {
    schemaVersion: { const: 1 },
    label: { type: 'string' },
    message: { type: 'string', minLength: 1 },
    color: { type: 'string', pattern: '^[0-9a-f]{6}$' },
    labelColor: { type: 'string', pattern: '^[0-9a-f]{6}$' },
    isError: { type: 'boolean' },
    namedLogo: { type: 'string' },
    logoSvg: { type: 'string' },
    logoColor: { type: 'string' },
    logoSize: { type: 'string' },
    style: { type: 'string' },
    cacheSeconds: { type: 'integer', minimum: 0 },
  },
  required: ['schemaVersion', 'label', 'message'],
  additionalProperties: false,
};
const isEndpoint = new Ajv2020({ strict: true }).compile(shields);

test('each system has a badge of its milestones, each platform has one, and both forms of each are there', () => {
  const wanted = [
    ...entries.systems.map(({ id }) => `${id}/milestones`),
    ...entries.platforms.map(({ id, data }) => `${data.system}/${id}`),
  ].flatMap((it) => [`${it}.svg`, `${it}.json`]);
  expect(wanted.filter((it) => !files.includes(it))).toEqual([]);
  expect(files.filter((it) => it.endsWith('.json')).map((it) => it.replace('.json', '.svg'))).toEqual(pictures);
});

test('the schema of shields.io refuses what the service would', () => {
  const right = { schemaVersion: 1, label: '', message: 'x' };
  expect(isEndpoint(right)).toBe(true);
  for (const wrong of [
    { ...right, message: '' },
    { ...right, schemaVersion: 2 },
    { ...right, colour: 'red' },
    { label: 'x', message: 'x' },
  ])
    expect(isEndpoint(wrong)).toBe(false);
});

describe.each(pictures)('%s', (file) => {
  const svg = parseXml(read(file));
  const data = endpoint(file.replace('.svg', '.json'));
  const says = `${String(data['label'])}: ${String(data['message'])}`;

  test('is what shields.io takes, in its other form', () => {
    isEndpoint(data);
    expect(isEndpoint.errors).toBeNull();
  });

  test('is a picture with a text that stands for it', () => {
    expect([svg.name, svg.namespace]).toEqual(['svg', 'http://www.w3.org/2000/svg']);
    expect([svg.attributes['role'], svg.attributes['aria-label']]).toEqual(['img', says]);
    expect(childrenOf(svg)[0]?.name).toBe('title');
    expect(textIn(childrenOf(svg, 'title')[0]!)).toBe(says);
  });

  test('needs nothing else: no script, no style, no font, no other file', () => {
    const shapes = ['svg', 'title', 'rect', 'g', 'path', 'circle', 'text'];
    expect(within(svg).filter((it) => !shapes.includes(it.name))).toEqual([]);
    const attributes = within(svg).flatMap((it) => Object.entries(it.attributes));
    expect(attributes.filter(([name, value]) => /^on|href|^style$|^class$/.test(name) || /url\(/.test(value))).toEqual([]);
  });

  test('shows its words inside of its edge, at 12 pixels or more, in a width that it gives', () => {
    const { width, height, viewBox } = svg.attributes;
    expect(viewBox).toBe(`0 0 ${width} ${height}`);
    const texts = childrenOf(svg, 'text');
    expect(texts.map(textIn)).toEqual([data['label'], data['message']]);
    let last = 0;
    for (const { attributes } of texts) {
      expect(Number(attributes['font-size'])).toBeGreaterThanOrEqual(12);
      expect(Number(attributes['x'])).toBeGreaterThan(last);
      last = Number(attributes['x']) + Number(attributes['textLength']);
      expect(last).toBeLessThan(Number(width));
    }
  });
});

test('the ones that the sources can be asked about', () => {
  const messageOf = (file: string) => endpoint(`${file}.json`)['message'];
  expect(messageOf('themelios/milestones')).toBe('3 of 13 complete, as documented');
  expect(messageOf('starina/milestones')).toBe('2 of 11 complete, as documented');
  expect(messageOf('violetos/violetos-raspberry-pi-4')).toBe('planned, found 2026-08-21');
  expect(messageOf('avyos/milestones')).toBe('none named');
});
