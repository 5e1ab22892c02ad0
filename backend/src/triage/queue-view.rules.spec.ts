import { keptFilters, orderFault, viewFault } from './queue-view.rules.js';

const own = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `id-${index}`, name: `Vy ${index}` }));

it.each<[string, number, { id?: string; name: string }, string | null]>([
  ['the first', 0, { name: 'Skolor' }, null],
  ['another name', 3, { name: 'Skolor' }, null],
  ['a name that there is', 3, { name: 'Vy 1' }, 'view.exists'],
  ['in capitals', 3, { name: 'VY 1' }, 'view.exists'],
  ['its own name again', 3, { id: 'id-1', name: 'vy 1' }, null],
  ['the name of another', 3, { id: 'id-1', name: 'Vy 2' }, 'view.exists'],
  ['the twentieth', 19, { name: 'Skolor' }, null],
  ['one too many', 20, { name: 'Skolor' }, 'view.tooMany'],
  ['a new name for one of twenty', 20, { id: 'id-3', name: 'Skolor' }, null],
])('whether a view may be kept: %s', (_what, count, view, fault) => {
  expect(viewFault(own(count), view)).toBe(fault);
});

it.each<[string, string[], string | null]>([
  ['all of them', ['b', 'c', 'a'], null],
  ['one is missing', ['b', 'a'], 'tooFew'],
  ['one twice', ['b', 'a', 'a'], 'notUnique'],
  ['somebody else’s', ['b', 'a', 'x'], 'notFound'],
])('an order: %s', (_what, ids, fault) => {
  expect(orderFault(['a', 'b', 'c'], ids)).toBe(fault);
});

it('a view keeps filters and order, and no page', () => {
  const given = '?status=received&status=answered&limit=30&sort=due&cursor=x';
  expect(keptFilters(given)).toBe('status=received&status=answered&sort=due');
});
