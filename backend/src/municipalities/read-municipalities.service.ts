import { promisedWithin } from '@lofteskartan/shared/answer-times';
import type {
  MapTiles,
  Municipality,
  MunicipalityPage,
  NamedPlacePage,
} from '@lofteskartan/shared/contracts/municipalities';
import type { PageQuery } from '@lofteskartan/shared/contracts/paging';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { pageOf, readCursor } from '../platform/paging.js';
import type { StaffMember } from '../platform/staff-member.js';
import { Refused } from '../platform/problem/refused.js';
import { MunicipalityViewRepository, type StoredMap } from './municipality-view.repository.js';
import { beginsLike, inSwedishOrder, swedishOrder } from './places.rules.js';

const openStreetMap = { text: '© OpenStreetMap', url: 'https://www.openstreetmap.org/copyright' };

/** What everyone may read of municipalities. */
@Injectable()
export class ReadMunicipalitiesService {
  constructor(
    private readonly repository: MunicipalityViewRepository,
    private readonly config: Config,
  ) {}

  /** The municipalities in Swedish order of their names. */
  async list(query: PageQuery): Promise<MunicipalityPage> {
    const cursor = readCursor(query.cursor, ['text', 'text']) as string[] | null;
    const namesOf = ({ name, slug }: { name: string; slug: string }) => [name, slug];
    const all = inSwedishOrder(await this.repository.all(), namesOf);
    const rest = cursor ? all.filter((each) => swedishOrder(namesOf(each), cursor) > 0) : all;
    const page = pageOf(rest, query.limit, namesOf);
    return { items: page.rows, nextCursor: page.nextCursor };
  }

  /**
   * One municipality with all that its pages need; a draft for its staff alone.
   * @throws Refused `not.found`
   */
  async one(slug: string, language: Language, staff: StaffMember | null): Promise<Municipality> {
    const row = await this.repository.whole(slug, placesOf(staff));
    if (!row) throw new Refused('not.found');
    return {
      slug: row.slug,
      code: row.code,
      name: row.name,
      bbox: row.bbox,
      shortName: row.short_name,
      policeDistrict: row.police_district,
      boundary: row.boundary,
      sketch: row.sketch,
      localities: inSwedishOrder(row.localities, ({ name }) => [name]),
      partners: inSwedishOrder(row.partners, ({ name }) => [name]),
      contacts: row.contacts.map(({ role, how }) => ({ role: role[language], how })),
      links: {
        petitions: row.links.petitions,
        faultReports: row.links.faultReports,
        police: row.links.police,
        website: row.links.website,
      },
      map: {
        center: row.map.center,
        zoom: row.map.zoom,
        minZoom: row.map.minZoom,
        maxZoom: row.map.maxZoom,
        tiles: this.tiles(row.map),
      },
      welcome: row.texts.welcome?.[language] ?? null,
      about: row.texts.about?.[language] ?? null,
      draft: row.draft,
      answerWithinWorkingDays: row.settings.answerWithinWorkingDays,
      answerWithin: {
        speedCheck: promisedWithin(row.settings, 'speed-check'),
        darkPlace: promisedWithin(row.settings, 'dark-place'),
        idea: promisedWithin(row.settings, 'idea'),
      },
      releaseDelayHours: row.settings.releaseDelayHours,
      mail: this.config.smtpUrl !== null,
      geocoder: this.config.geocoderUrl !== null,
      demo: row.demo,
    };
  }

  /**
   * The places of a municipality whose name, or a word of it, begins as asked; all of them without a question.
   * @throws Refused `not.found` when there is no such municipality
   */
  async places(slug: string, typed: string | undefined, staff: StaffMember | null): Promise<NamedPlacePage> {
    const places = await this.repository.places(slug, placesOf(staff));
    if (!places) throw new Refused('not.found');
    const found = typed === undefined ? places : places.filter(({ name }) => beginsLike(name, typed));
    const items = inSwedishOrder(found, ({ name, locality }) => [name, locality ?? '']).map((place) => ({
      type: place.type,
      name: place.name,
      locality: place.locality,
      position: [place.lng, place.lat] as [number, number],
      line: place.line,
    }));
    return { items, nextCursor: null };
  }

  private tiles({ tilesAttribution }: StoredMap): MapTiles | null {
    if (this.config.mapTilesUrl === null) return null;
    const { text, url } = tilesAttribution ?? openStreetMap;
    return { url: this.config.mapTilesUrl, attribution: text, attributionUrl: url };
  }
}

const placesOf = (staff: StaffMember | null): string[] =>
  staff?.memberships.map(({ municipalityId }) => municipalityId) ?? [];
