import type { CaseProposal } from '@lofteskartan/shared/contracts/cases';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAge } from './age.js';
import styles from './gathering.module.css';
import { StaffStatus } from './staff-status.js';

interface GatheredRowProps {
  proposal: CaseProposal;
  /** Why it stands here. */
  why?: ReactNode;
  /** The page that is open: no link to itself. */
  isHere?: boolean;
  search: string;
  children?: ReactNode;
}

/** A proposal of a case, or one that may become so. */
export function GatheredRow({ proposal, why, isHere, search, children }: GatheredRowProps) {
  const { t } = useTranslation(['work-gathering', 'work-queue']);
  const age = useAge();
  const { reference, kind, status, description, placeName, supportCount, createdAt } = proposal;
  return (
    <div className={styles.row}>
      <span className={styles.head}>
        <StaffStatus kind={kind} status={status} />
        {why && <strong className={styles.why}>{why}</strong>}
      </span>
      <span className={styles.words}>{description ?? placeName ?? t('noWords', { ns: 'work-queue' })}</span>
      <span className={styles.soft}>
        {isHere ? (
          t('here', { reference })
        ) : (
          <Link to={`/arbete/forslag/${reference}${search}`}>{reference}</Link>
        )}{' '}
        · {t('supporters', { ns: 'work-queue', count: supportCount })} · {age(createdAt)}
      </span>
      {children}
    </div>
  );
}
