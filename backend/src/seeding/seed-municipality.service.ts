import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ImportPromise } from '../medborgarlofte/import-promise.service.js';
import { ImportMunicipality } from '../municipalities/import-municipality.service.js';
import { ReplyTemplatesService } from '../triage/templates/reply-templates.service.js';
import { SeedBodies } from './seed-bodies.service.js';
import { SeedingRepository } from './seeding.repository.js';
import { templatesOf } from './template-file.js';
import { readSeed } from './seeds-folder.js';

/** The municipality that comes with the product. */
export const seededMunicipality = 'ale';

/** Loads a municipality and its promise from `backend/seeds`. It may be repeated. */
@Injectable()
export class SeedMunicipality {
  constructor(
    private readonly repository: SeedingRepository,
    private readonly municipalities: ImportMunicipality,
    private readonly promises: ImportPromise,
    private readonly templates: ReplyTemplatesService,
    private readonly bodies: SeedBodies,
  ) {}

  /** Imports a municipality, or brings it up to date, and returns its id. */
  async seed(manager: EntityManager, slug: string): Promise<string> {
    const before = await this.repository.state(manager, slug);
    const file = (name: string): Promise<unknown> => readSeed(`${slug}/${name}`);
    const id = await this.municipalities.importMunicipality(
      manager,
      {
        municipality: await file('municipality.json'),
        outline: await file('outline.geojson'),
        sketch: await file('sketch.geojson'),
        localities: await file('localities.json'),
        placeList: await file('place-list.json'),
      },
      before?.demo ?? false,
    );
    await this.promises.importPromise(manager, id, await file('promise.json'));
    await this.templates.begin(manager, id, templatesOf(await file('reply-templates.json')));
    await this.bodies.begin(manager, id, await file('responsible-bodies.json'));
    return id;
  }
}
