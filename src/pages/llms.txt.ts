/** What a language model finds here, and where. */
import type { APIRoute } from 'astro';
import { systems } from '../records/catalogue.ts';
import { written } from '../components/new-model/written.ts';
import { collectionWords } from '../components/data/collection-words.ts';
import { howToRead, summaryOf } from '../exports/markdown/full.ts';
import { llmsText, type Linked, type LinkList } from '../exports/markdown/llms.ts';
import { markdownAddress } from '../facts/alternates.ts';
import { csvFiles, jsonFile, jsonFiles } from '../exports/data-files.ts';
import { prose, type Prose } from '../exports/prose-pages.ts';
import { address } from '../exports/site-address.ts';

const pageLink = ({ title, copy, description }: Prose): Linked => ({ title, href: address(copy), note: description });
const below = (path: string) => prose.filter((it) => it.address.startsWith(path)).map(pageLink);

const model = await written();

const lists: readonly LinkList[] = [
  ...systems.map(({ id, data }) => ({ title: data.title, links: below(`/systems/${id}/`) })),
  {
    title: 'Other pages',
    links: [
      ...prose.filter((it) => !it.address.startsWith('/systems/')).map(pageLink),
      {
        title: model.title,
        href: address(markdownAddress('/simulations/new/')),
        note: 'The language of the models: a walk through it, and its reference.',
      },
    ],
  },
  {
    title: 'Data',
    links: [
      { title: 'Index', href: address(jsonFile('index')), note: 'Which files there are, each with its JSON Schema.' },
      ...jsonFiles.map(({ name, file }) => ({ title: name, href: address(file), note: collectionWords[name] })),
      ...csvFiles.map((file) => ({ title: file.split('/').at(-1)!, href: address(file), note: 'A table for a spreadsheet.' })),
    ],
  },
  {
    title: 'Optional',
    links: [
      { title: 'Everything in one file', href: address('/llms-full.txt'), note: 'All records and all pages, each fact with its source.' },
      { title: 'What was observed', href: address('/feeds/all.xml'), note: 'Dated observations of all systems, newest first, as Atom.' },
      ...systems.map(({ id, data }) => ({
        title: `${data.title}, the page`,
        href: address(`/systems/${id}/`),
        note: `${data.summary.text} In HTML, with milestones, platforms and sources.`,
      })),
      { title: 'The data', href: address('/data/'), note: 'What there is for other tools, and what is promised of it. In HTML.' },
    ],
  },
];

export const GET: APIRoute = () =>
  new Response(llmsText('Orrery', summaryOf(systems), howToRead, lists), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
