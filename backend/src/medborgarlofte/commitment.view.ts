import type { Commitment, Progress } from '@lofteskartan/shared/contracts/medborgarlofte';
import type { Language } from '@lofteskartan/shared/vocabulary';
import type { IsoDate } from '../platform/dates.js';
import { isClosed, lastDayOpen } from './closing.rules.js';
import { forecast } from './forecast.rules.js';
import type { Period } from './pace.rules.js';
import { countProgress, milestonesProgress, ongoingProgress, recurringProgress } from './progress.rules.js';
import type {
  CommitmentOfPromiseRow,
  EvidenceRow,
  WaitingRow,
  YearlyTotalRow,
} from './promises.repository.js';
import { inLanguage } from './words.js';

/** What a commitment's view is made of besides the commitment itself. */
export interface CommitmentFigures {
  readonly evidence: readonly EvidenceRow[];
  readonly yearlyTotals: readonly YearlyTotalRow[];
  /** Null for everyone who is not staff of the municipality. */
  readonly waiting: Omit<WaitingRow, 'commitmentId'> | null;
  readonly today: IsoDate;
  readonly language: Language;
}

/** A commitment in a language, with the progress that follows from its released activities. */
export function commitmentView(row: CommitmentOfPromiseRow, figures: CommitmentFigures): Commitment {
  const { evidence, yearlyTotals, language } = figures;
  return {
    id: row.id,
    slug: row.slug,
    number: row.number,
    municipality: row.municipality,
    medborgarlofteId: row.medborgarlofteId,
    focusArea: row.focusArea,
    title: inLanguage(row.title, language),
    text: inLanguage(row.text, language),
    countedHow: inLanguage(row.countedHow, language),
    type: row.type,
    owners: row.owners,
    partners: row.partners,
    acceptsKinds: isClosed(row, figures.today) ? [] : row.acceptsKinds,
    requiresWish: row.requiresWish,
    progress: withWaiting(progressOf(row, figures), row, figures),
    yearlyTotals: yearlyTotals.map(({ year, licencesSeized, topSpeed }) => ({
      year,
      licencesSeized,
      topSpeed,
    })),
    from: row.from,
    to: row.to,
    closing:
      row.closedFrom && row.closingWords
        ? { from: row.closedFrom, words: inLanguage(row.closingWords, language) }
        : null,
    updatedAt: latest([row.updatedAt, ...evidence.map((each) => each.updatedAt)]).toISOString(),
  };
}

/** The latest of some moments. */
export function latest(moments: readonly Date[]): Date {
  return new Date(Math.max(...moments.map((moment) => moment.getTime())));
}

function progressOf(row: CommitmentOfPromiseRow, figures: CommitmentFigures): Progress {
  const { evidence, language } = figures;
  const period: Period = row;
  const today = lastDayOpen(row.closedFrom, figures.today);
  switch (row.type) {
    case 'count':
      return countProgress({ target: row.target ?? 0, opening: openingOf(row) }, period, evidence, today);
    case 'recurring': {
      const unit = row.unit ? inLanguage(row.unit, language) : '';
      return recurringProgress(
        { perYear: row.perYear ?? 0, perYearFor: row.perYearFor, unit },
        period,
        evidence,
        today,
      );
    }
    case 'milestones': {
      const milestones = row.milestones.map((step) => ({ ...step, name: inLanguage(step.name, language) }));
      return milestonesProgress(milestones, period, evidence, today);
    }
    case 'ongoing':
      return ongoingProgress(row, period, evidence, today);
  }
}

function openingOf({ openingCount, openingAsOf, openingSource }: CommitmentOfPromiseRow) {
  if (openingCount === null || openingAsOf === null || openingSource === null) return null;
  return { count: openingCount, asOf: openingAsOf, source: openingSource };
}

/** Adds what only staff see; what waits for its release belongs to the pace from which the forecast is made. */
function withWaiting(
  progress: Progress,
  row: CommitmentOfPromiseRow,
  { waiting, today, language }: CommitmentFigures,
): Progress {
  if (!waiting) return progress;
  progress.awaitingRelease = waiting.awaitingRelease;
  progress.awaitingConfirmation = waiting.awaitingConfirmation;
  if (progress.type === 'count' && !isClosed(row, today)) {
    const made = forecast(progress.done + waiting.awaitingRelease, row, today, language);
    if (made) progress.forecast = made;
  }
  return progress;
}
