import { readFileSync } from 'node:fs';
import { pageAddress } from './page-address.rules.js';

describe('what an address shows', () => {
  it.each([
    ['/', null],
    ['/ale', { page: 'municipality', municipality: 'ale', words: '' }],
    ['/ale/', { page: 'municipality', municipality: 'ale', words: '' }],
    ['/ale/karta', { page: 'municipality', municipality: 'ale', words: 'karta' }],
    ['/ale/ny/otrygg-plats', { page: 'municipality', municipality: 'ale', words: 'ny' }],
    ['/ale/lofte', { page: 'promise', municipality: 'ale', name: '' }],
    ['/ale/lofte/moten', { page: 'commitment', municipality: 'ale', name: 'moten' }],
    ['/ale/lofte/uppfoljning/2026-06-30', { page: 'follow-up', municipality: 'ale', asOf: '2026-06-30' }],
    ['/ale/lofte/uppfoljning/2026-02-30', null],
    ['/ale/forslag/ALE-7K3F9', { page: 'proposal', municipality: 'ale', name: 'ALE-7K3F9' }],
    ['/ale/platser', { page: 'municipality', municipality: 'ale', words: 'platser' }],
    ['/ale/platser/P7K3F9', { page: 'place', municipality: 'ale', name: 'P7K3F9' }],
    ['/ale/vandringar/3', { page: 'municipality', municipality: 'ale', words: 'vandringar' }],
    ['/ale/folj/ALE-7K3F9', { page: 'own' }],
    ['/ale/mina', { page: 'own' }],
    ['/ale/hanvisning', { page: 'own' }],
    ['/arbete/forslag/ALE-7K3F9', { page: 'own' }],
    ['/live', { page: 'own' }],
    ['/live/K7M2QX/skarm', { page: 'own' }],
    ['/ale/dialoger', { page: 'municipality', municipality: 'ale', words: 'dialoger' }],
    ['/ale/dialoger/utfall', { page: 'municipality', municipality: 'ale', words: 'dialoger' }],
    ['/ale/dialoger/D7K3F9', { page: 'dialogue', municipality: 'ale', name: 'D7K3F9' }],
    ['/ale/dialoger/D7K3F9/fraga', { page: 'dialogue', municipality: 'ale', name: 'D7K3F9' }],
    ['/ale/dialoger/D7K3F9/uppfoljning/6', { page: 'dialogue', municipality: 'ale', name: 'D7K3F9' }],
    ['/ale/dialoger/D7K3F9/uppfoljning/7', null],
    ['/ale/fraga/Q7K3F9', { page: 'question', municipality: 'ale', name: 'Q7K3F9' }],
    ['/ale/fraga/Q7K3F9/folj', { page: 'own' }],
    ['/ale/hur-kanns-det', { page: 'own' }],
    ['/ale/finns-inte', null],
    ['/ale/constructor', null],
    ['/ale/%E0%A4%A', null],
    ['/ale/karta/mer', null],
  ])('%s', (path, address) => {
    expect(pageAddress(path)).toEqual(address);
  });

  it('is known of every page that the frontend has', () => {
    const router = readFileSync(new URL('../../../frontend/src/app/router.tsx', import.meta.url), 'utf8');
    const paths = [...router.matchAll(/path: '(:municipality[^'*]*)'/g)].map(([, path = '']) => path);
    const like: Record<string, string> = { municipality: 'ale', asOf: '2026-06-30', months: '12' };
    const addresses = paths.map(
      (path) => `/${path.replace(/:(\w+)/g, (_, name: string) => like[name] ?? 'ABC123')}`,
    );
    expect(addresses.length).toBeGreaterThan(30);
    expect(addresses.filter((address) => pageAddress(address) === null)).toEqual([]);
  });
});
