import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Commitment } from '@lofteskartan/shared/contracts/medborgarlofte';
import { dayInWords, figureInWords, paceInWords } from '../medborgarlofte/progress-words.rules.js';
import { ReadFollowUpsService } from '../medborgarlofte/follow-ups/read-follow-ups.service.js';
import { ReadPromisesService } from '../medborgarlofte/read-promises.service.js';
import { ReadQuestions } from '../medborgardialog/questions/read-questions.service.js';
import { PublicDialogues } from '../medborgardialog/public-dialogues.service.js';
import { MunicipalityLookup } from '../municipalities/municipality-lookup.js';
import { stockholmDate } from '../platform/dates.js';
import { Refused } from '../platform/problem/refused.js';
import { TellStoryService } from '../proposals/public/tell-story.service.js';
import type { PictureWords } from './draw-picture.js';
import { lampsOf } from './lamp-scene.js';
import {
  commitmentWords,
  dialogueWords,
  followUpWords,
  mainOf,
  promiseWords,
  proposalWords,
  questionWords,
  type ShareWords,
} from './share-words.rules.js';

/** What can be shared, as addresses of pictures name it. */
export const shareSubjects = [
  'medborgarloften',
  'commitments',
  'proposals',
  'follow-ups',
  'medborgardialoger',
] as const;
export type ShareSubject = (typeof shareSubjects)[number];

/** Something that can be shared, in words and as a picture. */
export interface Shared {
  readonly words: ShareWords;
  readonly picture: PictureWords;
}

/** Everyone, in Swedish: those who share an address have no session here, and their readers no language. */
const everyone = { staff: null, language: 'sv' } as const;

/** Reads what can be shared through the public services alone, so that a tag or a picture tells nothing that a page does not. */
@Injectable()
export class ShareSubjects {
  constructor(
    private readonly dataSource: DataSource,
    private readonly municipalities: MunicipalityLookup,
    private readonly promises: ReadPromisesService,
    private readonly followUps: ReadFollowUpsService,
    private readonly stories: TellStoryService,
    private readonly dialogues: PublicDialogues,
    private readonly questions: ReadQuestions,
  ) {}

  /**
   * What is shared under a name: an id, or the number of a proposal.
   * @throws Refused `not.found`, `proposal.notFound`
   */
  async of(subject: ShareSubject, name: string): Promise<Shared> {
    switch (subject) {
      case 'medborgarloften':
        return this.promise(name);
      case 'commitments':
        return this.commitment(await this.promises.commitment(name, everyone));
      case 'proposals':
        return this.proposal(name);
      case 'follow-ups':
        return this.followUp({ id: name });
      case 'medborgardialoger':
        return this.dialogue(name);
    }
  }

  /** A municipality's present promise, or null. */
  presentPromise(municipality: string) {
    return this.promises.present(municipality, everyone);
  }

  /** A promise: its picture shows the path of the commitment with the largest number. */
  async promise(id: string): Promise<Shared> {
    const promise = await this.promises.promise(id, everyone);
    const main = mainOf(promise.commitments);
    const place = await this.placeName(promise.municipality);
    const words = promiseWords(promise);
    const eyebrow = `${place} · Medborgarlöfte`;
    if (!main) return { words, picture: { ...dark, eyebrow, title: promise.title } };
    const figure = figureInWords(main.progress, 'sv');
    return {
      words,
      picture: { eyebrow, title: promise.title, figure, note: main.title, ...lampsOfProgress(main.progress) },
    };
  }

  /** A commitment with its path. */
  async commitment(commitment: Commitment): Promise<Shared> {
    const { title, progress, municipality } = commitment;
    return {
      words: commitmentWords(commitment),
      picture: {
        eyebrow: `${await this.placeName(municipality)} · Medborgarlöfte`,
        title,
        figure: figureInWords(progress, 'sv'),
        note: paceInWords(progress, 'sv'),
        ...lampsOfProgress(progress),
      },
    };
  }

  /** A public proposal: one lamp, lit when it is done. */
  async proposal(reference: string): Promise<Shared> {
    const story = await this.stories.story(reference, 'sv');
    const municipality = await this.municipalities.bySlug(this.dataSource.manager, story.municipality);
    if (!municipality) throw new Refused('proposal.notFound');
    const locality = story.locality
      ? await this.municipalities.localityBySlug(this.dataSource.manager, municipality.id, story.locality)
      : null;
    const words = proposalWords(story, locality?.name ?? null);
    return {
      words,
      picture: {
        eyebrow: `${municipality.shortName} · ${story.reference}`,
        title: words.title,
        figure: null,
        note: words.description,
        lamps: [story.status === 'done' ? 'lit' : 'off'],
        expected: null,
      },
    };
  }

  /** A medborgardialog: when and where, or that it was called off. @throws Refused `not.found` */
  async dialogue(reference: string): Promise<Shared> {
    const dialogue = await this.dialogues.one(reference, 'sv');
    const place = await this.placeName(dialogue.municipality);
    const words = dialogueWords(dialogue);
    return {
      words,
      picture: {
        ...dark,
        eyebrow: `${place} · Medborgardialog`,
        title: dialogue.title,
        figure:
          dialogue.status === 'cancelled'
            ? 'inställd'
            : dayInWords(stockholmDate(new Date(dialogue.startsAt)), 'sv'),
        note: dialogue.venue ?? dialogue.theme,
      },
    };
  }

  /** A published question, with the picture of the dialogue that it was asked for. @throws Refused `not.found` */
  async question(reference: string): Promise<{ shared: Shared; dialogue: string }> {
    const { text, dialogue } = await this.questions.story(reference);
    const { picture } = await this.dialogue(dialogue.reference);
    return { shared: { words: questionWords(text, dialogue.title), picture }, dialogue: dialogue.reference };
  }

  /** A published follow-up with the path as it was that day. */
  async followUp(wanted: Parameters<ReadFollowUpsService['one']>[0]): Promise<Shared & { id: string }> {
    const followUp = await this.followUps.one(wanted, 'sv');
    const main = mainOf(followUp.items);
    const picture = {
      eyebrow: `${await this.placeName(followUp.municipality)} · Uppföljning`,
      title: `Så gick det till och med ${dayInWords(followUp.asOf, 'sv')}`,
    };
    return {
      id: followUp.id,
      words: followUpWords(followUp),
      picture: main
        ? {
            ...picture,
            figure: figureInWords(main.progress, 'sv'),
            note: main.title,
            ...lampsOfProgress(main.progress),
          }
        : { ...dark, ...picture },
    };
  }

  /** What an alternative text says of a commitment's picture. */
  altOf({ title, figure, note }: PictureWords): string {
    return [title, figure, note].filter(Boolean).join('. ');
  }

  private async placeName(slug: string): Promise<string> {
    const municipality = await this.municipalities.bySlug(this.dataSource.manager, slug);
    return municipality?.shortName ?? slug;
  }
}

/** A picture without a commitment: one lamp that is not lit yet. */
const dark = { figure: null, note: '', lamps: ['off'], expected: null } as const;

function lampsOfProgress(progress: Commitment['progress']): Pick<PictureWords, 'lamps' | 'expected'> {
  const { states, expected } = lampsOf(progress);
  return { lamps: states.length > 0 ? states : dark.lamps, expected };
}
