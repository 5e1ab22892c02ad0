import type { PostSubject } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { DataSource } from 'typeorm';
import type { SocialPost } from '@lofteskartan/shared/contracts/sharing';
import { PublicDialogues } from '../medborgardialog/public-dialogues.service.js';
import { ReadReports } from '../medborgardialog/reports/read-reports.service.js';
import { ReadPublicActivitiesService } from '../medborgarlofte/read-public-activities.service.js';
import { ReadPromisesService } from '../medborgarlofte/read-promises.service.js';
import { ReadFollowUpsService } from '../medborgarlofte/follow-ups/read-follow-ups.service.js';
import { dayInWords } from '../medborgarlofte/progress-words.rules.js';
import { MunicipalityLookup } from '../municipalities/municipality-lookup.js';
import { Config } from '../platform/config/config.js';
import { Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { mayActIn, triageRoles } from '../staff/access.rules.js';
import type { PictureWords } from './draw-picture.js';
import type { PictureToSend } from './picture-answer.js';
import { Pictures } from './pictures.service.js';
import { dialoguePost, pointsInWords, reportPost, shortened } from './share-words.rules.js';
import { ShareSubjects } from './share-subjects.service.js';

const everyone = { staff: null, language: 'sv' } as const;

/** A post before its addresses are written. */
interface Draft {
  /** The municipality's slug. */
  readonly municipality: string;
  readonly text: string;
  /** The page that it tells of. */
  readonly path: string;
  readonly picture: PictureWords;
}

/** Ready posts about what is public, for staff of the municipality. */
@Injectable()
export class PostsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly municipalities: MunicipalityLookup,
    private readonly promises: ReadPromisesService,
    private readonly activities: ReadPublicActivitiesService,
    private readonly followUps: ReadFollowUpsService,
    private readonly dialogues: PublicDialogues,
    private readonly reports: ReadReports,
    private readonly subjects: ShareSubjects,
    private readonly pictures: Pictures,
  ) {}

  /**
   * Text and picture of a post.
   * @throws Refused `not.found`, also for what is not public yet and for another municipality
   */
  async post(subject: PostSubject, id: string, staff: StaffMember): Promise<SocialPost> {
    const { text, path, picture, municipality } = await this.own(subject, id, staff);
    return {
      text: `${text}\n\n${this.config.publicUrl}${encodeURI(path)}`,
      alt: this.subjects.altOf(picture),
      pictureUrl: `/api/v1/triage/posts/${subject}/${id}/picture`,
      pictureName: `loftet-${municipality}-${id.slice(0, 8)}.png`,
    };
  }

  /**
   * The square picture of a post.
   * @throws Refused `not.found`
   */
  async picture(subject: PostSubject, id: string, staff: StaffMember): Promise<PictureToSend> {
    const { picture } = await this.own(subject, id, staff);
    return {
      version: this.pictures.versionOf(picture),
      cacheControl: 'private, no-cache',
      draw: () => this.pictures.png(picture, 'square'),
    };
  }

  private async own(subject: PostSubject, id: string, staff: StaffMember): Promise<Draft> {
    const draft = await this.draft(subject, id);
    const municipality = await this.municipalities.bySlugForStaff(
      this.dataSource.manager,
      draft.municipality,
    );
    if (!municipality || !mayActIn(staff, municipality.id, triageRoles)) throw new Refused('not.found');
    return draft;
  }

  private async draft(subject: PostSubject, id: string): Promise<Draft> {
    const isOfDialogue = subject === 'medborgardialoger' || subject === 'dialogue-reports';
    if (!isOfDialogue && !isUUID(id)) throw new Refused('not.found');
    switch (subject) {
      case 'commitments': {
        const commitment = await this.promises.commitment(id, everyone);
        const { words, picture } = await this.subjects.commitment(commitment);
        const { municipality, slug } = commitment;
        const text = `Så går det med löftet: ${words.title}.\n\n${words.description}`;
        return { municipality, text, path: `/${municipality}/lofte/${slug}`, picture };
      }
      case 'activities': {
        const activity = await this.activities.one(id);
        const commitment = await this.promises.commitment(activity.commitmentId, everyone);
        const { municipality, slug, title } = commitment;
        const { picture } = await this.subjects.commitment(commitment);
        const day = dayInWords(activity.occurredOn, 'sv');
        const led = activity.proposalReferences.length > 0 ? ' Tack till er som hörde av er!' : '';
        return {
          municipality,
          text: `${activity.publicText}\n\n${activity.organisation}, ${day}. Det hör till löftet: ${title}.${led}`,
          path: `/${municipality}/lofte/${slug}`,
          picture: { ...picture, title: shortened(activity.publicText, 110), note: title },
        };
      }
      case 'follow-ups': {
        const { municipality, asOf } = await this.followUps.one({ id }, 'sv');
        const { words, picture } = await this.subjects.followUp({ id });
        const text = `${words.title}.\n\n${words.description}`;
        return { municipality, text, path: `/${municipality}/lofte/uppfoljning/${asOf}`, picture };
      }
      case 'medborgardialoger': {
        const dialogue = await this.dialogues.one(id, 'sv');
        const { picture } = await this.subjects.dialogue(id);
        const { municipality, reference } = dialogue;
        const path = `/${municipality}/dialoger/${reference}`;
        return { municipality, text: dialoguePost(dialogue), path, picture };
      }
      case 'dialogue-reports': {
        const report = await this.reports.one(id, 'sv');
        const { picture } = await this.subjects.dialogue(id);
        const { municipality, reference, points } = report;
        const path = `/${municipality}/dialoger/${reference}/rapport`;
        const figure = points.length > 0 ? pointsInWords(points.length) : 'rapport';
        return {
          municipality,
          text: reportPost(report),
          path,
          picture: { ...picture, figure, note: 'Vad det blev av det som togs upp' },
        };
      }
    }
  }
}
