import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import { WALK_LIMITS, WALK_ORGANISERS } from '@lofteskartan/shared/safety-walks';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../platform/api.js';
import { Button } from '../../ui/button.js';
import { CheckboxChips } from '../../ui/chips.js';
import { leadToFirstFault } from '../../ui/first-fault.js';
import { SelectField } from '../../ui/select-field.js';
import { DateField, TextArea, TextField } from '../../ui/text-field.js';
import { missingOf, type WalkDraft } from './walk-draft.js';
import styles from './walks.module.css';

const PlaceDialog = lazy(() => import('../../map/place-dialog.js'));
const NO_PLACES: [] = [];
const NOWHERE = 'none';

interface WalkFormProps {
  draft: WalkDraft;
  change: (part: Partial<WalkDraft>) => void;
  municipality: Municipality | undefined;
  busy: boolean;
  error: Problem | null;
  /** What stands above the buttons when saving failed. */
  failed: ReactNode;
  onSave: () => void;
  onCancel: () => void;
}

/** When a walk is held, where those who walk meet, and what it is for. */
export function WalkForm(props: WalkFormProps) {
  const { draft, change, municipality, busy, error, failed, onSave, onCancel } = props;
  const { t } = useTranslation(['work-walks', 'walks']);
  const [tried, setTried] = useState(false);
  const [isPicking, setPicking] = useState(false);
  const missing = missingOf(draft);
  const faultOf = (field: keyof WalkDraft, words = t('form.missing')) =>
    tried && missing.includes(field) ? words : error?.messageFor(field);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (missing.length > 0) leadToFirstFault(event.currentTarget);
        else if (!busy) onSave();
      }}
    >
      <TextField
        label={t('form.title')}
        hint={t('form.titleHint')}
        maxLength={WALK_LIMITS.titleCharacters}
        value={draft.title}
        error={faultOf('title')}
        onChange={(event) => {
          change({ title: event.target.value });
        }}
      />
      <div className={`${styles.pair} ${styles.times}`}>
        <DateField
          label={t('form.day')}
          value={draft.day}
          error={faultOf('day')}
          onChange={(day) => {
            change({ day });
          }}
        />
        <TextField
          type="time"
          label={t('form.time')}
          value={draft.time}
          onChange={(event) => {
            change({ time: event.target.value });
          }}
        />
      </div>
      <TextField
        label={t('form.meeting')}
        maxLength={WALK_LIMITS.meetingCharacters}
        value={draft.meetingPoint}
        error={faultOf('meetingPoint')}
        onChange={(event) => {
          change({ meetingPoint: event.target.value });
        }}
      />
      <div className={styles.actions}>
        <Button
          disabled={!municipality}
          onClick={() => {
            setPicking(true);
          }}
        >
          {t(draft.meetingPosition ? 'form.pointAgain' : 'form.point')}
        </Button>
        {draft.meetingPosition && (
          <Button
            look="quiet"
            onClick={() => {
              change({ meetingPosition: null });
            }}
          >
            {t('form.removePoint')}
          </Button>
        )}
        {draft.meetingPosition && <span role="status">{t('form.pointed')}</span>}
      </div>
      <TextArea
        label={t('form.purpose')}
        hint={t('form.purposeHint')}
        rows={2}
        limit={WALK_LIMITS.purposeCharacters}
        value={draft.purpose}
        error={faultOf('purpose')}
        onChange={(event) => {
          change({ purpose: event.target.value });
        }}
      />
      <CheckboxChips
        label={t('form.organisers')}
        hint={t('form.organisersHint')}
        value={draft.organisers}
        error={faultOf('organisers', t('form.choose'))}
        options={WALK_ORGANISERS.map((value) => ({
          value,
          label: t(`organiser.${value}`, { ns: 'walks' }),
        }))}
        onChange={(organisers) => {
          change({ organisers });
        }}
      />
      {municipality && (
        <SelectField
          label={t('form.locality')}
          value={draft.locality || NOWHERE}
          options={[
            { value: NOWHERE, label: t('form.noLocality') },
            ...municipality.localities.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
          onChange={(locality) => {
            change({ locality: locality === NOWHERE ? '' : locality });
          }}
        />
      )}
      {failed}
      <div className={styles.actions}>
        <Button type="submit" look="primary" busy={busy}>
          {t('form.save')}
        </Button>
        <Button onClick={onCancel}>{t('form.cancel')}</Button>
      </div>
      {municipality && isPicking && (
        <Suspense fallback={null}>
          <PlaceDialog
            title={t('form.position')}
            ground={municipality}
            place={municipality.shortName}
            places={NO_PLACES}
            start={draft.meetingPosition ?? undefined}
            onPick={(meetingPosition) => {
              change({ meetingPosition });
              setPicking(false);
            }}
            onClose={() => {
              setPicking(false);
            }}
          />
        </Suspense>
      )}
    </form>
  );
}
