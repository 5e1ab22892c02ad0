import type { GeocodedPlace } from '@lofteskartan/shared/contracts/geocoder';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** The table `geocoder_answers`: what was asked and what came back, never who asked. */
@Injectable()
export class GeocoderRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The kept answer to a question, or null. */
  async kept(question: string, now: Date): Promise<GeocodedPlace[] | null> {
    const [row] = await this.dataSource.query<{ answer: GeocodedPlace[] }[]>(
      'SELECT answer FROM geocoder_answers WHERE question = $1 AND expires_at > $2',
      [question, now],
    );
    return row?.answer ?? null;
  }

  async keep(question: string, answer: readonly GeocodedPlace[], expiresAt: Date): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO geocoder_answers (question, answer, expires_at) VALUES ($1, $2, $3)
       ON CONFLICT (question) DO UPDATE SET answer = excluded.answer, expires_at = excluded.expires_at`,
      [question, JSON.stringify(answer), expiresAt],
    );
  }

  /** Removes the answers that are too old. */
  async forget(now: Date): Promise<void> {
    await this.dataSource.query('DELETE FROM geocoder_answers WHERE expires_at <= $1', [now]);
  }
}
