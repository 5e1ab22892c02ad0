import { readFileSync } from 'node:fs';
import { ImportPromise } from '../../src/medborgarlofte/import-promise.service.js';
import { ImportMunicipality } from '../../src/municipalities/import-municipality.service.js';
import type { TestApp } from './app.js';

const file = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../fixtures/lillby/${name}`, import.meta.url), 'utf8'));

/** Imports Lillby, a small municipality with a promise that has other priorities and no end. Returns its id. */
export function importLillby(app: TestApp): Promise<string> {
  return app.dataSource.transaction(async (manager) => {
    const id = await app.get(ImportMunicipality).importMunicipality(manager, {
      municipality: file('municipality.json'),
      outline: file('outline.geojson'),
      sketch: file('sketch.geojson'),
      localities: file('localities.json'),
      placeList: file('place-list.json'),
    });
    await app.get(ImportPromise).importPromise(manager, id, file('promise.json'));
    return id;
  });
}
