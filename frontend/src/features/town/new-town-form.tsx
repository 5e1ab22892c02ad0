import type { MapSettings } from '@lofteskartan/shared/contracts/municipalities';
import type { Town } from '@lofteskartan/shared/contracts/town';
import { useQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { Button } from '../../ui/button.js';
import { SelectField } from '../../ui/select-field.js';
import { ErrorState } from '../../ui/states.js';
import { TextField } from '../../ui/text-field.js';
import { ContactFields } from './contact-fields.js';
import { emptyTown, townOf, wrongIn, type NewTownDraft } from './new-town-draft.js';
import { NewTownNames } from './new-town-names.js';
import { NewTownPlace } from './new-town-place.js';
import { organisationsQuery, useCreateTown } from './town.queries.js';
import styles from './town.module.css';

/** What the server calls a field, where that differs from the draft. */
const SERVER_FIELDS: Partial<Record<keyof NewTownDraft, string>> = {
  policeName: 'police',
  officeName: 'office',
  kilometres: 'box',
  position: 'locality.position',
};
const NEW = 'ny';

interface NewTownFormProps {
  checkedBy: string;
  tiles: MapSettings['tiles'];
  onCreated: (town: Town) => void;
}

/** Adds a municipality as a draft. */
export function NewTownForm({ checkedBy, tiles, onCreated }: NewTownFormProps) {
  const { t } = useTranslation('work-town');
  const create = useCreateTown();
  const { data: organisations } = useQuery(organisationsQuery);
  const [draft, setDraft] = useState(emptyTown);
  const [key, setKey] = useState(newKey);
  const [tried, setTried] = useState(false);
  const wrong = wrongIn(draft);
  const districts = (organisations?.items ?? []).filter(({ type }) => type === 'police');
  const change = (part: Partial<NewTownDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
    // Something else is meant than what was sent before.
    setKey(newKey());
  };
  const errorOf = (field: keyof NewTownDraft) =>
    tried && wrong.has(field)
      ? t(`newTown.wrong.${field}`)
      : create.error?.messageFor(SERVER_FIELDS[field] ?? field);

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    const body = townOf(draft);
    if (body && !create.isPending) create.mutate({ body, key }, { onSuccess: onCreated });
  };
  const part = { draft, change, errorOf };

  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <NewTownNames {...part} />
      <fieldset className={styles.group}>
        <legend>{t('newTown.who')}</legend>
        <SelectField
          label={t('newTown.police')}
          hint={t('newTown.policeHow')}
          value={draft.police === '' ? NEW : draft.police}
          options={[
            { value: NEW, label: t('newTown.policeNew') },
            ...districts.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
          onChange={(police) => {
            change({ police: police === NEW ? '' : police });
          }}
        />
        {draft.police === '' && (
          <TextField
            label={t('newTown.policeName')}
            autoComplete="off"
            maxLength={120}
            value={draft.policeName}
            error={errorOf('policeName')}
            onChange={({ target: { value } }) => {
              change({ policeName: value });
            }}
          />
        )}
        <TextField
          label={t('newTown.officeName')}
          hint={t('newTown.officeNameHow')}
          autoComplete="off"
          maxLength={120}
          value={draft.officeName}
          error={errorOf('officeName')}
          onChange={({ target: { value } }) => {
            change({ officeName: value });
          }}
        />
      </fieldset>
      <NewTownPlace {...part} checkedBy={checkedBy} tiles={tiles} />
      <fieldset className={styles.group}>
        <legend>{t('contacts.title')}</legend>
        <p className={styles.soft}>{t('contacts.lead')}</p>
        <TextField
          label={t('links.police')}
          inputMode="url"
          autoComplete="off"
          value={draft.policeLink}
          error={errorOf('policeLink')}
          onChange={({ target: { value } }) => {
            change({ policeLink: value });
          }}
        />
        <ContactFields
          value={draft.contacts}
          tried={tried}
          onChange={(contacts) => {
            change({ contacts });
          }}
        />
      </fieldset>
      {tried && wrong.size > 0 && (
        <p className={styles.soft}>{t('newTown.incomplete', { count: wrong.size })}</p>
      )}
      {create.error && <ErrorState error={create.error} title={t('newTown.failed')} kept={t('kept')} />}
      <div>
        <Button type="submit" look="primary" busy={create.isPending}>
          {t('newTown.create')}
        </Button>
      </div>
    </form>
  );
}
