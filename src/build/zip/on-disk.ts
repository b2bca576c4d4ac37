/**
 * A page, or a style sheet, as it is read from disk: every address relative and of a file, and no script, because a browser runs no module that
 * comes from disk. What is written for readers without script stands in its place, with one sentence that says so.
 */

/** The path of a file below the site: `systems/avyos/index.html` for `/systems/avyos/#parts`; undefined when the address is not of this site. */
export function fileAt(address: string, base: string): string | undefined {
  if (!address.startsWith(base) || address.startsWith('//')) return undefined;
  const [path = ''] = address.slice(base.length).split(/[?#]/);
  return decodeURI(path === '' || path.endsWith('/') ? `${path}index.html` : path);
}

/** From the folder of a file, up to the top and down again. */
const relativeTo = (file: string, target: string): string => '../'.repeat(file.split('/').length - 1) + target;

interface Place {
  /** The path of this file below the site. */
  readonly file: string;
  readonly base: string;
  /** Called with each file that it names. */
  readonly names: (file: string) => void;
}

/** Links to other forms of the page, to what comes with a script, and to what a font is asked for by. */
const needless = /<link rel="(?:modulepreload|preload|alternate|canonical|describedby|sitemap)"[^>]*>/g;
const scripts = /<script\b[^>]*>[\s\S]*?<\/script>/g;
const policy = /(<meta http-equiv="content-security-policy" content=")[^"]*"/;
const onlyOnTheSite = /<div data-not-on-disk[^>]*>[\s\S]*?<\/div>/g;

/** `says` is the sentence, as HTML. */
export function pageOnDisk(html: string, place: Place, says: string): string {
  const plain = html
    .replace(scripts, '')
    .replace(needless, '')
    .replace(onlyOnTheSite, '')
    .replace(/<\/?noscript>/g, '')
    .replace(policy, `$1script-src 'none'"`)
    .replace(/<main\b[^>]*>/, (main) => `${main}<p class="from-disk label">${says}</p>`);
  const linked = plain.replace(/(?<=\s)(href|src|action)="(\/[^"]*)"/g, (whole, name: string, address: string, at: number) => {
    if (!isInTag(plain, at)) return whole;
    const target = fileAt(address, place.base);
    if (target === undefined) return whole;
    place.names(target);
    const fragment = /#.*$/.exec(address)?.[0] ?? '';
    return `${name}="${encodeURI(relativeTo(place.file, target))}${fragment}"`;
  });
  return linked.replace(/(<style\b[^>]*>)([^<]*)/g, (_, tag: string, css: string) => tag + styleOnDisk(css, place));
}

/** Text may show what an attribute looks like. */
const isInTag = (html: string, at: number): boolean => html.lastIndexOf('<', at) > html.lastIndexOf('>', at);

/** Rules for readers without script hold, those for readers with one do not; a font is never late, so it need not be left out. */
export function styleOnDisk(css: string, place: Place): string {
  return css
    .replace(/\(scripting: ?none\)/g, '(min-width: 0)')
    .replace(/\(scripting: ?enabled\)/g, '(max-width: 0)')
    .replace(/font-display: ?optional/g, 'font-display:swap')
    .replace(/url\((["']?)(\/[^"')]+)\1\)/g, (whole, _, address: string) => {
      const target = fileAt(address, place.base);
      if (target === undefined) return whole;
      place.names(target);
      return `url(${relativeTo(place.file, target)})`;
    });
}
