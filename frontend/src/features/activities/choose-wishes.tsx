import type { TriageItem } from '@lofteskartan/shared/contracts/triage';
import type { Position } from '@lofteskartan/shared/position';
import { useQuery } from '@tanstack/react-query';
import { Check, Search } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { KIND_SHAPES } from '../../platform/looks.js';
import { Button } from '../../ui/button.js';
import { Glyph } from '../../ui/glyphs/glyph.js';
import { Skeleton, SkeletonBlock } from '../../ui/skeleton.js';
import { EmptyState, ErrorState } from '../../ui/states.js';
import { TextField } from '../../ui/text-field.js';
import { candidatesQuery } from './activities.queries.js';
import { boxAround, metresBetween } from './distance.js';
import styles from './log.module.css';
import type { StepProps } from './log-steps.js';
import { swedishDay } from '../../platform/swedish-day.js';

/** A little more than the kilometre within which a wish counts: the person sees what lies just beyond. */
const NEAR_METRES = 1300;

interface CandidateProps {
  item: TriageItem;
  words: string;
  from: Position | null;
  isChosen: boolean;
  isLate: boolean;
  onToggle: () => void;
}

function Candidate({ item, words, from, isChosen, isLate, onToggle }: CandidateProps) {
  const { t } = useTranslation('work-activities');
  const { distance, shortDate } = useFormats();
  const away = from && item.position ? distance(metresBetween(from, item.position)) : null;
  return (
    <label className={styles.candidate}>
      <input type="checkbox" checked={isChosen} onChange={onToggle} />
      <span className={styles.box} aria-hidden="true">
        <Check size={18} strokeWidth={3.5} />
      </span>
      <span className={styles.candidateWords}>
        <strong className={styles.candidateName}>
          <Glyph shape={KIND_SHAPES[item.kind]} size={18} /> {words}
        </strong>
        <span className={styles.soft}>
          {[
            away && t('log.away', { distance: away }),
            t('log.supporters', { count: item.supportCount }),
            t('log.cameIn', { date: shortDate(item.createdAt) }),
            item.reference,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {item.description && <span className={styles.quote}>{item.description}</span>}
        {isLate && <span className={styles.late}>{t('log.late')}</span>}
      </span>
    </label>
  );
}

/** Which wishes the activity answers: those near the place, nearest first, as many as it serves. */
export function ChooseWishes({ draft, change, commitment, municipality, onNext }: StepProps) {
  const { t } = useTranslation('work-activities');
  const [q, setQ] = useState('');
  const [isAll, setAll] = useState(false);
  const asked = useDeferredValue(q.trim());
  const place = draft.where === 'here' || draft.where === 'map' ? draft.position : null;
  const near = place && !isAll && !asked ? boxAround(place, NEAR_METRES) : null;
  const { data, error, refetch } = useQuery(
    candidatesQuery({
      municipality: commitment.municipality,
      kinds: commitment.acceptsKinds,
      box: near,
      q: asked,
    }),
  );
  const items = data?.items ?? [];
  // Without a place of its own the activity stands where the first chosen proposal is.
  const from = place ?? items.find(({ reference }) => reference === draft.references[0])?.position ?? null;
  const metres = (item: TriageItem) =>
    from && item.position ? metresBetween(from, item.position) : Number.MAX_VALUE;
  const sorted = from ? [...items].sort((a, b) => metres(a) - metres(b)) : items;
  const wordsOf = ({ details, placeName, locality, reference }: TriageItem) => {
    const name = municipality?.localities.find(({ slug }) => slug === locality)?.name;
    const road = 'roadName' in details ? details.roadName : undefined;
    return [road ?? placeName, name].filter(Boolean).join(', ') || reference;
  };
  const toggle = (item: TriageItem) => {
    const references = draft.references.includes(item.reference)
      ? draft.references.filter((each) => each !== item.reference)
      : [...draft.references, item.reference];
    const leader = items.find(({ reference }) => reference === references[0]);
    const road = leader && 'roadName' in leader.details ? leader.details.roadName : undefined;
    const locality = municipality?.localities.find(({ slug }) => slug === leader?.locality)?.name;
    change({
      references,
      placeWords: [road && t('suggest.on', { road }), locality && t('suggest.in', { locality })]
        .filter(Boolean)
        .join(' '),
    });
  };

  return (
    <div className={styles.step}>
      <p className={styles.soft}>
        {t('log.wishesHow')} {commitment.requiresWish && <strong>{t('log.wishesNeeded')}</strong>}
      </p>
      <TextField
        label={t('log.search')}
        type="search"
        icon={<Search size={18} />}
        value={q}
        onChange={(event) => {
          setQ(event.target.value);
        }}
      />
      {!data && error && (
        <ErrorState error={error} title={t('log.candidatesFailed')} onRetry={() => void refetch()} />
      )}
      {!data && !error && (
        <Skeleton label={t('log.candidatesLoading')}>
          <SkeletonBlock height="5rem" />
          <SkeletonBlock height="5rem" />
        </Skeleton>
      )}
      {data && sorted.length === 0 && (
        <EmptyState title={t('log.noneNear')}>{t('log.noneNearHow')}</EmptyState>
      )}
      {sorted.length > 0 && (
        <fieldset className={styles.candidates}>
          <legend>{near ? t('log.near') : t('log.nearAll')}</legend>
          {sorted.map((item) => (
            <Candidate
              key={item.reference}
              item={item}
              words={wordsOf(item)}
              from={from}
              isChosen={draft.references.includes(item.reference)}
              isLate={swedishDay(new Date(item.createdAt)) > draft.occurredOn}
              onToggle={() => {
                toggle(item);
              }}
            />
          ))}
        </fieldset>
      )}
      {place && !asked && (
        <Button
          look="quiet"
          onClick={() => {
            setAll(!isAll);
          }}
        >
          {isAll ? t('log.showNear') : t('log.showAll')}
        </Button>
      )}
      <div className={styles.foot}>
        <p aria-live="polite">{t('log.selected', { count: draft.references.length })}</p>
        <Button look="primary" wide className={styles.go} onClick={onNext}>
          {draft.references.length > 0 ? t('log.next') : t('log.withoutWishes')}
        </Button>
      </div>
    </div>
  );
}
