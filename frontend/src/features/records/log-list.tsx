import type { LogEntry } from '@lofteskartan/shared/contracts/work-log';
import { useInfiniteQuery } from '@tanstack/react-query';
import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../platform/format.js';
import { ShowMore } from '../../ui/show-more.js';
import { Skeleton, SkeletonBlock } from '../../ui/skeleton.js';
import { EmptyState, ErrorState } from '../../ui/states.js';
import { Table } from '../../ui/table.js';
import { LogFilterFields } from './log-filters.js';
import { logFile, logQuery, type LogFilters } from './log.queries.js';
import { useDoneInWords } from './log-words.js';
import styles from './records.module.css';

const EVERYTHING: LogFilters = { area: '', type: '', person: '', reference: '', from: '', to: '' };

/** Who did what and when, with filters, and as a file. */
export function LogList({ municipality }: { municipality: string }) {
  const { t } = useTranslation('work-records');
  const { moment } = useFormats();
  const done = useDoneInWords();
  const [filters, setFilters] = useState(EVERYTHING);
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    logQuery(municipality, filters),
  );
  const entries = data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <LogFilterFields municipality={municipality} filters={filters} onChange={setFilters} />
      <div className={styles.acts}>
        <a className={styles.download} href={logFile(municipality, filters)} download>
          <FileDown size={18} aria-hidden="true" /> {t('log.file')}
        </a>
      </div>
      {!entries && error && (
        <ErrorState error={error} title={t('log.failed')} onRetry={() => void refetch()} />
      )}
      {!entries && !error && (
        <Skeleton label={t('log.loading')}>
          <SkeletonBlock height="24rem" />
        </Skeleton>
      )}
      {entries?.length === 0 && <EmptyState title={t('log.empty')} />}
      {entries && entries.length > 0 && (
        <>
          <Table<LogEntry>
            caption={t('log.caption')}
            captionHidden
            rows={entries}
            rowKey={({ id }) => id}
            columns={[
              { key: 'at', head: t('log.at'), cell: ({ at }) => moment(at) },
              {
                key: 'person',
                head: t('log.person'),
                cell: ({ person, organisation }) =>
                  [person ?? t('log.system'), organisation].filter(Boolean).join(', '),
              },
              { key: 'done', head: t('log.type'), cell: (entry) => done(entry) },
              {
                key: 'about',
                head: t('log.about'),
                cell: ({ area, reference, subject }) =>
                  reference ? (
                    <Link to={`/arbete/forslag/${reference}`}>{reference}</Link>
                  ) : (
                    [t(`log.areas.${area}`), subject].filter(Boolean).join(': ')
                  ),
              },
            ]}
          />
          <ShowMore
            shown={entries.length}
            hasMore={hasNextPage}
            busy={isFetchingNextPage}
            onMore={() => void fetchNextPage()}
          />
        </>
      )}
    </>
  );
}
