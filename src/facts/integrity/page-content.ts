/** What a page of prose holds, as far as facts can be wrong in it. `records/mdx.ts` reads it from the source. */

/** The value of an attribute; `computed` where it is an expression that is not a single value. */
export type AttributeValue = string | number | boolean | null | { readonly computed: string };

export interface PageElement {
  /** As it is written: `Cite`, `br`. */
  readonly name: string;
  readonly line: number;
  readonly attributes: ReadonlyMap<string, AttributeValue>;
}

export interface PageAddress {
  readonly url: string;
  readonly line: number;
  readonly isImage: boolean;
}

export interface PageImport {
  readonly name: string;
  readonly from: string;
  readonly line: number;
}

export interface PageParagraph {
  readonly line: number;
  /** A citation, a rule or a difference lies in it or stands next behind it, or it is marked as stating nothing. */
  readonly hasEvidence: boolean;
}

/** What a page states at one place, with the citations that stand behind it. */
export interface PageStatement {
  /** The line of its first citation. */
  readonly line: number;
  /** The text in front of the citations, back to the one before or to where the paragraph begins. */
  readonly text: string;
  readonly cites: readonly { readonly element: PageElement; readonly note: string }[];
}

export interface PageContent {
  readonly elements: readonly PageElement[];
  readonly addresses: readonly PageAddress[];
  readonly imports: readonly PageImport[];
  /** What would be computed: an expression that is no plain text, an export, an import that is not one name from one file. */
  readonly code: readonly { readonly line: number; readonly text: string }[];
  readonly paragraphs: readonly PageParagraph[];
  readonly statements: readonly PageStatement[];
}

/** A page of prose. */
export interface Prose {
  readonly file: string;
  /** Where it is read: root-relative, ending in a slash. */
  readonly address: string;
  /** The source, as it was written. */
  readonly text: string;
  readonly content: PageContent;
}

/** What elements of this name name on a page by an attribute, each once, in the order of the page. */
export const idsOf = (content: PageContent, name: 'Rule' | 'Drift' | 'Simulation' | 'Flow' | 'Drawing'): string[] => [
  ...new Set(
    content.elements.flatMap((it) => {
      const id = it.name === name ? it.attributes.get(name === 'Drawing' ? 'view' : 'id') : undefined;
      return typeof id === 'string' ? [id] : [];
    }),
  ),
];

/** The system that a page belongs to, by its address. */
export const systemOfAddress = (address: string): string | undefined => /^\/systems\/([^/]+)\//.exec(address)?.[1];
