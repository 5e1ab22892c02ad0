import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Medborgarlofte } from '@lofteskartan/shared/contracts/medborgarlofte';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { ReadPromisesService } from '../medborgarlofte/read-promises.service.js';
import { MunicipalityLookup } from '../municipalities/municipality-lookup.js';
import { Config } from '../platform/config/config.js';
import { Refused } from '../platform/problem/refused.js';
import { commitmentEmbed, type EmbedFrame, missingEmbed, promiseEmbed } from './embed-page.js';

/** Pages for frames of other websites, made of the public answers alone. */
@Injectable()
export class EmbedService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly municipalities: MunicipalityLookup,
    private readonly promises: ReadPromisesService,
  ) {}

  /**
   * The page of a municipality's present promise.
   * @throws Refused `not.found`
   */
  async promise(municipality: string, language: Language): Promise<string> {
    const { promise, frame } = await this.read(municipality, language);
    return promiseEmbed(promise, frame);
  }

  /**
   * The page of one of its commitments.
   * @throws Refused `not.found`
   */
  async commitment(municipality: string, slug: string, language: Language): Promise<string> {
    const { promise, frame } = await this.read(municipality, language);
    const commitment = promise.commitments.find((each) => each.slug === slug);
    if (!commitment) throw new Refused('not.found');
    return commitmentEmbed(commitment, frame);
  }

  /** The page for an address that leads to no promise. */
  missing(language: Language): string {
    return missingEmbed({ publicUrl: this.config.publicUrl, language });
  }

  private async read(
    municipality: string,
    language: Language,
  ): Promise<{ promise: Medborgarlofte; frame: EmbedFrame }> {
    const record = await this.municipalities.bySlug(this.dataSource.manager, municipality);
    const promise = await this.promises.present(municipality, { staff: null, language });
    if (!record || !promise) throw new Refused('not.found');
    return { promise, frame: { publicUrl: this.config.publicUrl, place: record.shortName, language } };
  }
}
