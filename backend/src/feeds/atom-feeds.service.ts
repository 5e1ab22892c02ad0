import type { Commitment } from '@lofteskartan/shared/contracts/medborgarlofte';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { dayInWords } from '../medborgarlofte/progress-words.rules.js';
import { dialogueSubject } from '../medborgardialog/medborgardialog.view.js';
import { type PublicDialogueRow, PublicDialogues } from '../medborgardialog/public-dialogues.service.js';
import { MunicipalityLookup } from '../municipalities/municipality-lookup.js';
import type { MunicipalityRecord } from '../municipalities/municipality-record.js';
import { Config } from '../platform/config/config.js';
import { stockholmDate } from '../platform/dates.js';
import { Refused } from '../platform/problem/refused.js';
import { type AtomEntry, atomText, updatedAt } from './atom.rules.js';
import {
  type ActivityEntry,
  FeedEntriesRepository,
  type FollowUpEntry,
  type ProposalEntry,
} from './feed-entries.repository.js';
import { feedWords } from './feed-words.rules.js';
import { PublicCommitments } from './public-commitments.service.js';
import { tagOf } from './tag-address.rules.js';

/** A feed or calendar as it is sent. */
export interface FeedText {
  readonly text: string;
  /** When what it tells last changed. */
  readonly updated: Date;
}

/** Which part of a municipality a feed is about. */
export type FeedPart = { readonly locality?: string; readonly commitment?: string };

/** So many entries, those that changed last. */
const mostEntries = 50;

/** Feeds of what becomes public. What is not public has no entry, changes no order and no moment. */
@Injectable()
export class AtomFeeds {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly municipalities: MunicipalityLookup,
    private readonly commitments: PublicCommitments,
    private readonly entries: FeedEntriesRepository,
    private readonly dialogues: PublicDialogues,
  ) {}

  /**
   * A municipality's feed, or that of one of its localities or commitments.
   * @throws Refused `not.found`
   */
  async of(slug: string, part: FeedPart, language: Language): Promise<FeedText> {
    const municipality = await this.municipalities.bySlug(this.dataSource.manager, slug);
    if (!municipality) throw new Refused('not.found');
    const { locality, commitment, title, path, page } = await this.about(municipality, part, language);
    const scope = {
      municipalityId: municipality.id,
      locality: locality ?? null,
      commitmentId: commitment?.id ?? null,
    };
    const all = await this.commitments.of(slug, language);
    const told = commitment ? [commitment] : all;
    const [proposals, activities, followUps, dialogues] = await Promise.all([
      this.entries.proposals(scope, mostEntries),
      this.entries.activities(
        scope,
        told.map(({ id }) => id),
        mostEntries,
      ),
      locality === undefined ? this.entries.followUps(municipality.id, mostEntries) : [],
      commitment === undefined ? this.dialogues.rows(slug, locality ?? null) : [],
    ]);
    const make = new Entries(`${this.config.publicUrl}/${slug}`, municipality.name, language);
    const entries = [
      ...proposals.map((each) => make.proposal(each)),
      ...activities.flatMap((each) => make.activity(each, told)),
      ...followUps.map((each) => make.followUp(each)),
      ...dialogues.map((each) => make.dialogue(each)),
    ]
      .sort((one, other) => other.updated.getTime() - one.updated.getTime() || (one.id < other.id ? -1 : 1))
      .slice(0, mostEntries);
    const beginning = await this.entries.beginning(municipality.id);
    const home = `${this.config.publicUrl}/${slug}`;
    const query = language === 'sv' ? '' : `?language=${language}`;
    const text = atomText({
      id: tagOf(this.config.publicUrl, `${slug}${path}`),
      title,
      subtitle: feedWords[language].subtitle,
      self: `${home}${path}/flode.atom${query}`,
      page: `${home}${page}`,
      language,
      beginning,
      entries,
    });
    return { text, updated: updatedAt({ entries, beginning }) };
  }

  private async about(
    municipality: MunicipalityRecord,
    part: FeedPart,
    language: Language,
  ): Promise<{ title: string; path: string; page: string; locality?: string; commitment?: Commitment }> {
    const words = feedWords[language];
    const { slug, shortName } = municipality;
    if (part.locality !== undefined) {
      const { manager } = this.dataSource;
      const locality = await this.municipalities.localityBySlug(manager, municipality.id, part.locality);
      if (!locality) throw new Refused('not.found');
      const path = `/orter/${encodeURIComponent(locality.slug)}`;
      return { title: words.feed(locality.name), path, page: '/karta', locality: locality.slug };
    }
    if (part.commitment !== undefined) {
      const all = await this.commitments.of(slug, language);
      const commitment = all.find((each) => each.slug === part.commitment);
      if (!commitment) throw new Refused('not.found');
      const path = `/lofte/${encodeURIComponent(commitment.slug)}`;
      return { title: words.feedOfCommitment(commitment.title, shortName), path, page: path, commitment };
    }
    return { title: words.feed(shortName), path: '', page: '' };
  }
}

/** Makes entries of rows, in one language. */
class Entries {
  constructor(
    private readonly home: string,
    private readonly municipality: string,
    private readonly language: Language,
  ) {}

  proposal({ reference, kind, status, where, description, answer, ...rest }: ProposalEntry): AtomEntry {
    const words = feedWords[this.language];
    const said = [words.statuses[status], answer ? words.answer(answer) : null, description];
    return {
      ...this.same(rest, 'proposal', `/forslag/${encodeURIComponent(reference)}`),
      title: `${words.kinds[kind]}${where ? `: ${where}` : ''} (${reference})`,
      author: this.municipality,
      category: kind,
      summary: said.filter((each) => each !== null).join('\n\n'),
    };
  }

  activity(
    { commitmentId, occurredOn, publicText, organisation, ...rest }: ActivityEntry,
    commitments: readonly Commitment[],
  ): AtomEntry[] {
    const commitment = commitments.find(({ id }) => id === commitmentId);
    if (!commitment) return [];
    const words = feedWords[this.language];
    return [
      {
        ...this.same(rest, 'activity', `/lofte/${encodeURIComponent(commitment.slug)}`),
        title: words.activity(commitment.title, dayInWords(occurredOn, this.language)),
        author: organisation,
        category: 'activity',
        summary: `${publicText}\n\n${words.doneBy(organisation)}`,
      },
    ];
  }

  followUp({ asOf, corrections, ...rest }: FollowUpEntry): AtomEntry {
    const words = feedWords[this.language];
    const corrected = corrections > 0 ? ` ${words.corrected(corrections)}` : '';
    return {
      ...this.same({ ...rest, lng: null, lat: null }, 'follow-up', `/lofte/uppfoljning/${asOf}`),
      title: words.followUp(dayInWords(asOf, this.language)),
      author: this.municipality,
      category: 'follow-up',
      summary: `${words.followUpSummary}${corrected}`,
    };
  }

  dialogue(dialogue: PublicDialogueRow): AtomEntry {
    const words = feedWords[this.language];
    const { title, purpose } = dialogueSubject(dialogue, this.language);
    const { id, reference, updatedAt, publishedAt, venue, venuePosition, cancelledReason } = dialogue;
    const [lng, lat] = venuePosition ?? [null, null];
    const row = { id, published: publishedAt ?? updatedAt, updated: updatedAt, lng, lat };
    const day = dayInWords(stockholmDate(dialogue.startsAt), this.language);
    return {
      ...this.same(row, 'medborgardialog', `/dialoger/${reference}`),
      title: cancelledReason === null ? words.dialogue(title) : words.cancelled(title),
      author: this.municipality,
      category: 'medborgardialog',
      summary: [words.heldOn(day, venue), cancelledReason ?? purpose].join('\n\n'),
    };
  }

  private same(
    row: Pick<ActivityEntry, 'id' | 'published' | 'updated' | 'lng' | 'lat'>,
    type: string,
    path: string,
  ): Pick<AtomEntry, 'id' | 'link' | 'published' | 'updated' | 'position'> {
    const { id, published, updated, lng, lat } = row;
    return {
      id: tagOf(this.home, `${type}/${id}`),
      link: `${this.home}${path}`,
      published,
      updated,
      position: lng !== null && lat !== null ? [lng, lat] : null,
    };
  }
}
