import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { PromiseContent } from '@lofteskartan/shared/promise-content';
import type {
  ComparedPromiseVersion,
  PromiseChange,
  PromiseVersion,
  PromiseVersions,
} from '@lofteskartan/shared/contracts/promise-versions';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Refused } from '../../platform/problem/refused.js';
import { type PromiseRow, PromisesRepository } from '../promises.repository.js';
import { maySee, type PromiseReader } from '../read-promises.service.js';
import { inLanguage } from '../words.js';
import { changesBetween } from './promise-changes.rules.js';
import { PromiseSurroundingsRepository } from './promise-surroundings.repository.js';
import { PromiseVersionsRepository, type VersionRow } from './promise-versions.repository.js';
import { withWords } from './word-comparison.js';

/** The published versions of a promise, which everyone may read and compare. */
@Injectable()
export class PromiseVersionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly promises: PromisesRepository,
    private readonly versions: PromiseVersionsRepository,
    private readonly surroundings: PromiseSurroundingsRepository,
  ) {}

  /**
   * The versions of a promise, the latest first.
   * @throws Refused `not.found`
   */
  async list(promiseId: string, reader: PromiseReader): Promise<PromiseVersions> {
    const { rows } = await this.known(promiseId, reader);
    return { items: rows.map((row) => versionView(row, reader.language)) };
  }

  /**
   * A version beside the one before it.
   * @throws Refused `not.found`
   */
  async compared(promiseId: string, number: number, reader: PromiseReader): Promise<ComparedPromiseVersion> {
    const { promise, rows } = await this.known(promiseId, reader);
    const version = rows.find((row) => row.number === number);
    if (!version) throw new Refused('not.found');
    const before = rows.find((row) => row.number === number - 1);
    const changes = before
      ? await this.compare(this.dataSource.manager, promise.municipalityId, before.content, version.content)
      : [];
    const { publishedAt, note } = versionView(version, reader.language);
    return { number, publishedAt, note, changes };
  }

  /** How many versions of a promise are published; a promise that was there before versions were kept has one. */
  async count(manager: EntityManager, promiseId: string): Promise<number> {
    return (await this.versions.latest(manager, promiseId))?.number ?? 1;
  }

  /** What a promise says now, as a coordinator wrote it; null when there is no such promise. */
  async latestContent(manager: EntityManager, promiseId: string): Promise<PromiseContent | null> {
    const latest = await this.versions.latest(manager, promiseId);
    return latest?.content ?? this.surroundings.storedContent(manager, promiseId);
  }

  /** All that differs between two contents, with their words compared. */
  async compare(
    manager: EntityManager,
    municipalityId: string,
    before: PromiseContent,
    after: PromiseContent,
  ): Promise<PromiseChange[]> {
    const organisations = await this.surroundings.organisationsOf(manager, municipalityId);
    const names = new Map(organisations.map(({ slug, name }) => [slug, name]));
    return changesBetween(before, after, (slug) => names.get(slug) ?? slug).map(withWords);
  }

  private async known(
    promiseId: string,
    reader: PromiseReader,
  ): Promise<{ promise: PromiseRow; rows: VersionRow[] }> {
    const promise = await this.promises.byId(this.dataSource, promiseId);
    if (!promise || !maySee(promise, reader)) throw new Refused('not.found');
    return { promise, rows: await this.versions.of(this.dataSource.manager, promiseId) };
  }
}

function versionView({ number, publishedAt, note }: VersionRow, language: Language): PromiseVersion {
  return { number, publishedAt: publishedAt.toISOString(), note: note && inLanguage(note, language) };
}
