import type { CommitmentOpening } from '@lofteskartan/shared/contracts/opening-balances';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { SkeletonBlock } from '../../ui/skeleton.js';
import { EmptyState, ErrorState } from '../../ui/states.js';
import { OpeningDialog } from './opening-dialog.js';
import { openingsQuery } from './town.queries.js';
import styles from './town.module.css';

/** The commitments that are counted, with what was done of each before the platform. */
export function OpeningList({ municipality }: { municipality: string }) {
  const { t } = useTranslation('work-openings');
  const { data, error, refetch } = useQuery(openingsQuery(municipality));
  const [open, setOpen] = useState<CommitmentOpening | null>(null);
  if (error && !data) return <ErrorState error={error} title={t('failed')} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonBlock height="12rem" />;
  if (data.items.length === 0) return <EmptyState title={t('empty')} />;
  return (
    <>
      <ul className={`${styles.list} ${styles.plain}`}>
        {data.items.map((each) => (
          <li key={each.id} className={styles.item}>
            <Opening each={each} />
            <Button
              aria-label={t(each.opening ? 'changeOf' : 'writeOf', { commitment: each.title })}
              onClick={() => {
                setOpen(each);
              }}
            >
              {t(each.opening ? 'change' : 'write')}
            </Button>
          </li>
        ))}
      </ul>
      {open && (
        <OpeningDialog
          municipality={municipality}
          commitment={open}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </>
  );
}

function Opening({ each: { number: sort, title, promise, target, opening } }: { each: CommitmentOpening }) {
  const { t } = useTranslation('work-openings');
  const { number, date } = useFormats();
  return (
    <div className={styles.figures}>
      <h2 className={styles.itemTitle}>
        {sort}. {title}
      </h2>
      <p className={styles.soft}>
        {promise} · {t('target', { count: target, number: number(target) })}
      </p>
      {opening ? (
        <>
          <p>
            {t('done', { count: opening.count, number: number(opening.count), date: date(opening.asOf) })}
          </p>
          <p className={styles.soft}>{t('sourceIs', { source: opening.source })}</p>
        </>
      ) : (
        <p>{t('none')}</p>
      )}
    </div>
  );
}
