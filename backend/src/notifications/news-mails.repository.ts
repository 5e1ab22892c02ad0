import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Which news stand in which mail. */
@Injectable()
export class NewsMailsRepository {
  /** The mail in which a contact's news are gathered, as long as nobody has tried to send it; locked. */
  async digest(manager: EntityManager, contactId: string): Promise<string | null> {
    const [row] = await manager.query<{ id: string }[]>(
      `SELECT id FROM mails WHERE contact_id = $1 AND kind = 'news' AND state = 'waiting' AND attempts = 0 FOR UPDATE`,
      [contactId],
    );
    return row?.id ?? null;
  }

  /** Whether an address has been told of a thing, or is about to be. */
  async knows(manager: EntityManager, addressHash: string, subject: string): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      'SELECT 1 FROM mail_news WHERE address_hash = $1 AND subject = $2',
      [addressHash, subject],
    );
    return rows.length > 0;
  }

  /** Puts a piece of news into a mail. */
  async addNews(
    manager: EntityManager,
    news: { mailId: string; eventId: string; addressHash: string; subject: string },
  ): Promise<void> {
    await manager.query(
      'INSERT INTO mail_news (mail_id, event_id, address_hash, subject) VALUES ($1, $2, $3, $4)',
      [news.mailId, news.eventId, news.addressHash, news.subject],
    );
  }
}
