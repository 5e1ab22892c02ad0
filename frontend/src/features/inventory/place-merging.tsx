import type { MergedPlace, StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { metresBetween } from '../../map/geometry.js';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { SelectField } from '../../ui/select-field.js';
import { ErrorState } from '../../ui/states.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { placeListQuery, useMergePlace, usePartPlace } from './inventory.queries.js';
import styles from './inventory.module.css';
import { readPlaceFilters } from './place-filters.js';

/** So many of the nearest can be chosen from. */
const NEAREST = 30;
const EVERYTHING = readPlaceFilters(new URLSearchParams());

/** Says which place shows this one; the way back is there. */
export function MergedNotice({ place }: { place: StaffPlace }) {
  const { t } = useTranslation('work-inventory');
  const { mergedInto, mayChange } = place;
  if (!mergedInto) return null;
  return (
    <Notice tone="warning">
      <p>
        {t('merge.isIn')} <Link to={`/arbete/platser/${mergedInto.reference}`}>{mergedInto.name}</Link>.
      </p>
      {mayChange && <PartForm place={place} />}
    </Notice>
  );
}

/** Merges a place into another one, and parts those that were merged into it. */
export function PlaceMerging({ place }: { place: StaffPlace }) {
  const { t } = useTranslation('work-inventory');
  const navigate = useNavigate();
  const merge = useMergePlace(place.reference);
  const { distance } = useFormats();
  const { data } = useQuery(placeListQuery(place.municipality, EVERYTHING));
  const [into, setInto] = useState('');
  const near = (data?.items ?? [])
    .filter(({ reference }) => reference !== place.reference)
    .map(({ reference, name, position }) => ({
      reference,
      name,
      away: metresBetween(place.position, position),
    }))
    .sort((one, other) => one.away - other.away)
    .slice(0, NEAREST);
  return (
    <>
      <p className={styles.soft}>{t('merge.lead')}</p>
      {place.merged.map((merged) => (
        <div key={merged.reference} className={styles.measure}>
          <Link to={`/arbete/platser/${merged.reference}`}>{merged.name}</Link>
          <PartForm place={merged} />
        </div>
      ))}
      <form
        className={styles.pair}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!into || merge.isPending) return;
          merge.mutate(
            { version: place.version, into },
            {
              onSuccess: ({ reference }) => {
                toast(t('merge.merged'));
                void navigate(`/arbete/platser/${reference}`);
              },
            },
          );
        }}
      >
        <SelectField
          label={t('merge.into')}
          hint={t('merge.intoHint')}
          placeholder={t('merge.choose')}
          value={into}
          options={near.map(({ reference, name, away }) => ({
            value: reference,
            label: t('merge.away', { name, distance: distance(away) }),
          }))}
          error={merge.error && (merge.error.messageFor('into') ?? merge.error.detail)}
          onChange={setInto}
        />
        <Button type="submit" busy={merge.isPending}>
          {t('merge.save')}
        </Button>
      </form>
      <p className={styles.soft}>
        {t('split.offer')} <Link to={`/arbete/platser/${place.reference}/dela`}>{t('split.open')}</Link>
      </p>
    </>
  );
}

function PartForm({ place: { reference, version } }: { place: Pick<MergedPlace, 'reference' | 'version'> }) {
  const { t } = useTranslation('work-inventory');
  const part = usePartPlace();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <form
      className={styles.pair}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!reason.trim() || part.isPending) return;
        part.mutate(
          { reference, version, reason: reason.trim() },
          {
            onSuccess: () => {
              toast(t('merge.parted'));
            },
          },
        );
      }}
    >
      <TextField
        label={t('merge.why')}
        maxLength={LIMITS.reasonCharacters}
        value={reason}
        error={tried && !reason.trim() ? t('merge.missing') : undefined}
        onChange={(event) => {
          setReason(event.target.value);
        }}
      />
      <Button type="submit" busy={part.isPending}>
        {t('merge.part')}
      </Button>
      {part.error && <ErrorState error={part.error} title={t('merge.failed')} />}
    </form>
  );
}
