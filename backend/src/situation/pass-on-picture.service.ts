import type { OutsidePicture, SituationQuery } from '@lofteskartan/shared/contracts/situation';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { StaffMember } from '../platform/staff-member.js';
import { outsideOf } from './outside.rules.js';
import { ReadPicture } from './read-picture.service.js';
import { ReadSpots } from './read-spots.service.js';

/** The picture as it may leave the staff side. */
@Injectable()
export class PassOnPicture {
  constructor(
    private readonly picture: ReadPicture,
    private readonly spots: ReadSpots,
  ) {}

  /** @throws Refused `not.found`, `input.invalid` */
  async read(
    staff: StaffMember,
    slug: string,
    query: SituationQuery,
    language: Language,
  ): Promise<OutsidePicture> {
    const picture = await this.picture.read(staff, slug, query, language);
    return outsideOf(picture, await this.spots.read(staff, slug, query));
  }
}
