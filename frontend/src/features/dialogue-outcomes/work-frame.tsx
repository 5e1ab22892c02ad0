import type { Problem } from '../../platform/api.js';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { BackLink } from '../../ui/back-link.js';
import { Notice } from '../../ui/notice.js';
import { PageTitle } from '../../ui/page-title.js';
import { SkeletonPage } from '../../ui/skeleton.js';
import { ErrorState } from '../../ui/states.js';
import styles from './outcomes.module.css';

const parts = ['papper', 'punkter', 'rapport', 'uppfoljning'] as const;
export type WorkPart = (typeof parts)[number];

interface WorkFrameProps {
  part: WorkPart;
  data: { title: string; mayChange: boolean } | undefined;
  error: Problem | null;
  onRetry: () => void;
  children: ReactNode;
}

/** A page of the work after a dialogue: its name, and the ways to the others. */
export function WorkFrame({ part, data, error, onRetry, children }: WorkFrameProps) {
  const { t } = useTranslation('dialogue-outcomes');
  const { reference = '' } = useParams();
  const home = `/arbete/dialoger/${reference}`;
  return (
    <div className={`wrap ${styles.page ?? ''}`}>
      <BackLink to={home}>{data?.title ?? t('work.back')}</BackLink>
      {data ? (
        <>
          <PageTitle title={t(`work.part.${part}`)} lead={t(`work.lead.${part}`)} />
          <nav aria-label={t('work.parts')}>
            <ul className={styles.counts}>
              {parts.map((each) => (
                <li key={each}>
                  <Link to={`${home}/${each}`} aria-current={each === part ? 'page' : undefined}>
                    {t(`work.part.${each}`)}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          {!data.mayChange && <Notice>{t('work.readOnly')}</Notice>}
          {children}
        </>
      ) : error ? (
        <ErrorState
          error={error}
          title={t(error.status === 404 ? 'work.notFound' : 'work.failed')}
          onRetry={onRetry}
        />
      ) : (
        <SkeletonPage label={t('work.loading')} />
      )}
    </div>
  );
}
