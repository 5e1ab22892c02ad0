import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { Staff } from './staff.js';

interface Kept {
  readonly reference: string;
  readonly version: number;
}

/** Somebody of the municipality who holds a public dialogue and writes down what comes of it. */
export class DialogueKeeper extends Staff {
  /** A dialogue of today that is over, as one finds it the morning after. @returns its reference */
  async hasHeld(title: string, question: string): Promise<string> {
    const startsAt = new Date(Date.now() + 600_000);
    const endsAt = new Date(startsAt.getTime() + 2 * 3_600_000).toISOString();
    const made = await this.calls<Kept>('/dialogues', {
      municipality: 'ale',
      title,
      theme: 'Trygghet',
      purpose: 'Vi vill veta var det känns otryggt.',
      level: 'dialogue',
      levelMeaning: 'Vi samtalar, och du får veta vad det ledde till.',
      targetGroups: ['everyone'],
      form: 'on-site',
      venue: 'Medborgarhuset',
      startsAt: startsAt.toISOString(),
      endsAt,
      questionsUntil: startsAt.toISOString(),
      agenda: [{ title: 'Frågor och svar' }],
      presidium: [],
      localities: ['alvangen'],
      links: [],
    });
    const path = `/dialogues/${made.reference}`;
    const published = await this.calls<Kept>(`${path}/publications`, { version: made.version });
    const asked = await this.calls<Kept>(`/medborgardialoger/${made.reference}/questions`, {
      kind: 'question',
      text: question,
    });
    await this.calls(`${path}/questions/${asked.reference}/publications`, { version: 1 });
    const opened = await this.calls<Kept>(`${path}/openings`, { version: published.version });
    await this.calls(`${path}/closings`, { version: opened.version });
    return made.reference;
  }

  /** A point on the page of points, by its number. */
  point(number: number) {
    return this.page.locator(`#punkt-${String(number)}`);
  }

  /** Says what comes of a point, in words that everyone will read. */
  async decides(number: number, outcome: string, text: string): Promise<void> {
    const point = this.point(number);
    await point.getByRole('button', { name: 'Ange utfall' }).click();
    await this.choosesChip(point.getByRole('radiogroup', { name: 'Vad blev det?' }), outcome);
    await point.getByLabel(/^Svaret som alla läser/).fill(text);
    await point.getByRole('button', { name: 'Spara' }).click();
    await expect(point.getByText(text)).toBeVisible();
    await expect(point.getByRole('button', { name: 'Ändra', exact: true })).toBeVisible();
  }

  private async calls<Answer>(path: string, data: object): Promise<Answer> {
    const answer = await this.page.request.post(`/api/v1${path}`, {
      data,
      headers: { 'Idempotency-Key': randomUUID(), Origin: new URL(this.page.url()).origin },
    });
    expect([path, answer.ok() ? 'ok' : await answer.text()]).toEqual([path, 'ok']);
    return (await answer.json()) as Answer;
  }
}
