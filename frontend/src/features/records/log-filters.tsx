import { LOG_AREAS, type LogArea } from '@lofteskartan/shared/vocabulary';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../../ui/select-field.js';
import { DateField, TextField } from '../../ui/text-field.js';
import { logPeopleQuery, type LogFilters } from './log.queries.js';
import { ACTS, useDoneInWords } from './log-words.js';
import styles from './records.module.css';

interface FilterFieldsProps {
  municipality: string;
  filters: LogFilters;
  onChange: (filters: LogFilters) => void;
}

/** By whom, what, about which number, and when. */
export function LogFilterFields({ municipality, filters, onChange }: FilterFieldsProps) {
  const { t } = useTranslation('work-records');
  const done = useDoneInWords();
  const people = useQuery(logPeopleQuery(municipality)).data?.items ?? [];
  const set = (part: Partial<LogFilters>) => {
    onChange({ ...filters, ...part });
  };
  const all = { value: 'all', label: t('log.all') };
  const acts = filters.area ? ACTS[filters.area] : [];
  return (
    <div className={styles.filters} role="search" aria-label={t('log.filters')}>
      <SelectField
        label={t('log.area')}
        value={filters.area || 'all'}
        options={[all, ...LOG_AREAS.map((area) => ({ value: area, label: t(`log.areas.${area}`) }))]}
        onChange={(area) => {
          set({ area: area === 'all' ? '' : (area as LogArea), type: '' });
        }}
      />
      {filters.area && acts.length > 0 && (
        <SelectField
          label={t('log.type')}
          value={filters.type || 'all'}
          options={[
            all,
            ...acts.map((type) => ({
              value: type,
              label: done({ area: filters.area || 'records', type, to: null }),
            })),
          ]}
          onChange={(type) => {
            set({ type: type === 'all' ? '' : type });
          }}
        />
      )}
      <SelectField
        label={t('log.person')}
        value={filters.person || 'all'}
        options={[all, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(person) => {
          set({ person: person === 'all' ? '' : person });
        }}
      />
      <TextField
        label={t('log.reference')}
        placeholder="ALE-7K3F9"
        maxLength={20}
        value={filters.reference}
        onChange={(event) => {
          set({ reference: event.target.value });
        }}
      />
      <DateField
        label={t('log.from')}
        value={filters.from}
        onChange={(from) => {
          set({ from });
        }}
      />
      <DateField
        label={t('log.to')}
        value={filters.to}
        onChange={(to) => {
          set({ to });
        }}
      />
    </div>
  );
}
