import type { Commitment, Medborgarlofte } from '@lofteskartan/shared/contracts/medborgarlofte';
import { LIMITS, type Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { ReadPromisesService } from '../medborgarlofte/read-promises.service.js';

/** Promises and commitments as everyone reads them. */
@Injectable()
export class PublicCommitments {
  constructor(private readonly promises: ReadPromisesService) {}

  /** A municipality's promises, the latest first. */
  async promisesOf(municipality: string, language: Language): Promise<Medborgarlofte[]> {
    const query = { municipality, limit: LIMITS.pageSizeMax };
    return (await this.promises.page(query, { staff: null, language })).items;
  }

  /** The commitments of a municipality's promises, those of the latest first. */
  async of(municipality: string, language: Language): Promise<Commitment[]> {
    return (await this.promisesOf(municipality, language)).flatMap(({ commitments }) => commitments);
  }
}
