import { drawnOf } from './map-ground.rules.js';

const line = [
  [12, 57],
  [12.1, 57.1],
];
const feature = (type: string, geometry: object | null, name?: unknown) => ({
  type: 'Feature',
  properties: { type, name },
  geometry,
});

describe('what a drawn sketch holds of a type', () => {
  it.each([
    [
      'a road is its line',
      feature('road', { type: 'LineString', coordinates: line }, 'Storgatan'),
      'Storgatan',
    ],
    ['a lake is its outer ring', feature('road', { type: 'Polygon', coordinates: [line, line] }), null],
    ['a name that is no word is none', feature('road', { type: 'LineString', coordinates: line }, 7), null],
  ])('%s', (_, drawn, name) => {
    expect(drawnOf({ features: [drawn] }, 'road')).toEqual([{ name, line }]);
  });

  it.each([
    ['another type', { features: [feature('water', { type: 'Polygon', coordinates: [line] })] }],
    ['a point', { features: [feature('road', { type: 'Point', coordinates: [12, 57] })] }],
    ['a thing without a shape', { features: [feature('road', null)] }],
    ['something else than a sketch', { hello: 'there' }],
    ['nothing', null],
  ])('%s is passed over', (_, sketch) => {
    expect(drawnOf(sketch, 'road')).toEqual([]);
  });
});
