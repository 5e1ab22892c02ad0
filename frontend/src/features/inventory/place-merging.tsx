import type { MergedPlace, StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { ErrorState } from '../../ui/states.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useMergePlace, usePartPlace } from './inventory.queries.js';
import styles from './inventory.module.css';

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
  const [into, setInto] = useState('');
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
          if (!into.trim() || merge.isPending) return;
          merge.mutate(
            { version: place.version, into: into.trim() },
            {
              onSuccess: ({ reference }) => {
                toast(t('merge.merged'));
                void navigate(`/arbete/platser/${reference}`);
              },
            },
          );
        }}
      >
        <TextField
          label={t('merge.into')}
          hint={t('merge.intoHint')}
          autoComplete="off"
          value={into}
          error={merge.error && (merge.error.messageFor('into') ?? merge.error.detail)}
          onChange={(event) => {
            setInto(event.target.value);
          }}
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
