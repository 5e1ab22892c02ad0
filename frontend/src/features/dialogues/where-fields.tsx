import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import { DIALOGUE_FORMS, DIALOGUE_LIMITS } from '@lofteskartan/shared/medborgardialog';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import type { DialogueFieldsProps } from './dialogue-form.js';
import styles from './dialogues.module.css';

const PlaceDialog = lazy(() => import('../../map/place-dialog.js'));
const NO_PLACES: [] = [];
const practical = ['accessibility', 'interpreter', 'transport'] as const;

/** Where it is held, and what one needs to know to get there and take part. */
export function WhereFields({
  draft,
  change,
  faultOf,
  municipality,
}: DialogueFieldsProps & { municipality: Municipality | undefined }) {
  const { t } = useTranslation(['work-dialogues', 'dialogues']);
  const [isPicking, setPicking] = useState(false);
  return (
    <div className={styles.fields}>
      <RadioChips
        label={t('form.form')}
        value={draft.form}
        options={DIALOGUE_FORMS.map((value) => ({ value, label: t(`form.${value}`, { ns: 'dialogues' }) }))}
        onChange={(form) => {
          change({ form });
        }}
      />
      {draft.form !== 'online' && (
        <>
          <TextField
            label={t('form.venue')}
            hint={t('form.venueHint')}
            maxLength={DIALOGUE_LIMITS.venueCharacters}
            value={draft.venue}
            error={faultOf('venue')}
            onChange={(event) => {
              change({ venue: event.target.value });
            }}
          />
          <div className={styles.actions}>
            <Button
              disabled={!municipality}
              onClick={() => {
                setPicking(true);
              }}
            >
              {t(draft.venuePosition ? 'form.pointAgain' : 'form.point')}
            </Button>
            {draft.venuePosition && (
              <Button
                look="quiet"
                onClick={() => {
                  change({ venuePosition: null });
                }}
              >
                {t('form.removePoint')}
              </Button>
            )}
            {draft.venuePosition && <span role="status">{t('form.pointed')}</span>}
          </div>
        </>
      )}
      {draft.form !== 'on-site' && (
        <TextField
          type="url"
          label={t('form.online')}
          hint={t('form.onlineHint')}
          maxLength={DIALOGUE_LIMITS.linkCharacters}
          value={draft.onlineUrl}
          error={faultOf('onlineUrl')}
          onChange={(event) => {
            change({ onlineUrl: event.target.value });
          }}
        />
      )}
      {practical.map((name) => (
        <TextArea
          key={name}
          label={t(`practical.${name}`, { ns: 'dialogues' })}
          hint={t(`form.${name}Hint`)}
          optional
          rows={2}
          limit={DIALOGUE_LIMITS.practicalCharacters}
          value={draft[name]}
          error={faultOf(name)}
          onChange={(event) => {
            change({ [name]: event.target.value });
          }}
        />
      ))}
      {municipality && isPicking && (
        <Suspense fallback={null}>
          <PlaceDialog
            title={t('form.position')}
            ground={municipality}
            place={municipality.shortName}
            places={NO_PLACES}
            start={draft.venuePosition ?? undefined}
            onPick={(venuePosition) => {
              change({ venuePosition });
              setPicking(false);
            }}
            onClose={() => {
              setPicking(false);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
