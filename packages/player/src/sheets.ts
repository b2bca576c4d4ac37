/** The style sheets of the element, adopted by its shadow root: a policy of the page that allows no styles has nothing to say about them. */
import base from 'virtual:orrery/player-base';
import player from '../../../src/components/simulation/styles/simulation.css?inline';
import widths from '../../../src/components/simulation/styles/simulation-widths.css?inline';
import own from './element.css?inline';

const made = new Map<string, CSSStyleSheet>();

/** Elements share their sheets. */
function sheetOf(text: string): CSSStyleSheet {
  const known = made.get(text);
  if (known) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  made.set(text, sheet);
  return sheet;
}

/** In the order in which they weigh; `picture` is the style of one picture. */
export const sheetsWith = (picture: string): CSSStyleSheet[] =>
  [base, player, picture, widths, own].filter((text) => text !== '').map(sheetOf);
