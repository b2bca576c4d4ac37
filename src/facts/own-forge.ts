/**
 * The project's own repository in a code host: where a file of it is edited, and where a mistake is reported with the
 * form filled in. Leaves out which file a page is made of (`page-file.ts`) and the repositories that are cited (`forge.ts`).
 */

/** The forms of address that code hosts have. */
const forms = {
  github: {
    edit: (web: string, path: string) => `${web}/edit/${branch}/${path}`,
    folder: (web: string, path: string) => `${web}/tree/${branch}/${path}`,
    report: (web: string, title: string, body: string) => `${web}/issues/new?title=${title}&body=${body}`,
  },
  gitlab: {
    edit: (web: string, path: string) => `${web}/-/edit/${branch}/${path}`,
    folder: (web: string, path: string) => `${web}/-/tree/${branch}/${path}`,
    report: (web: string, title: string, body: string) => `${web}/-/issues/new?issue[title]=${title}&issue[description]=${body}`,
  },
  forgejo: {
    edit: (web: string, path: string) => `${web}/_edit/${branch}/${path}`,
    folder: (web: string, path: string) => `${web}/src/branch/${branch}/${path}`,
    report: (web: string, title: string, body: string) => `${web}/issues/new?title=${title}&body=${body}`,
  },
} as const;

/** The branch that is published; the workflow names it too. */
const branch = 'main';

/** Where the repository is, and what its host's addresses look like. */
export interface Forge {
  /** Without a slash at its end. */
  readonly web: string;
  readonly form: keyof typeof forms;
}

/**
 * The forge that a setting such as `https://github.com/someone/orrery` names; undefined where nothing is set. A host that
 * is not known by its name is taken for one with GitHub's addresses. Throws for what is not the address of a repository.
 */
export function forgeIn(setting: string | undefined): Forge | undefined {
  if (setting === undefined || setting === '') return undefined;
  const web = setting.replace(/\/+$/, '').replace(/\.git$/, '');
  const url = URL.canParse(web) ? new URL(web) : undefined;
  if (url?.protocol !== 'https:' || !/^\/[^/]+\/[^/].*$/.test(url.pathname) || /[?#@\s]/.test(web))
    throw new Error(`'${setting}' is not the address of a repository: it must look like https://github.com/someone/orrery`);
  return { web, form: formOf(url.hostname) };
}

function formOf(host: string): Forge['form'] {
  if (/(^|\.)gitlab\./.test(host)) return 'gitlab';
  return /^codeberg\.org$|(^|\.)(forgejo|gitea)\./.test(host) ? 'forgejo' : 'github';
}

/** Where a file, by its path from the project's root, is edited. */
export const editAddress = ({ web, form }: Forge, file: string): string => forms[form].edit(web, inPath(file));

/** Where the files of a folder are listed. */
export const folderAddress = ({ web, form }: Forge, folder: string): string => forms[form].folder(web, inPath(folder));

/** A path with each of its parts encoded: a route's file has brackets in its name. */
const inPath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** What a report says of the page that it is about. */
export interface Report {
  /** The name of the page. */
  readonly title: string;
  /** The page's address: whole where the site knows its own, else from the root. */
  readonly page: string;
  /** The record that the page is made of, as `milestones/themelios-phase-2`. */
  readonly record: string | undefined;
  /** The version of Orrery, and the commit where it is known. */
  readonly build: string;
}

/** The longest address of a report, in characters: what every browser and code host takes. */
export const longestReport = 2000;

/** The issue form of the forge, filled in. What is too long for an address is cut: first the title, then the rest. */
export function reportAddress({ web, form }: Forge, { title, page, record, build }: Report): string {
  const facts = [`Page: ${page}`, ...(record === undefined ? [] : [`Record: ${record}`]), `Build: ${build}`];
  const body = [...`${facts.join('\n')}\n\nWhat is wrong, what is right, and where that can be read:\n\n`.toWellFormed()];
  const name = [...title.toWellFormed()];
  for (;;) {
    const address = forms[form].report(web, encodeURIComponent(`Mistake: ${name.join('')}`), encodeURIComponent(body.join('')));
    const excess = address.length - longestReport;
    const cut = name.length > 0 ? name : body;
    if (excess <= 0 || cut.length === 0) return address;
    // A character takes twelve places of an address at most, so this never cuts more than is needed.
    cut.length -= Math.min(cut.length, Math.ceil(excess / 12));
  }
}
