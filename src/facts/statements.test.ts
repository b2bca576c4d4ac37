import { describe, expect, test } from 'vitest';
import { architecture, cited, deliverable, drift, entriesOf, ground, milestone, rule, seen, upstream } from './entries.fixture.ts';
import type { PageElement, PageStatement, Prose } from './integrity/page-content.ts';
import { statementsIn } from './statements.ts';

const cite = (attributes: Record<string, string>, note: string): { element: PageElement; note: string } => ({
  element: { name: 'Cite', line: 9, attributes: new Map(Object.entries(attributes)) },
  note,
});
const page = (...statements: PageStatement[]): Prose => ({
  file: 'src/content/docs/systems/orbit/a.mdx',
  address: '/systems/orbit/a/',
  text: '',
  content: {
    elements: statements.flatMap(({ cites }) => cites.map(({ element }) => element)),
    addresses: [],
    imports: [],
    code: [],
    paragraphs: [],
    statements,
  },
});

describe('a record', () => {
  test('states what its fields say, under the names of what they lie in', () => {
    const entries = entriesOf(
      upstream(),
      milestone('orbit-1', {
        deliverables: [deliverable('wheel', { status: [{ asOf: '2026-01-02', status: 'partial', note: 'Half.', cite: [seen, cited()] }] })],
      }),
    );
    expect(statementsIn(entries, [])).toEqual([
      {
        file: 'src/content/milestones/orbit-1.yaml',
        system: 'orbit',
        address: '/milestones/orbit-1/#wheel',
        name: 'orbit-1: wheel',
        says: ['of: Turn', 'of: Phase 1', 'of: The wheel', 'as: status', 'asOf: 2026-01-02', 'status: partial', 'note: Half.'],
        cites: [
          { citation: seen, field: ['deliverables', 0, 'status', 0, 'cite', 0] },
          { citation: cited(), field: ['deliverables', 0, 'status', 0, 'cite', 1] },
        ],
      },
    ]);
  });

  test('that is one statement by itself, and one that cites no repository', () => {
    const entries = entriesOf(upstream(), rule('orbit.turns', { cite: [seen] }), rule('orbit.stops'));
    expect(statementsIn(entries, []).map(({ name, says }) => [name, says])).toEqual([
      ['orbit.turns', ['system: orbit', 'statement: It must turn.', 'modality: must']],
    ]);
  });
});

test('a page states what stands in front of its citations, filled in from its system', () => {
  const text = 'It turns.';
  const statements = statementsIn(entriesOf(...ground), [
    page(
      { line: 9, text, cites: [cite({ at: 'abcdef1', path: 'a.c', lines: '3-4' }, 'the wheel'), cite({ lines: '1' }, 'the README')] },
      { line: 12, text: 'It stops.', cites: [cite({ lines: '1' }, 'the README')] },
      { line: 15, text: 'It rises.', cites: [cite({ at: 'abcdef1', path: 'b.c' }, 'the lift')] },
    ),
  ]);
  const ofPage = statements.filter(({ file }) => file.endsWith('.mdx'));
  expect(ofPage.map(({ address }) => address)).toEqual(['/systems/orbit/a/#ref-1', '/systems/orbit/a/#ref-4']);
  expect(ofPage.slice(0, 1)).toEqual([
    {
      file: 'src/content/docs/systems/orbit/a.mdx',
      system: 'orbit',
      address: '/systems/orbit/a/#ref-1',
      name: '/systems/orbit/a/',
      says: [text],
      cites: [
        {
          citation: { source: 'orbit-upstream', commit: 'abcdef1', path: 'a.c', lines: [3, 4] },
          field: ['<Cite>'],
          line: 9,
          note: 'the wheel',
          isInferred: false,
        },
        { citation: { source: 'orbit-readme', lines: [1, 1] }, field: ['<Cite>'], line: 9, note: 'the README', isInferred: false },
      ],
    },
  ]);
});

test('the address of a statement counts the citations of what stands before it', () => {
  const { content, ...rest } = page({
    line: 9,
    text: 'It turns.',
    cites: [cite({ at: 'abcdef1', path: 'a.c', lines: '3-4' }, 'the wheel')],
  });
  const named = (name: string, id: string): PageElement => ({ name, line: 1, attributes: new Map([['id', id]]) });
  const drawing: PageElement = { name: 'Drawing', line: 1, attributes: new Map([['view', 'shape']]) };
  const elements = [drawing, named('Flow', 'turn'), named('Rule', 'orbit.turns'), named('Drift', 'orbit-stop'), ...content.elements];
  const views = [{ id: 'shape', title: 'Shape', groups: [{ title: 'All', show: ['kernel'] }], text: 'One.', cite: [cited()] }];
  const step = { at: 'kernel', text: 'It turns.', cite: [cited(), cited()] };
  const graph = architecture({ views, flows: [{ id: 'turn', title: 'A turn', steps: [step, step], cite: [cited()] }] });
  const entries = entriesOf(...ground, rule('orbit.turns', { cite: [cited(), cited()] }), drift('orbit-stop'), graph);
  const { documented, observed } = drift('orbit-stop').data;
  const number = 1 + 4 + 2 + documented.cite.length + observed.cite.length + 1;
  const [found] = statementsIn(entries, [{ ...rest, content: { ...content, elements } }]).filter(({ file }) => file.endsWith('.mdx'));
  expect(found?.address).toBe(`/systems/orbit/a/#ref-${number}`);
});
