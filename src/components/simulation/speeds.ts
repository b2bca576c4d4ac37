/** How fast a run is played. */
export interface Speed {
  readonly words: string;
  readonly stepMs: number;
}
/** Above two steps a second a tween would be cut off by the next one, so there is none. */
export const STILL_BELOW_MS = 500;
export const speeds: readonly Speed[] = [
  { words: 'one step in 2 seconds', stepMs: 2000 },
  { words: 'one step a second', stepMs: 1000 },
  { words: 'two steps a second', stepMs: 500 },
  { words: 'five steps a second', stepMs: 200 },
];
