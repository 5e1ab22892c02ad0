import type { NamedChoice } from '@lofteskartan/shared/contracts/inventory';
import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import { INVENTORY_LIMITS, SEASONS } from '@lofteskartan/shared/inventory';
import { DARK_PLACE_CAUSES, DARK_PLACE_TIMES } from '@lofteskartan/shared/vocabulary';
import { MapPin } from 'lucide-react';
import { lazy, Suspense, useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../platform/api.js';
import { Button } from '../../ui/button.js';
import { CheckboxChips, RadioChips } from '../../ui/chips.js';
import { leadToFirstFault } from '../../ui/first-fault.js';
import { SelectField } from '../../ui/select-field.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import styles from './inventory.module.css';
import { OutlineField } from './outline-field.js';
import {
  outlineOf,
  placeOf,
  positionText,
  readPosition,
  type PlaceDraft,
  type WrittenPlace,
} from './place-draft.js';

const PlaceDialog = lazy(() => import('../../map/place-dialog.js'));
const NO_PLACES: [] = [];
const NOBODY = 'nobody';

interface PlaceFormProps {
  draft: PlaceDraft;
  change: (part: Partial<PlaceDraft>) => void;
  municipality: Municipality | undefined;
  bodies: readonly NamedChoice[];
  busy: boolean;
  error: Problem | null;
  /** Says that saving failed, and the way on. */
  failed: ReactNode;
  /** Questions of its own before those about the place; told whether sending was tried. */
  first?: (tried: boolean) => ReactNode;
  onSave: (place: WrittenPlace) => void;
  onCancel: () => void;
}

/** A place as it is written, new or not. */
export function PlaceForm({
  draft,
  change,
  municipality,
  bodies,
  busy,
  error,
  failed,
  first,
  onSave,
  onCancel,
}: PlaceFormProps) {
  const { t } = useTranslation(['work-inventory', 'inventory', 'words']);
  const [tried, setTried] = useState(false);
  const [isPicking, setPicking] = useState(false);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    const place = placeOf(draft);
    if (place && !busy) onSave(place);
    // What is asked before the place may lack something too.
    leadToFirstFault(event.currentTarget);
  };
  const missing = (isMissing: boolean, words: string) => (tried && isMissing ? words : undefined);
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      {first?.(tried)}
      <TextField
        label={t('form.name')}
        hint={t('form.nameHint')}
        maxLength={INVENTORY_LIMITS.nameCharacters}
        value={draft.name}
        error={missing(!draft.name.trim(), t('form.nameMissing')) ?? error?.messageFor('name')}
        onChange={(event) => {
          change({ name: event.target.value });
        }}
      />
      <div className={styles.pair}>
        <TextField
          label={t('form.position')}
          hint={t('form.positionHint')}
          autoComplete="off"
          value={draft.position}
          error={
            missing(!readPosition(draft.position), t('form.positionWrong')) ?? error?.messageFor('position')
          }
          onChange={(event) => {
            change({ position: event.target.value });
          }}
        />
        {municipality && (
          <Button
            icon={<MapPin size={18} aria-hidden="true" />}
            aria-haspopup="dialog"
            onClick={() => {
              setPicking(true);
            }}
          >
            {t('form.point')}
          </Button>
        )}
      </div>
      <CheckboxChips
        label={t('form.causes')}
        value={draft.causes}
        options={DARK_PLACE_CAUSES.map((value) => ({ value, label: t(`cause.${value}`, { ns: 'words' }) }))}
        onChange={(causes) => {
          change({ causes });
        }}
      />
      <CheckboxChips
        label={t('form.when')}
        value={draft.when}
        options={DARK_PLACE_TIMES.map((value) => ({ value, label: t(`when.${value}`, { ns: 'words' }) }))}
        onChange={(when) => {
          change({ when });
        }}
      />
      <CheckboxChips
        label={t('form.seasons')}
        value={draft.seasons}
        options={SEASONS.map((value) => ({ value, label: t(`season.${value}`, { ns: 'inventory' }) }))}
        onChange={(seasons) => {
          change({ seasons });
        }}
      />
      {bodies.length > 0 && (
        <SelectField
          label={t('form.body')}
          value={draft.bodyId || NOBODY}
          options={[
            { value: NOBODY, label: t('form.noBody') },
            ...bodies.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(id) => {
            change({ bodyId: id === NOBODY ? '' : id });
          }}
        />
      )}
      <TextArea
        label={t('form.description')}
        hint={t('form.descriptionHint')}
        optional
        rows={4}
        limit={INVENTORY_LIMITS.descriptionCharacters}
        value={draft.description}
        error={error?.messageFor('description')}
        onChange={(event) => {
          change({ description: event.target.value });
        }}
      />
      <RadioChips
        label={t('form.isPublic')}
        stacked
        value={draft.isPublic ? 'yes' : 'no'}
        options={[
          { value: 'no', label: t('form.publicNo') },
          { value: 'yes', label: t('form.publicYes'), note: t('form.publicYesNote') },
        ]}
        onChange={(value) => {
          change({ isPublic: value === 'yes' });
        }}
      />
      <TextArea
        label={t('form.lamps')}
        hint={t('form.lampsHint')}
        optional
        rows={3}
        value={draft.lamps}
        error={error?.messageFor('lampNumbers')}
        onChange={(event) => {
          change({ lamps: event.target.value });
        }}
      />
      <TextArea
        label={t('form.note')}
        hint={t('form.noteHint')}
        optional
        rows={3}
        limit={INVENTORY_LIMITS.noteCharacters}
        value={draft.note}
        error={error?.messageFor('note')}
        onChange={(event) => {
          change({ note: event.target.value });
        }}
      />
      <OutlineField
        value={draft.outline}
        municipality={municipality}
        start={readPosition(draft.position) ?? undefined}
        error={
          missing(outlineOf(draft.outline) === undefined, t('form.outlineWrong')) ??
          error?.messageFor('outline')
        }
        onChange={(outline) => {
          change({ outline });
        }}
      />
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
            title={t('form.point')}
            ground={municipality}
            place={municipality.shortName}
            places={NO_PLACES}
            start={readPosition(draft.position) ?? undefined}
            onPick={(position) => {
              change({ position: positionText(position) });
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
