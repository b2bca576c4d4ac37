/** Which rows break a property's sentence, and how that is said: what is the same for every mechanism whose rows can be named. */

export interface Claim<State> {
  /** The rows that break it now, by their places. */
  readonly by: (s: State) => readonly number[];
  /** What is wrong with one of them. */
  readonly says: (s: State, it: number) => string;
}
/** By the property's sentence. */
export type Claims<State, Of = unknown> = Readonly<Record<string, Claim<State> & { readonly of?: Of }>>;

/** The places of the rows that are wanted. */
export const those = <Row>(rows: readonly Row[], wanted: (row: Row, i: number) => boolean): number[] =>
  [...rows.keys()].filter((i) => wanted(rows[i]!, i));

/** What is wrong, row by row; undefined when nothing is, or when the property is not among the claims. */
export function explained<State>(claims: Claims<State>, rule: string, s: State): string | undefined {
  const claim = claims[rule];
  return (
    claim
      ?.by(s)
      .map((it) => claim.says(s, it))
      .join(' ') || undefined
  );
}

/** The rows of one kind that break any of the sentences. */
export const blamedOf = <State, Of>(claims: Claims<State, Of>, s: State, broken: readonly string[], of: Of): number[] =>
  broken.flatMap((rule) => (claims[rule]?.of === of ? claims[rule].by(s) : []));
