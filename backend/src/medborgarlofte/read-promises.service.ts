import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type {
  Commitment,
  Medborgarlofte,
  MedborgarloftePage,
  MedborgarlofteQuery,
} from '@lofteskartan/shared/contracts/medborgarlofte';
import { type Language, ROLES } from '@lofteskartan/shared/vocabulary';
import { Clock } from '../platform/clock.js';
import { stockholmDate } from '../platform/dates.js';
import { pageOf, pageSize, readCursor } from '../platform/paging.js';
import { Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { mayActIn } from '../staff/access.rules.js';
import { loggingRoles } from './activity.rules.js';
import { commitmentView, latest } from './commitment.view.js';
import { type CommitmentOfPromiseRow, type PromiseRow, PromisesRepository } from './promises.repository.js';
import { inLanguage } from './words.js';

/** Who reads a promise, and in which language. */
export interface PromiseReader {
  /** Null for everyone who is not signed in. */
  readonly staff: StaffMember | null;
  readonly language: Language;
}

/** Promises and commitments with their progress. Everyone reads what is released; staff of the municipality also what waits. */
@Injectable()
export class ReadPromisesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly promises: PromisesRepository,
  ) {}

  /** A page of promises, the latest first. */
  async page(query: MedborgarlofteQuery, reader: PromiseReader): Promise<MedborgarloftePage> {
    if (query.time === 'present' && query.municipality !== undefined) {
      const present = await this.present(query.municipality, reader);
      return { items: present ? [present] : [], nextCursor: null };
    }
    const after = readCursor(query.cursor, ['date', 'uuid']);
    const rows = await this.promises.page(this.dataSource, {
      municipality: query.municipality ?? null,
      after: after && { from: String(after[0]), id: String(after[1]) },
      limit: pageSize(query.limit) + 1,
      alsoIn: reader.staff?.memberships.map(({ municipalityId }) => municipalityId) ?? [],
    });
    const page = pageOf(rows, query.limit, (row) => [row.from, row.id]);
    return { items: await this.promiseViews(page.rows, reader), nextCursor: page.nextCursor };
  }

  /** The promise that holds in a municipality today: the latest that has begun, else the first to come. */
  async present(municipality: string, reader: PromiseReader): Promise<Medborgarlofte | null> {
    const today = stockholmDate(this.clock.now());
    const row = await this.promises.present(this.dataSource, municipality, today);
    const [view] = row && maySee(row, reader) ? await this.promiseViews([row], reader) : [];
    return view ?? null;
  }

  /**
   * One promise.
   * @throws Refused `not.found`
   */
  async promise(id: string, reader: PromiseReader): Promise<Medborgarlofte> {
    const row = await this.promises.byId(this.dataSource, id);
    const [view] = row && maySee(row, reader) ? await this.promiseViews([row], reader) : [];
    if (!view) throw new Refused('not.found');
    return view;
  }

  /**
   * One commitment.
   * @throws Refused `not.found`
   */
  async commitment(id: string, reader: PromiseReader): Promise<Commitment> {
    const row = await this.promises.commitment(this.dataSource, id);
    const [view] = row && maySee(row, reader) ? await this.commitmentViews([row], reader) : [];
    if (!view) throw new Refused('not.found');
    return view;
  }

  /** The commitments of a promise as they are stored. */
  rowsOf(promiseId: string): Promise<CommitmentOfPromiseRow[]> {
    return this.promises.commitmentsOf(this.dataSource, [promiseId]);
  }

  /** A promise that may not be stored as it is, drawn as the stored ones are. */
  async viewOf(
    row: PromiseRow,
    commitments: readonly CommitmentOfPromiseRow[],
    reader: PromiseReader,
  ): Promise<Medborgarlofte> {
    return promiseView(row, await this.commitmentViews(commitments, reader), reader.language);
  }

  private async promiseViews(rows: readonly PromiseRow[], reader: PromiseReader): Promise<Medborgarlofte[]> {
    const commitmentRows = await this.promises.commitmentsOf(
      this.dataSource,
      rows.map(({ id }) => id),
    );
    const commitments = await this.commitmentViews(commitmentRows, reader);
    return rows.map((row) =>
      promiseView(
        row,
        commitments.filter(({ medborgarlofteId }) => medborgarlofteId === row.id),
        reader.language,
      ),
    );
  }

  private async commitmentViews(
    rows: readonly CommitmentOfPromiseRow[],
    { staff, language }: PromiseReader,
  ): Promise<Commitment[]> {
    const ids = rows.map(({ id }) => id);
    const worksIn = (row: CommitmentOfPromiseRow): boolean =>
      staff !== null && mayActIn(staff, row.municipalityId, loggingRoles);
    const own = rows.filter(worksIn).map(({ id }) => id);
    const evidence = await this.promises.evidenceOf(this.dataSource, ids);
    const totals = await this.promises.yearlyTotalsOf(this.dataSource, ids);
    const waiting = own.length > 0 ? await this.promises.waitingAt(this.dataSource, own) : [];
    const today = stockholmDate(this.clock.now());
    return rows.map((row) => {
      const here = ({ commitmentId }: { commitmentId: string }): boolean => commitmentId === row.id;
      const none = { awaitingConfirmation: 0, awaitingRelease: 0 };
      return commitmentView(row, {
        evidence: evidence.filter(here),
        // A year that goes on would tell each new check's figures by how its totals change.
        yearlyTotals: totals.filter((total) => here(total) && total.year < Number(today.slice(0, 4))),
        waiting: worksIn(row) ? (waiting.find(here) ?? none) : null,
        today,
        language,
      });
    });
  }
}

/** What belongs to a municipality that is not open yet is there for its staff alone. */
export function maySee(
  { inOpenMunicipality, municipalityId }: Pick<PromiseRow, 'inOpenMunicipality' | 'municipalityId'>,
  { staff }: Pick<PromiseReader, 'staff'>,
): boolean {
  return inOpenMunicipality || mayActIn(staff ?? { memberships: [] }, municipalityId, ROLES);
}

function promiseView(row: PromiseRow, commitments: Commitment[], language: Language): Medborgarlofte {
  const everyone = commitments.flatMap(({ owners, partners }) => [...owners, ...partners]);
  const partners = everyone.filter(({ type }) => type === 'partner');
  return {
    id: row.id,
    municipality: row.municipality,
    title: inLanguage(row.title, language),
    intro: row.intro[language],
    from: row.from,
    to: row.to,
    focusAreas: row.focusAreas.map(({ slug, name, heading }) => ({
      slug,
      name: inLanguage(name, language),
      heading: inLanguage(heading, language),
    })),
    goals: row.goals.map(({ text, direction }) => ({ text: inLanguage(text, language), direction })),
    commitments,
    partners: [...new Map(partners.map((partner) => [partner.slug, partner])).values()],
    channels: row.channels.map(({ name, url }) => ({ name: inLanguage(name, language), url })),
    updatedAt: latest([
      row.updatedAt,
      ...commitments.map(({ updatedAt }) => new Date(updatedAt)),
    ]).toISOString(),
  };
}
