import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ownAccountQuery } from '../features/staff/account.queries.js';
import { OwnName, OwnPassword } from '../features/staff/own-details.js';
import { OwnSessions } from '../features/staff/own-sessions.js';
import { SecondFactorSection } from '../features/staff/second-factor.js';
import { useFormats } from '../platform/format.js';
import { DefinitionList } from '../ui/definition-list.js';
import { PageTitle } from '../ui/page-title.js';
import { Skeleton, SkeletonBlock } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';
import styles from './work-admin.module.css';

/** `/arbete/mitt-konto`: name, password, two-step sign-in and sessions. */
export default function WorkAccountPage() {
  const { t } = useTranslation('work-account');
  const { day } = useFormats();
  const { data: account, error, refetch } = useQuery(ownAccountQuery);
  // Who has to set up the second factor sees that first.
  const isFirst = account?.secondFactor.required && !account.secondFactor.since;
  return (
    <div className={`wrap ${styles.narrow}`}>
      <PageTitle title={t('title')} lead={t('lead')} />
      {!account && error && (
        <ErrorState error={error} title={t('loadFailed')} onRetry={() => void refetch()} />
      )}
      {!account && !error && (
        <Skeleton label={t('loading')}>
          <SkeletonBlock height="20rem" />
        </Skeleton>
      )}
      {account && (
        <>
          {isFirst && <SecondFactorSection key="factor" account={account} />}
          <OwnName account={account} />
          {account.hasPassword && <OwnPassword account={account} />}
          {!isFirst && <SecondFactorSection key="factor" account={account} />}
          {account.identities.length > 0 && (
            <section aria-labelledby="services">
              <h2 id="services">{t('services.title')}</h2>
              <DefinitionList
                items={account.identities.map(({ name, linkedAt }) => ({
                  term: name,
                  value: t('services.since', { date: day(linkedAt) }),
                }))}
              />
            </section>
          )}
          <OwnSessions />
        </>
      )}
    </div>
  );
}
