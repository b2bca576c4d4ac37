/** Each of two shops has a price for each of two goods: one value for every row of a kind, looked up by the row. */
import { bool, id, mechanism, perId, range, table } from '../../../engine/language.ts';

const shop = id('shop');
const good = id('good');

const market = mechanism({
  parameters: {},
  state: () => ({
    goods: table(good, 2, { isWanted: bool }),
    shops: table(shop, 2, { price: perId(good, range(1, 2)) }),
  }),
});

const raise = market.action({
  says: '{by} raises the price of {of}.',
  args: { by: shop, of: good },
  when: { 'it is low': ({ by, of }) => by.price.get(of) === 1, 'it is wanted': ({ of }) => of.isWanted },
  then: ({ by, of }) => by.price.set(of, 2),
});
const want = market.action({
  says: '{it} is wanted.',
  args: { it: good },
  when: { 'it is not wanted yet': ({ it }) => !it.isWanted },
  then: ({ it }) => {
    it.isWanted = true;
  },
});

export const model = market.model({
  id: 'example/per-id',
  title: 'A market',
  actions: { raise, want },
  always: { 'what nobody wants is cheap': (s) => s.goods.every((it) => it.isWanted || s.shops.every((each) => each.price.get(it) === 1)) },
  sometimes: { 'a shop has raised one price alone': (s) => s.shops.some(({ price }) => price.items.filter((it) => it === 2).length === 1) },
  final: (s) => s.shops.every(({ price }) => price.items.every((it) => it === 2)),
});
