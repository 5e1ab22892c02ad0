import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OpeningBalance } from '@lofteskartan/shared/contracts/medborgarlofte';
import { ImportMunicipality } from '../municipalities/import-municipality.service.js';
import { checkedObject } from '../municipalities/municipality-files.js';
import { Clock } from '../platform/clock.js';
import { stockholmDate } from '../platform/dates.js';
import { ImportPromiseRepository } from './import-promise.repository.js';
import { PromiseSurroundingsRepository } from './promise-editor/promise-surroundings.repository.js';
import { PromiseVersionsRepository } from './promise-editor/promise-versions.repository.js';
import { periodOf } from './promise-period.rules.js';
import { PromiseFile } from './promise-file.js';

/** Brings a promise's file into the database. It may be repeated: texts are brought up to date, the period stays as it was, and a promise that was edited since is left alone. */
@Injectable()
export class ImportPromise {
  constructor(
    private readonly repository: ImportPromiseRepository,
    private readonly municipalities: ImportMunicipality,
    private readonly surroundings: PromiseSurroundingsRepository,
    private readonly versions: PromiseVersionsRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Imports a promise with its organisations, commitments and milestones.
   * @param file `promise.json`, read but not checked
   * @returns the promise's id
   * @throws Error that says what in the file is wrong
   */
  async importPromise(manager: EntityManager, municipalityId: string, file: unknown): Promise<string> {
    const promise = checkedObject('promise.json', PromiseFile, file);
    demandKnownNames(promise);
    const now = this.clock.now();
    const period = periodOf(promise.period, stockholmDate(now));
    if (!period) throw new Error('promise.json: period makes no sense');
    await this.municipalities.importOrganisations(manager, municipalityId, promise.organisations);
    const edited = await this.versions.editedPromise(manager, municipalityId, promise.slug);
    if (edited) return edited;
    const promiseId = await this.repository.upsertPromise(manager, municipalityId, promise, period, now);
    for (const commitment of promise.commitments) {
      const id = await this.repository.upsertCommitment(
        manager,
        { promiseId, municipalityId },
        commitment,
        now,
      );
      await this.repository.replaceOrganisations(manager, id, commitment);
      await this.repository.upsertMilestones(manager, id, commitment.milestones ?? []);
    }
    const content = await this.surroundings.storedContent(manager, promiseId);
    if (content) await this.versions.putImported(manager, promiseId, content, now);
    return promiseId;
  }

  /** Types the opening balance of a commitment that has none yet: what was done before the platform began to count. */
  async setOpening(
    manager: EntityManager,
    commitmentId: string,
    { count, asOf, source }: OpeningBalance,
  ): Promise<void> {
    await this.repository.setOpening(manager, commitmentId, { count, asOf, source }, this.clock.now());
  }
}

function demandKnownNames({ commitments, organisations, focusAreas }: PromiseFile): void {
  const known = new Set(organisations.map(({ slug }) => slug));
  const areas = new Set(focusAreas.map(({ slug }) => slug));
  for (const { slug, owners, partners, focusArea } of commitments) {
    const unknown = [...owners, ...partners].find(({ organisation }) => !known.has(organisation));
    if (unknown)
      throw new Error(`promise.json: ${slug} names an unknown organisation, ${unknown.organisation}`);
    if (!areas.has(focusArea))
      throw new Error(`promise.json: ${slug} names an unknown focus area, ${focusArea}`);
  }
}
