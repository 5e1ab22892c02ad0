import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { DataSource } from 'typeorm';
import { MunicipalityLookup } from '../municipalities/municipality-lookup.js';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config/config.js';
import { addDays, stockholmDate } from '../platform/dates.js';
import { Refused } from '../platform/problem/refused.js';
import type { FeedText } from './atom-feeds.service.js';
import { calendarDays } from './calendar-sources.rules.js';
import { FeedEntriesRepository } from './feed-entries.repository.js';
import { DialogueCalendar } from './dialogue-calendar.service.js';
import { feedWords } from './feed-words.rules.js';
import { PublicCommitments } from './public-commitments.service.js';

/** So many activities, those that changed last. */
const mostActivities = 500;
const mostFollowUps = 100;

/** A municipality's public dates as a calendar (RFC 5545). Whole days, but for medborgardialoger: of nothing else a time of day is told. */
@Injectable()
export class PublicCalendar {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly municipalities: MunicipalityLookup,
    private readonly commitments: PublicCommitments,
    private readonly entries: FeedEntriesRepository,
    private readonly dialogues: DialogueCalendar,
  ) {}

  /**
   * The calendar of a municipality.
   * @throws Refused `not.found`
   */
  async of(slug: string, language: Language): Promise<FeedText> {
    const municipality = await this.municipalities.bySlug(this.dataSource.manager, slug);
    if (!municipality) throw new Refused('not.found');
    const promises = await this.commitments.promisesOf(slug, language);
    const scope = { municipalityId: municipality.id, locality: null, commitmentId: null };
    const commitmentIds = promises.flatMap(({ commitments }) => commitments.map(({ id }) => id));
    const days = calendarDays({
      promises,
      activities: await this.entries.activities(scope, commitmentIds, mostActivities),
      followUps: await this.entries.followUps(municipality.id, mostFollowUps),
      language,
      today: stockholmDate(this.clock.now()),
    });
    const beginning = await this.entries.beginning(municipality.id);
    const { hostname } = new URL(this.config.publicUrl);
    const calendar = ical({
      name: feedWords[language].calendar(municipality.shortName),
      prodId: { company: 'Löfteskartan', product: 'Löfteskartan', language: language.toUpperCase() },
      method: ICalCalendarMethod.PUBLISH,
      ttl: 6 * 3600,
    });
    for (const { name, on, title, text, path, updated } of days) {
      calendar.createEvent({
        id: `${name}@${hostname}`,
        start: noon(on),
        end: noon(addDays(on, 1)),
        allDay: true,
        summary: title,
        description: text,
        url: `${this.config.publicUrl}/${slug}${path}`,
        stamp: updated,
        lastModified: updated,
        // A day to know of keeps nobody from making an appointment.
        transparency: ICalEventTransparency.TRANSPARENT,
      });
    }
    const changed = await this.dialogues.addTo(calendar, slug, language);
    const updated = Math.max(
      ...days.map((day) => day.updated.getTime()),
      ...changed.map((moment) => moment.getTime()),
      beginning.getTime(),
    );
    return { text: calendar.toString(), updated: new Date(updated) };
  }
}

/** The same date wherever the server's clock stands. */
function noon(date: string): Date {
  return new Date(`${date}T12:00:00Z`);
}
