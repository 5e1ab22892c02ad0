import type { Municipality, NamedPlace } from '@lofteskartan/shared/contracts/municipalities';
import type { ProposalReceipt, SupportReceipt } from '@lofteskartan/shared/contracts/proposals';
import { PHONE_CHARACTERS } from '@lofteskartan/shared/responsible-bodies';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { MapPin } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { Button } from '../../ui/button.js';
import { leadToFirstFault } from '../../ui/first-fault.js';
import { ErrorState } from '../../ui/states.js';
import { TextField } from '../../ui/text-field.js';
import {
  contactOf,
  emptyRegistration,
  missingIn,
  registrationOf,
  type RegistrationDraft,
} from './registration-draft.js';
import { SourceAndKind, WhatIsAsked } from './registration-fields.js';
import styles from './registration.module.css';
import { useRegister } from './registration.queries.js';
import { SimilarNearby } from './similar-nearby.js';

const PlaceDialog = lazy(() => import('../../map/place-dialog.js'));

/** As in the contract, which comes with more than this page needs. */
const NAME_CHARACTERS = 100;

interface RegistrationFormProps {
  municipality: Municipality;
  places: readonly NamedPlace[];
  onRegistered: (receipt: ProposalReceipt) => void;
  onSupported: (receipt: SupportReceipt) => void;
}

/** All on one page, in the order of a conversation. What is written is kept nowhere but here: it may hold somebody's number. */
export function RegistrationForm({ municipality, places, onRegistered, onSupported }: RegistrationFormProps) {
  const { t } = useTranslation('work-register');
  const register = useRegister();
  const [draft, setDraft] = useState(() => emptyRegistration(municipality.slug));
  const [key, setKey] = useState(newKey);
  const [tried, setTried] = useState(false);
  const [isPicking, setPicking] = useState(false);
  const missing = missingIn(draft);
  const change = (part: Partial<RegistrationDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
    // Another message needs another key; what was refused was kept nowhere.
    setKey(newKey());
  };
  const errorOf = (field: string) =>
    tried && missing.some((each) => each === field)
      ? field === 'placeName'
        ? t('needsPlace')
        : t('missing')
      : register.error?.messageFor(field);
  const contactLine = (field: 'phone' | 'email' | 'name', type: string, limit: number) => (
    <TextField
      label={t(field)}
      hint={t(`${field}Hint`)}
      type={type}
      optional
      autoComplete="off"
      maxLength={limit}
      value={draft[field]}
      error={errorOf(`contact.${field}`)}
      onChange={(event) => {
        change({ [field]: event.target.value });
      }}
    />
  );
  const takesPlace = draft.kind !== 'idea' || draft.topic !== 'drugs';
  const fields = { draft, change, errorOf };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        const form = event.currentTarget;
        if (missing.length > 0) {
          leadToFirstFault(form);
          return;
        }
        if (!register.isPending)
          register.mutate({ body: registrationOf(draft), key }, { onSuccess: onRegistered });
      }}
    >
      <SourceAndKind {...fields} />
      {takesPlace && (
        <div className={styles.group}>
          <TextField
            label={t('placeName')}
            hint={t('placeNameHint')}
            optional={draft.position !== null || draft.kind === 'idea'}
            maxLength={LIMITS.placeNameCharacters}
            value={draft.placeName}
            error={errorOf('placeName') ?? errorOf('position')}
            onChange={(event) => {
              change({ placeName: event.target.value });
            }}
          />
          <div className={styles.actions}>
            <Button
              icon={<MapPin size={18} aria-hidden="true" />}
              aria-haspopup="dialog"
              onClick={() => {
                setPicking(true);
              }}
            >
              {t('pick')}
            </Button>
            {draft.position && (
              <>
                <span>
                  {t('picked', {
                    latitude: draft.position[1].toFixed(5),
                    longitude: draft.position[0].toFixed(5),
                  })}
                </span>
                <Button
                  look="quiet"
                  onClick={() => {
                    change({ position: null });
                  }}
                >
                  {t('unpick')}
                </Button>
              </>
            )}
          </div>
          <SimilarNearby
            kind={draft.kind}
            position={draft.position}
            support={{ source: draft.source, contact: contactOf(draft) }}
            onSupported={onSupported}
          />
        </div>
      )}
      <WhatIsAsked {...fields} />
      <fieldset className={styles.group}>
        <legend>{t('contact')}</legend>
        <div className={styles.pair}>
          {contactLine('phone', 'tel', PHONE_CHARACTERS)}
          {municipality.mail && contactLine('email', 'email', LIMITS.emailCharacters)}
          {contactLine('name', 'text', NAME_CHARACTERS)}
        </div>
      </fieldset>
      {register.error && <ErrorState error={register.error} title={t('failed')} kept={t('kept')} />}
      <div>
        <Button type="submit" look="primary" busy={register.isPending}>
          {t('submit')}
        </Button>
      </div>
      {isPicking && (
        <Suspense fallback={null}>
          <PlaceDialog
            title={t('mapTitle')}
            ground={municipality}
            place={municipality.shortName}
            places={places}
            start={draft.position ?? undefined}
            onPick={(position) => {
              change({ position });
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
