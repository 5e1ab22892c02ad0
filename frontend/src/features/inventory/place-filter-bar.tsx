import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import { PLACE_GROUPS, PLACE_SORTS, PLACE_STATES, SEASONS } from '@lofteskartan/shared/inventory';
import { DARK_PLACE_CAUSES, DARK_PLACE_TIMES, LIMITS } from '@lofteskartan/shared/vocabulary';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { SelectField } from '../../ui/select-field.js';
import { TextField } from '../../ui/text-field.js';
import styles from './inventory.module.css';
import type { PlaceFilters } from './place-filters.js';

interface PlaceFilterBarProps {
  filters: PlaceFilters;
  municipality: Municipality | undefined;
  /** The bodies of the register. */
  bodies: readonly { readonly id: string; readonly name: string }[];
  onChange: (part: Partial<PlaceFilters>) => void;
}

/** The word of "everything" in a choice; the field's own value for it is ''. */
const ALL = 'all';

/** What narrows the list and the map, and the order. */
export function PlaceFilterBar({ filters, municipality, bodies, onChange }: PlaceFilterBarProps) {
  const { t } = useTranslation(['work-inventory', 'inventory', 'words']);
  const { compare } = useFormats();
  const choice = (
    field: 'state' | 'group' | 'cause' | 'when' | 'season' | 'locality' | 'body',
    options: readonly { value: string; label: string }[],
  ) => (
    <SelectField<string>
      label={t(`filters.${field}`)}
      value={filters[field] || ALL}
      options={[{ value: ALL, label: t('filters.all') }, ...options]}
      onChange={(value) => {
        onChange({ [field]: value === ALL ? '' : value });
      }}
    />
  );
  const localities = [...(municipality?.localities ?? [])].sort((a, b) => compare(a.name, b.name));
  const { group, cause, when, season, locality, body } = filters;
  const [hasMore] = useState(() => [group, cause, when, season, locality, body].some(Boolean));
  return (
    <form
      role="search"
      aria-label={t('filters.title')}
      className={styles.filters}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <TextField
        label={t('filters.search')}
        type="search"
        icon={<Search size={18} />}
        maxLength={LIMITS.searchCharacters}
        value={filters.q}
        onChange={(event) => {
          onChange({ q: event.target.value });
        }}
      />
      {choice(
        'state',
        PLACE_STATES.map((value) => ({ value, label: t(`state.${value}`, { ns: 'inventory' }) })),
      )}
      <SelectField
        label={t('filters.sort')}
        value={filters.sort}
        options={PLACE_SORTS.map((value) => ({ value, label: t(`sort.${value}`) }))}
        onChange={(sort) => {
          onChange({ sort });
        }}
      />
      <details open={hasMore}>
        <summary>{t('filters.more')}</summary>
        <div className={styles.more}>
          {choice(
            'group',
            PLACE_GROUPS.map((value) => ({ value, label: t(`group.${value}`, { ns: 'inventory' }) })),
          )}
          {choice(
            'cause',
            DARK_PLACE_CAUSES.map((value) => ({ value, label: t(`cause.${value}`, { ns: 'words' }) })),
          )}
          {choice(
            'when',
            DARK_PLACE_TIMES.map((value) => ({ value, label: t(`when.${value}`, { ns: 'words' }) })),
          )}
          {choice(
            'season',
            SEASONS.map((value) => ({ value, label: t(`season.${value}`, { ns: 'inventory' }) })),
          )}
          {choice(
            'locality',
            localities.map(({ slug, name }) => ({ value: slug, label: name })),
          )}
          {choice(
            'body',
            bodies.map(({ id, name }) => ({ value: id, label: name })),
          )}
        </div>
      </details>
    </form>
  );
}
