import type { OutsidePicture, SituationQuery } from '@lofteskartan/shared/contracts/situation';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import type { StaffMember } from '../platform/staff-member.js';
import { DoneRepository } from './done.repository.js';
import { outsideOf } from './outside.rules.js';
import { drawPicture } from './paper/draw-picture.js';
import { ReadBehind } from './read-behind.service.js';
import { ReadPicture } from './read-picture.service.js';
import { ReadSpots } from './read-spots.service.js';

/** The picture as it may leave the staff side. */
@Injectable()
export class PassOnPicture {
  constructor(
    private readonly picture: ReadPicture,
    private readonly spots: ReadSpots,
    private readonly behind: ReadBehind,
    private readonly done: DoneRepository,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused `not.found`, `input.invalid` */
  async read(
    staff: StaffMember,
    slug: string,
    query: SituationQuery,
    language: Language,
  ): Promise<OutsidePicture> {
    const behind = await this.behind.read(staff, slug, query);
    const picture = await this.picture.read(staff, slug, query, language);
    return outsideOf(picture, behind, await this.spots.read(staff, slug, query));
  }

  /**
   * The same on paper, in Swedish.
   * @throws Refused `not.found`, `input.invalid`
   */
  async print(
    staff: StaffMember,
    slug: string,
    query: SituationQuery,
  ): Promise<{ name: string; bytes: Buffer }> {
    const outside = await this.read(staff, slug, query, 'sv');
    const ground = await this.done.ground(this.dataSource.manager, slug);
    return {
      name: `lagesbild-${slug}-${query.from}-${query.to}.pdf`,
      bytes: await drawPicture(outside, ground, this.clock.now()),
    };
  }
}
