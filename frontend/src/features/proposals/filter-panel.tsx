import type { Locality } from '@lofteskartan/shared/contracts/municipalities';
import {
  ANSWER_STATES,
  BODY_PREFIX,
  FILTER_NONE,
  LISTED_STATUSES,
  LIMITS,
  PROPOSAL_KINDS,
  PROPOSAL_SORTS,
  type ProposalKind,
} from '@lofteskartan/shared/vocabulary';
import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { KIND_SHAPES, STATUS_LOOKS } from '../../platform/looks.js';
import { Button } from '../../ui/button.js';
import { CheckboxChips } from '../../ui/chips.js';
import { Glyph } from '../../ui/glyphs/glyph.js';
import { SelectField } from '../../ui/select-field.js';
import { TextField } from '../../ui/text-field.js';
import styles from './filter-panel.module.css';
import { countFilters, withoutFilters, type ProposalFilters } from './proposal-filters.js';

/** While somebody is typing, the list waits. Milliseconds. */
const TYPING_MS = 400;

const ANSWERED = ANSWER_STATES.filter((state) => state !== 'waiting' && state !== 'overdue');

export interface FilterPanelProps {
  filters: ProposalFilters;
  onChange: (filters: ProposalFilters) => void;
  localities: readonly Locality[];
  /** Whose names may be told. */
  owners: readonly { owner: string; name: string | null }[];
  /** How many of each kind, when that is known. */
  counts: Record<ProposalKind, number> | null;
}

function Words({ q, onChange }: { q: string; onChange: (q: string) => void }) {
  const { t } = useTranslation('proposals');
  const [text, setText] = useState(q);
  const [known, setKnown] = useState(q);
  // The address may change the words as well: the back button, a shared link.
  if (known !== q) {
    setKnown(q);
    if (text.trim() !== q) setText(q);
  }
  useEffect(
    function searchWhenTypingRests() {
      if (text.trim() === q) return undefined;
      const timer = setTimeout(() => {
        onChange(text.trim());
      }, TYPING_MS);
      return () => {
        clearTimeout(timer);
      };
    },
    [text, q, onChange],
  );
  return (
    <TextField
      type="search"
      label={t('filter.words')}
      placeholder={t('filter.wordsHint')}
      icon={<Search size={18} />}
      value={text}
      maxLength={LIMITS.searchCharacters}
      enterKeyHint="search"
      onChange={(event) => {
        setText(event.target.value);
      }}
    />
  );
}

/** What the list and the map show. The marks of kinds and states stand beside their words, so it is a legend as well. */
export function FilterPanel({ filters, onChange, localities, owners, counts }: FilterPanelProps) {
  const { t } = useTranslation(['proposals', 'words']);
  const { compare, number } = useFormats();
  const change = (part: Partial<ProposalFilters>) => {
    onChange({ ...filters, ...part });
  };
  const [chosen] = filters.locality;
  const ownerName = (owner: string): string | null => {
    if (owner === FILTER_NONE) return null;
    if (owner.startsWith(BODY_PREFIX)) return owner.slice(BODY_PREFIX.length);
    return owners.find((each) => each.owner === owner)?.name ?? owner;
  };
  return (
    <div className={styles.panel}>
      <CheckboxChips
        label={t('proposals:filter.kind')}
        value={filters.kind}
        onChange={(kind) => {
          change({ kind });
        }}
        options={PROPOSAL_KINDS.map((kind) => ({
          value: kind,
          label: counts
            ? t('proposals:filter.kindCounted', {
                kind: t(`words:kinds.${kind}`),
                number: number(counts[kind]),
              })
            : t(`words:kinds.${kind}`),
          icon: <Glyph shape={KIND_SHAPES[kind]} size={20} />,
        }))}
      />
      <div className={styles.pair}>
        <Words
          q={filters.q}
          onChange={(q) => {
            change({ q });
          }}
        />
        <SelectField
          label={t('proposals:filter.locality')}
          value={chosen ?? 'all'}
          onChange={(slug) => {
            change({ locality: slug === 'all' ? [] : [slug] });
          }}
          options={[
            { value: 'all', label: t('proposals:filter.allLocalities') },
            ...[...localities]
              .sort((a, b) => compare(a.name, b.name))
              .map(({ slug, name }) => ({ value: slug, label: name })),
            { value: FILTER_NONE, label: t('proposals:filter.noLocality') },
          ]}
        />
        <SelectField
          label={t('proposals:filter.sort')}
          value={filters.sort}
          onChange={(sort) => {
            change({ sort });
          }}
          options={PROPOSAL_SORTS.map((sort) => ({ value: sort, label: t(`words:sort.${sort}`) }))}
        />
        <SelectField
          label={t('proposals:filter.answer')}
          value={filters.answer.length > 1 ? 'answered' : (filters.answer[0] ?? 'all')}
          onChange={(answer) => {
            change({ answer: answer === 'all' ? [] : answer === 'answered' ? ANSWERED : [answer] });
          }}
          options={(['all', 'answered', ...ANSWER_STATES] as const).map((value) => ({
            value,
            label: t(`proposals:filter.answers.${value}`),
          }))}
        />
        {filters.owner && (
          <SelectField
            label={t('proposals:filter.owner')}
            value={filters.owner}
            onChange={(owner) => {
              change({ owner });
            }}
            options={[
              { value: '', label: t('proposals:filter.allOwners') },
              { value: filters.owner, label: ownerName(filters.owner) ?? t('proposals:filter.noOwner') },
            ]}
          />
        )}
      </div>
      <CheckboxChips
        label={t('proposals:filter.status')}
        value={filters.status}
        onChange={(status) => {
          change({ status });
        }}
        options={LISTED_STATUSES.map((status) => ({
          value: status,
          label: t(`words:status.${status}`),
          icon: <Glyph shape="disc" fill={STATUS_LOOKS[status].fill} size={18} />,
        }))}
      />
      {countFilters(filters) > 0 && (
        <Button
          look="quiet"
          onClick={() => {
            onChange(withoutFilters(filters));
          }}
        >
          {t('proposals:filter.clear')}
        </Button>
      )}
    </div>
  );
}
