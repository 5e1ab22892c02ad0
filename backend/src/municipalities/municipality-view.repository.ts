import type {
  Locality,
  MapSettings,
  MunicipalityLinks,
  MunicipalitySettings,
} from '@lofteskartan/shared/contracts/municipalities';
import type { OrganisationView } from '@lofteskartan/shared/contracts/medborgarlofte';
import type { Position } from '@lofteskartan/shared/position';
import type { TownTexts } from '@lofteskartan/shared/contracts/town';
import type { Language, PlaceType } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A row of the list of municipalities. */
export interface SummaryRow {
  slug: string;
  code: string;
  name: string;
  bbox: [number, number, number, number];
}

/** How a municipality's map opens, as it is stored; whose tiles it credits is OpenStreetMap where nothing else is said. */
export interface StoredMap extends Pick<MapSettings, 'center' | 'zoom' | 'minZoom' | 'maxZoom'> {
  tilesAttribution?: { text: string; url: string | null };
}

/** Whom to turn to, in both languages. */
interface StoredContact {
  role: Record<Language, string>;
  how: string;
}

/** A municipality with all that its pages need. */
export interface MunicipalityViewRow extends SummaryRow {
  short_name: string;
  police_district: string;
  boundary: object;
  sketch: object;
  localities: Locality[];
  partners: OrganisationView[];
  contacts: StoredContact[];
  links: MunicipalityLinks;
  map: StoredMap;
  settings: MunicipalitySettings;
  texts: Partial<TownTexts>;
  draft: boolean;
  demo: boolean;
}

/** A named place. */
export interface PlaceRow {
  type: PlaceType;
  name: string;
  locality: string | null;
  lng: number;
  lat: number;
  line: Position[] | null;
}

const bbox = `json_build_array(ST_XMin(m.outline), ST_YMin(m.outline), ST_XMax(m.outline), ST_YMax(m.outline)) AS bbox`;

/** What everyone may read of municipalities. */
@Injectable()
export class MunicipalityViewRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Every municipality that is open to its residents, unsorted. */
  all(): Promise<SummaryRow[]> {
    return this.dataSource.query(
      `SELECT m.slug, m.code, m.name, ${bbox} FROM municipalities m WHERE m.opened_at IS NOT NULL`,
    );
  }

  /**
   * One municipality with its localities and partners, or undefined.
   * @param alsoIn municipalities that are shown even though they are not open yet
   */
  async whole(slug: string, alsoIn: readonly string[]): Promise<MunicipalityViewRow | undefined> {
    const [row] = await this.dataSource.query<MunicipalityViewRow[]>(
      `SELECT m.slug, m.code, m.name, ${bbox}, m.short_name, m.police_district, ST_AsGeoJSON(m.outline, 5)::json AS boundary,
         m.sketch, m.contacts, m.links, m.map, m.settings, m.demo, m.texts, m.opened_at IS NULL AS draft,
         coalesce((SELECT json_agg(json_build_object('slug', l.slug, 'name', l.name,
             'position', json_build_array(ST_X(l.position), ST_Y(l.position)), 'population', l.population))
           FROM localities l WHERE l.municipality_id = m.id), '[]') AS localities,
         coalesce((SELECT json_agg(json_build_object('slug', o.slug, 'name', o.name, 'type', o.type))
           FROM municipality_organisations mo JOIN organisations o ON o.id = mo.organisation_id
           WHERE mo.municipality_id = m.id AND o.type = 'partner'), '[]') AS partners
       FROM municipalities m WHERE m.slug = $1 AND (m.opened_at IS NOT NULL OR m.id = ANY ($2::uuid[]))`,
      [slug, alsoIn],
    );
    return row;
  }

  /** The place list of a municipality, unsorted; undefined when there is no such municipality. */
  async places(slug: string, alsoIn: readonly string[]): Promise<PlaceRow[] | undefined> {
    const [row] = await this.dataSource.query<{ places: PlaceRow[] }[]>(
      `SELECT coalesce((SELECT json_agg(json_build_object('type', p.type, 'name', p.name, 'locality', l.slug,
           'lng', ST_X(p.position), 'lat', ST_Y(p.position),
           'line', (ST_AsGeoJSON(p.course, 5)::json -> 'coordinates')))
         FROM named_places p LEFT JOIN localities l ON l.id = p.locality_id WHERE p.municipality_id = m.id), '[]') AS places
       FROM municipalities m WHERE m.slug = $1 AND (m.opened_at IS NOT NULL OR m.id = ANY ($2::uuid[]))`,
      [slug, alsoIn],
    );
    return row?.places;
  }
}
