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

/** The latest answers: what residents asked for and what came of it. */
export function LatestAnswers({
  municipality,
  titleOf,
}: {
  municipality: string;
  /** "Göteborgsvägen, Nödinge" */
  titleOf: (proposal: PublicProposal) => string;
}) {
  const { t } = useTranslation(['home', 'words']);
  const { day } = useFormats();
  const { data, error, isPending, refetch } = useQuery(latestAnswersQuery(municipality));
  if (isPending)
    return (
      <Skeleton label={t('answers.loading')}>
        <SkeletonText lines={8} />
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
              <Link to={`/${municipality}/forslag/${reference}`}>{titleOf(proposal)}</Link>
            </p>
            {latestAnswer?.text && <p className={styles.text}>{latestAnswer.text}</p>}
          </li>
        );
      })}
    </ul>
  );
}
