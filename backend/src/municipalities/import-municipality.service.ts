import type { MunicipalitySettings } from '@lofteskartan/shared/contracts/municipalities';
import { OrganisationView } from '@lofteskartan/shared/contracts/medborgarlofte';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { ImportMunicipalityRepository } from './import-municipality.repository.js';
import {
  checkedList,
  checkedObject,
  LocalityFile,
  MunicipalityFile,
  type MunicipalityFiles,
  NamedPlaceFile,
} from './municipality-files.js';

/**
 * Brings a municipality's files into the database. It may be repeated: what was imported before is brought up to date;
 * settings that staff have changed stay as they are.
 */
@Injectable()
export class ImportMunicipality {
  constructor(
    private readonly repository: ImportMunicipalityRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Imports a municipality with its outline, sketch, localities, place list and partners.
   * @param demo true when its proposals and activities will be example data
   * @returns its id
   * @throws Error that says which file is wrong, and how
   */
  async importMunicipality(manager: EntityManager, files: MunicipalityFiles, demo = false): Promise<string> {
    const municipality = checkedObject('municipality.json', MunicipalityFile, files.municipality);
    const outline = polygonOf(files.outline);
    const invalid = await this.repository.faultOfPolygon(manager, outline);
    if (invalid) throw new Error(`outline.geojson: ${invalid}`);
    const sketch = featureCollection(files.sketch);
    const localities = checkedList('localities.json', LocalityFile, files.localities);
    const places = checkedList('place-list.json', NamedPlaceFile, itemsOf(files.placeList));
    demandKnownLocalities(places, localities);

    const id = await this.repository.upsertMunicipality(manager, {
      municipality,
      settings: flatSettings(municipality.settings),
      outline,
      sketch,
      demo,
      now: this.clock.now(),
    });
    await this.repository.replaceLocalities(manager, id, localities);
    await this.repository.replacePlaces(manager, id, places);
    await this.repository.upsertOrganisations(manager, id, municipality.partners);
    return id;
  }

  /**
   * Imports organisations and notes that they work in a municipality; those imported before are renamed if need be.
   * @throws Error that says what is wrong
   */
  async importOrganisations(
    manager: EntityManager,
    municipalityId: string,
    organisations: unknown,
  ): Promise<void> {
    const checked = checkedList('organisations', OrganisationView, organisations);
    await this.repository.upsertOrganisations(manager, municipalityId, checked);
  }
}

function flatSettings(file: MunicipalityFile['settings']): MunicipalitySettings {
  return {
    releaseDelayHours: file.releaseDelayHours,
    snapMetresSpeedCheck: file.snapMetres['speed-check'],
    snapMetresDarkPlace: file.snapMetres['dark-place'],
    snapMetresIdea: file.snapMetres.idea,
    wishMaxDistanceMetres: file.wish.maxDistanceMetres,
    wishMaxAgeMonths: file.wish.maxAgeMonths,
    pinMonths: 24,
    answerWithinWorkingDays: file.answerWithinWorkingDays ?? null,
    answerWithinSpeedCheck: file.answerWithin?.['speed-check'] ?? null,
    answerWithinDarkPlace: file.answerWithin?.['dark-place'] ?? null,
    answerWithinIdea: file.answerWithin?.idea ?? null,
  };
}

/** The Polygon of a Feature, or the Polygon itself. */
function polygonOf(outline: unknown): object {
  const { type, geometry } = membersOf(outline);
  const polygon = type === 'Feature' ? geometry : outline;
  if (membersOf(polygon).type !== 'Polygon') throw new Error('outline.geojson: not a Polygon');
  return polygon as object;
}

function featureCollection(sketch: unknown): object {
  const { type, features } = membersOf(sketch);
  if (type !== 'FeatureCollection' || !Array.isArray(features))
    throw new Error('sketch.geojson: not a FeatureCollection');
  return sketch as object;
}

function itemsOf(placeList: unknown): unknown {
  return Array.isArray(placeList) ? placeList : membersOf(placeList).items;
}

function membersOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function demandKnownLocalities(places: readonly NamedPlaceFile[], localities: readonly LocalityFile[]): void {
  const slugs = new Set(localities.map(({ slug }) => slug));
  const unknown = places.filter(({ locality }) => typeof locality === 'string' && !slugs.has(locality));
  if (unknown.length > 0)
    throw new Error(
      `place-list.json: localities that are not in localities.json: ${unknown.map(({ name, locality }) => `${name} (${locality})`).join(', ')}`,
    );
}
