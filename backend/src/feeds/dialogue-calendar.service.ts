import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { dialogueSubject } from '../medborgardialog/medborgardialog.view.js';
import { type PublicDialogueRow, PublicDialogues } from '../medborgardialog/public-dialogues.service.js';
import { Config } from '../platform/config/config.js';
import type { FeedText } from './atom-feeds.service.js';
import { feedWords } from './feed-words.rules.js';

/** Medborgardialoger in calendars: with their hours and places, and called off when they are. */
@Injectable()
export class DialogueCalendar {
  constructor(
    private readonly config: Config,
    private readonly dialogues: PublicDialogues,
  ) {}

  /** One of them, to put into one's own calendar. @throws Refused `not.found` */
  async of(reference: string, language: Language): Promise<FeedText> {
    const dialogue = await this.dialogues.row(reference);
    const calendar = ical({
      name: dialogueSubject(dialogue, language).title,
      prodId: { company: 'Löfteskartan', product: 'Löfteskartan', language: language.toUpperCase() },
      method: ICalCalendarMethod.PUBLISH,
    });
    this.add(calendar, dialogue, language);
    return { text: calendar.toString(), updated: dialogue.updatedAt };
  }

  /** All of a municipality. @returns when each last changed */
  async addTo(calendar: ICalCalendar, slug: string, language: Language): Promise<Date[]> {
    const dialogues = await this.dialogues.rows(slug);
    for (const dialogue of dialogues) this.add(calendar, dialogue, language);
    return dialogues.map(({ updatedAt }) => updatedAt);
  }

  private add(calendar: ICalCalendar, dialogue: PublicDialogueRow, language: Language): void {
    const { publicUrl } = this.config;
    const { reference, municipality, venue, venuePosition, onlineUrl, startsAt, endsAt, updatedAt } =
      dialogue;
    const { title, purpose } = dialogueSubject(dialogue, language);
    const words = feedWords[language];
    const isCancelled = dialogue.status === 'cancelled';
    calendar.createEvent({
      id: `medborgardialog/${reference}@${new URL(publicUrl).hostname}`,
      start: startsAt,
      end: endsAt,
      summary: isCancelled ? words.cancelled(title) : title,
      description: [isCancelled ? dialogue.cancelledReason : purpose, onlineUrl].filter(Boolean).join('\n\n'),
      location: venue ? { title: venue, ...(venuePosition && { geo: geoOf(venuePosition) }) } : onlineUrl,
      url: `${publicUrl}/${municipality}/dialoger/${reference}`,
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      sequence: dialogue.version,
      stamp: updatedAt,
      lastModified: updatedAt,
    });
  }
}

const geoOf = ([lon, lat]: readonly [number, number]) => ({ lat, lon });
