import { describe, expect, test } from '@jest/globals';
import { mapSource } from './map-source.js';

describe('where the map’s pictures come from', () => {
  test.each<[string, string | null, string | null]>([
    ['no tiles at all', null, null],
    ['OpenStreetMap', 'https://tile.openstreetmap.org/{z}/{x}/{y}.png', 'tile.openstreetmap.org'],
    ['one of several servers', 'https://{s}.tile.example/{z}/{x}/{y}.png', 'tile.example'],
    ['our own address', 'https://lofte.example/tiles/{z}/{x}/{y}.png', null],
    ['our own address without its name', '/tiles/{z}/{x}/{y}.png', null],
  ])('%s', (_name, url, expected) => {
    const tiles = url === null ? null : { url, attribution: '', attributionUrl: null };
    expect(mapSource(tiles, 'lofte.example')).toBe(expected);
  });
});
