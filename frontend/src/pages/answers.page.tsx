import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CountingRules } from '../features/answers/counting-rules.js';
import { AnswerLedger } from '../features/answers/answer-ledger.js';
import { ledgerQuery } from '../features/answers/answers.queries.js';
import { useMunicipalitySlug } from '../features/municipalities/municipalities.queries.js';
import { PageTitle } from '../ui/page-title.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { EmptyState, ErrorState } from '../ui/states.js';
import styles from './answers.page.module.css';

/** `/ale/svar`: the answer ledger. */
export default function AnswersPage() {
  const { t } = useTranslation('answers');
  const { data, error, isPending, refetch } = useQuery(ledgerQuery(useMunicipalitySlug()));
  if (isPending)
    return (
      <div className="wrap">
        <SkeletonPage label={t('loading')} />
      </div>
    );
  return (
    <div className={`wrap ${styles.page}`}>
      <PageTitle title={t('title')} short={t('short')} />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && data.total === 0 && <EmptyState title={t('none')}>{t('noneHow')}</EmptyState>}
      {data && data.total > 0 && <AnswerLedger ledger={data} />}
      {data && <CountingRules ledger={data} />}
    </div>
  );
}
