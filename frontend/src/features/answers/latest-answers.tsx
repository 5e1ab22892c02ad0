import type { PublicProposal } from '@lofteskartan/shared/contracts/proposals';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../platform/format.js';
import { KIND_SHAPES, STATUS_LOOKS, statusWord } from '../../platform/looks.js';
import { Skeleton, SkeletonText } from '../../ui/skeleton.js';
import { EmptyState, ErrorState } from '../../ui/states.js';
import { StatusMark } from '../../ui/status-mark.js';
import { latestAnswersQuery } from './answers.queries.js';
import styles from './latest-answers.module.css';

/** What names a proposal: its road, its place, else its kind; then its locality. */
function useName(localityName: (slug: string) => string | undefined): (proposal: PublicProposal) => string {
  const { t } = useTranslation('words');
  return ({ details, placeName, kind, locality }) => {
    const road = 'roadName' in details ? details.roadName : null;
    const where = locality ? localityName(locality) : undefined;
    return [placeName ?? road ?? t(`kind.${kind}`), where].filter(Boolean).join(', ');
  };
}

/** The latest answers: what residents asked for and what came of it. */
export function LatestAnswers({
  municipality,
  localityName,
  limit = 4,
}: {
  municipality: string;
  localityName: (slug: string) => string | undefined;
  limit?: number;
}) {
  const { t } = useTranslation(['home', 'words']);
  const { day } = useFormats();
  const name = useName(localityName);
  const { data, error, isPending, refetch } = useQuery(latestAnswersQuery(municipality, limit));
  if (isPending)
    return (
      <Skeleton label={t('answers.loading')}>
        <SkeletonText lines={limit * 2} />
      </Skeleton>
    );
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const answered = data.items.filter(({ latestAnswer }) => latestAnswer !== null);
  if (answered.length === 0) return <EmptyState title={t('answers.none')}>{t('answers.noneYet')}</EmptyState>;
  return (
    <ul className={styles.list}>
      {answered.map((proposal) => {
        const { reference, kind, status, latestAnswer } = proposal;
        const look = STATUS_LOOKS[status];
        return (
          <li key={reference} className={styles.answer}>
            <div className={styles.head}>
              <StatusMark shape={KIND_SHAPES[kind]} fill={look.fill} tone={look.tone}>
                {t(statusWord(kind, status), { ns: 'words' })}
              </StatusMark>
              {latestAnswer && <span className={styles.when}>{day(latestAnswer.at)}</span>}
            </div>
            <p className={styles.where}>
              <Link to={`/${municipality}/forslag/${reference}`}>{name(proposal)}</Link>
            </p>
            {latestAnswer?.text && <p className={styles.text}>{latestAnswer.text}</p>}
          </li>
        );
      })}
    </ul>
  );
}
