import { QUEUE_SORTS } from '@lofteskartan/shared/vocabulary';
import { SlidersHorizontal, X } from 'lucide-react';
import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { SelectField } from '../../ui/select-field.js';
import styles from './queue-bar.module.css';
import { QueueFilterSheet } from './queue-filter-sheet.js';
import { useHandFilters } from './hand-filters.js';
import { chosenCount, readFilters, type QueueFilters } from './queue-filters.js';
import { QueueSearch } from './queue-search.js';
import { useLocalityName, useWorkplace } from './workplace.js';

/** The chosen filters in words, each with what the filters are without it. */
function useChosen(filters: QueueFilters): { name: string; without: Partial<QueueFilters> }[] {
  const { t } = useTranslation(['work-queue', 'work-sender', 'work-desk', 'work-bodies', 'words']);
  const { municipalities, commitments } = useWorkplace();
  const localityName = useLocalityName();
  const hands = useHandFilters(filters);
  const drop = <T extends string>(all: T[], one: T) => all.filter((each) => each !== one);
  return [
    ...filters.report.map(() => ({ name: t('reported'), without: { report: [] } })),
    ...filters.outcome.map(() => ({
      name: t('outcome.filter', { ns: 'work-sender' }),
      without: { outcome: [] },
    })),
    ...filters.deadline.map(() => ({
      name: t('filter.overdue', { ns: 'work-desk' }),
      without: { deadline: [] },
    })),
    ...filters.call.map(() => ({
      name: t('marks.toCall', { ns: 'work-bodies' }),
      without: { call: [] },
    })),
    ...filters.referral.map((one) => ({
      name: t(one === 'answered' ? 'marks.bodyAnswered' : 'marks.bodyOverdue', { ns: 'work-bodies' }),
      without: { referral: drop(filters.referral, one) },
    })),
    ...filters.source.map((one) => ({
      name: t('history.source', { ns: 'work-bodies', source: t(`sources.${one}`, { ns: 'work-bodies' }) }),
      without: { source: drop(filters.source, one) },
    })),
    ...hands,
    ...filters.publication.map((one) => ({
      name: one === 'pending' ? t('pending') : t(`publication.${one}`, { ns: 'words' }),
      without: { publication: drop(filters.publication, one) },
    })),
    ...filters.placement.map((one) => ({
      name: one === 'unplaced' ? t('unplaced') : t('nearOutline'),
      without: { placement: drop(filters.placement, one) },
    })),
    ...filters.kind.map((one) => ({
      name: t(`kind.${one}`, { ns: 'words' }),
      without: { kind: drop(filters.kind, one) },
    })),
    ...filters.status.map((one) => ({
      name: t(`status.${one}`, { ns: 'words' }),
      without: { status: drop(filters.status, one) },
    })),
    ...filters.locality.map((one) => ({
      name: localityName(one) ?? one,
      without: { locality: drop(filters.locality, one) },
    })),
    ...filters.commitment.map((one) => ({
      name: commitments.find(({ id }) => id === one)?.title ?? t('commitment'),
      without: { commitment: drop(filters.commitment, one) },
    })),
    ...(municipalities.length > 1 ? filters.municipality : []).map((one) => ({
      name: municipalities.find(({ slug }) => slug === one)?.name ?? one,
      without: { municipality: drop(filters.municipality, one) },
    })),
  ];
}

interface QueueBarProps {
  filters: QueueFilters;
  total: number | undefined;
  onChange: (part: Partial<QueueFilters>) => void;
  search: RefObject<HTMLInputElement | null>;
}

/** Search, filters and order of the queue, and how many that leaves. */
export function QueueBar({ filters, total, onChange, search }: QueueBarProps) {
  const { t } = useTranslation(['work-queue', 'words']);
  const [isOpen, setOpen] = useState(false);
  const chosen = useChosen(filters);
  const count = chosenCount(filters);
  const clear = () => {
    onChange({ ...readFilters(new URLSearchParams()), sort: filters.sort });
  };
  return (
    <div className={styles.bar}>
      <QueueSearch
        ref={search}
        q={filters.q}
        onSearch={(q) => {
          onChange({ q });
        }}
      />
      <div className={styles.tools}>
        <Button
          icon={<SlidersHorizontal size={18} aria-hidden="true" />}
          aria-haspopup="dialog"
          onClick={() => {
            setOpen(true);
          }}
        >
          {count > 0 ? t('filterCount', { count }) : t('filter')}
        </Button>
        <SelectField
          label={t('sort')}
          value={filters.sort}
          options={QUEUE_SORTS.map((value) => ({ value, label: t(`sort.${value}`, { ns: 'words' }) }))}
          onChange={(sort) => {
            onChange({ sort });
          }}
        />
      </div>
      {chosen.length > 0 && (
        <ul className={styles.chosen}>
          {chosen.map(({ name, without }) => (
            <li key={name}>
              <button
                type="button"
                className={styles.remove}
                aria-label={t('remove', { name })}
                onClick={() => {
                  onChange(without);
                }}
              >
                {name}
                <X size={16} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {total !== undefined && <p className={styles.count}>{t('count', { count: total })}</p>}
      <QueueFilterSheet
        open={isOpen}
        onClose={() => {
          setOpen(false);
        }}
        filters={filters}
        onChange={onChange}
        onClear={clear}
        total={total}
      />
    </div>
  );
}
