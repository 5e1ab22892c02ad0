import type { Commitment, CountProgress, Progress } from '@lofteskartan/shared/contracts/medborgarlofte';
import { presentYear } from '@lofteskartan/shared/present-year';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../platform/format.js';
import { Tag } from '../../ui/status-mark.js';
import styles from './commitment-brief.module.css';

/** The one figure of a commitment, in words. */
function useFigure(progress: Progress): string {
  const { t } = useTranslation('work');
  const { number, date } = useFormats();
  switch (progress.type) {
    case 'count':
      return t('start.ofTarget', { done: number(progress.done), target: number(progress.target) });
    case 'recurring': {
      const year = presentYear(progress.years);
      return year ? t('start.year', { done: number(year.done), due: number(year.due), year: year.year }) : '';
    }
    case 'milestones':
      return t('start.steps', { done: number(progress.done), count: progress.steps.length });
    case 'ongoing':
      return progress.latestOn
        ? `${t('start.evidence', { count: progress.evidence })} · ${t('start.latest', { date: date(progress.latestOn) })}`
        : t('start.never');
  }
}

/** Where the pace leads, and how that was worked out. */
function Outlook({ progress }: { progress: CountProgress }) {
  const { t } = useTranslation('work');
  const { number } = useFormats();
  return (
    <>
      {progress.neededPerMonth !== null && progress.neededPerMonth > 0 && (
        <p>{t('start.needed', { number: number(progress.neededPerMonth, 1) })}</p>
      )}
      {progress.forecast && (
        <details className={styles.forecast}>
          <summary>
            {t('start.forecast', {
              expected: number(progress.forecast.expectedAtEnd),
              low: number(progress.forecast.low),
              high: number(progress.forecast.high),
            })}
          </summary>
          <p>{progress.forecast.formula}</p>
        </details>
      )}
    </>
  );
}

/** A commitment in short, with what waits to count and where the pace leads. */
export function CommitmentBrief({ commitment }: { commitment: Commitment }) {
  const { t } = useTranslation(['work', 'words']);
  const { progress } = commitment;
  const figure = useFigure(progress);
  const awaiting = progress.awaitingRelease ?? 0;
  const unconfirmed = progress.awaitingConfirmation ?? 0;
  const tag =
    progress.type === 'ongoing'
      ? progress.stale && t('start.stale')
      : t(`pace.${progress.pace}`, { ns: 'words' });
  return (
    <article className={styles.brief}>
      <div className={styles.head}>
        <h3 className={styles.title}>
          <Link to={`/${commitment.municipality}/lofte/${commitment.slug}`}>{commitment.title}</Link>
        </h3>
        {tag && <Tag>{tag}</Tag>}
      </div>
      <p className={styles.figure}>{figure}</p>
      {(awaiting > 0 || unconfirmed > 0) && (
        <p className={styles.waiting}>
          {[
            awaiting > 0 && t('start.awaiting', { count: awaiting }),
            unconfirmed > 0 && t('start.unconfirmed', { count: unconfirmed }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {progress.type === 'count' && <Outlook progress={progress} />}
    </article>
  );
}
