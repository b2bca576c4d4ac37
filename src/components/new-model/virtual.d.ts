/** What build/edit-parts/language-reference.ts reads. */
declare module 'virtual:orrery/language-reference' {
  /** A field of a record, or a method of a value. */
  export interface Part {
    readonly name: string;
    /** As it is declared, without type parameters: `push(item: Of): void`. */
    readonly form: string;
    /** Its doc comment in one paragraph; empty when it has none. */
    readonly says: string;
  }
  export interface Declaration extends Part {
    /** Its fields and methods; those of its record, for a function that takes one. */
    readonly parts: readonly Part[];
  }
  export interface LanguageReference {
    /** What a model can import, in the order of `engine/language.ts`. */
    readonly exports: readonly string[];
    /** Everything that is declared in the language, by its name: what is exported, and what that is made of. */
    readonly declared: Readonly<Record<string, Declaration>>;
  }
  export const language: LanguageReference;
}
