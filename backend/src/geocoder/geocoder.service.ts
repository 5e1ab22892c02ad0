import type { GeocodedPlace, GeocoderAnswer } from '@lofteskartan/shared/contracts/geocoder';
import type { Box, Position } from '@lofteskartan/shared/position';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MunicipalityLookup } from '../municipalities/municipality-lookup.js';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config/config.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { Refused } from '../platform/problem/refused.js';
import { GeocoderRepository } from './geocoder.repository.js';
import {
  keptDays,
  mostPlaces,
  placesIn,
  reverseQuestion,
  roundedPosition,
  searchQuestion,
} from './geocoder.rules.js';

/** So long a form waits for the geocoder. */
const patienceMs = 2500;
const dayMs = 24 * 60 * 60_000;
const silent: GeocoderAnswer = { items: [], available: false };

/** Asks the operator's geocoder, which speaks as Photon does, and keeps its answers for some days. */
@Injectable()
export class Geocoder implements OnModuleInit {
  private readonly logger = new Logger('Geocoder');

  constructor(
    private readonly config: Config,
    private readonly dataSource: DataSource,
    private readonly municipalities: MunicipalityLookup,
    private readonly answers: GeocoderRepository,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    this.jobs.cron('forget-geocoder-answers', '23 * * * *', () => this.answers.forget(this.clock.now()));
  }

  /**
   * Addresses and places of a municipality that fit what somebody typed.
   * @throws Refused `not.found` when there is no such municipality
   */
  async search(municipality: string, typed: string): Promise<GeocoderAnswer> {
    const box = await this.boxOf(municipality);
    const [west, south, east, north] = box;
    return this.answer(searchQuestion(municipality, typed), box, 'api', {
      q: typed.trim(),
      limit: mostPlaces * 2,
      bbox: box.join(','),
      lon: (west + east) / 2,
      lat: (south + north) / 2,
    });
  }

  /**
   * The address nearest to a position, rounded to about 10 metres before anybody is asked.
   * @throws Refused `not.found` when there is no such municipality
   */
  async reverse(municipality: string, position: Position): Promise<GeocoderAnswer> {
    const box = await this.boxOf(municipality);
    const [lon, lat] = roundedPosition(position);
    return this.answer(reverseQuestion(municipality, position), box, 'reverse', { lon, lat, limit: 1 });
  }

  private async boxOf(slug: string): Promise<Box> {
    const municipality = await this.municipalities.bySlug(this.dataSource.manager, slug);
    if (!municipality) throw new Refused('not.found');
    return municipality.bbox;
  }

  private async answer(
    question: string,
    box: Box,
    path: 'api' | 'reverse',
    query: Readonly<Record<string, string | number>>,
  ): Promise<GeocoderAnswer> {
    const { geocoderUrl } = this.config;
    if (geocoderUrl === null) return silent;
    const now = this.clock.now();
    const kept = await this.answers.kept(question, now);
    if (kept) return { items: kept, available: true };
    const items = await this.ask(`${geocoderUrl}/${path}`, query, box);
    if (!items) return silent;
    await this.answers.keep(question, items, new Date(now.getTime() + keptDays * dayMs));
    return { items, available: true };
  }

  /** What the geocoder says; null when it does not answer in time or not as it should. */
  private async ask(
    address: string,
    query: Readonly<Record<string, string | number>>,
    box: Box,
  ): Promise<GeocodedPlace[] | null> {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) parameters.set(name, String(value));
    try {
      const response = await fetch(`${address}?${parameters.toString()}`, {
        headers: { Accept: 'application/json' },
        redirect: 'error',
        signal: AbortSignal.timeout(patienceMs),
      });
      if (!response.ok) throw new Error(`status ${response.status}`);
      return placesIn(await response.json(), box);
    } catch (error) {
      // The question may be somebody's address: only what went wrong is logged.
      this.logger.warn(`No answer from the geocoder: ${error instanceof Error ? error.name : 'unknown'}`);
      return null;
    }
  }
}
