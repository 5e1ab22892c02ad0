import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMailToken } from '../features/contacts/mail-token.js';
import { SupporterAnswer } from '../features/supporter/supporter-answer.js';
import { askedByMailQuery, useActsByMail } from '../features/supporter/supporter.queries.js';
import { Notice } from '../ui/notice.js';
import { PageTitle } from '../ui/page-title.js';
import { Skeleton, SkeletonBlock } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';
import styles from './mail-link.page.module.css';

/** `/ale/hur-kanns-det#token`: how a place feels now, by somebody who supports it and was told by mail. */
export default function SupporterPage() {
  const { t } = useTranslation(['supporter', 'mail']);
  const token = useMailToken();
  return (
    <div className={`wrap ${styles.page}`}>
      <PageTitle title={t('title')} lead={t('lead')} />
      {token === null ? (
        <Notice tone="warning" title={t('mail:link.missing')} announced>
          <p>{t('mail:link.missingHow')}</p>
        </Notice>
      ) : (
        <Asked key={token} token={token} />
      )}
    </div>
  );
}

function Asked({ token }: { token: string }) {
  const { t } = useTranslation(['supporter', 'mail']);
  const { data, error, refetch } = useQuery(askedByMailQuery(token));
  const acts = useActsByMail(token);
  if (error?.status === 404 || error?.status === 422)
    return (
      <Notice tone="warning" title={t('mail:link.gone')} announced>
        <p>{t('gone')}</p>
      </Notice>
    );
  if (error) return <ErrorState error={error} title={t('mail:link.failed')} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <Skeleton label={t('loading')}>
        <SkeletonBlock height="14rem" />
      </Skeleton>
    );
  const { reference, municipality } = data;
  return (
    <div className={styles.act}>
      {data.asked ? (
        <SupporterAnswer asked={data} acts={acts} />
      ) : (
        <Notice title={t('notNow')}>
          <p>{t('notNowHow')}</p>
        </Notice>
      )}
      <Link to={`/${municipality}/forslag/${encodeURIComponent(reference)}`}>{t('read', { reference })}</Link>
    </div>
  );
}
