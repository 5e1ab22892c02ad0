import type { Organisation } from '@lofteskartan/shared/contracts/staff';
import { ORGANISATION_TYPES, type OrganisationType } from '@lofteskartan/shared/vocabulary';
import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { newKey } from '../../platform/api.js';
import { useEdited } from '../../platform/edited.js';
import { Button } from '../../ui/button.js';
import { CheckboxChips } from '../../ui/chips.js';
import { Dialog } from '../../ui/dialog.js';
import { SelectField } from '../../ui/select-field.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { organisationsQuery, useSaveOrganisation } from './town.queries.js';
import styles from './town.module.css';

interface OrganisationDialogProps {
  /** Null for a new one. */
  organisation: Organisation | null;
  /** The municipalities that this person administers. */
  municipalities: readonly { slug: string; name: string }[];
  onClose: () => void;
}

interface OrganisationWords {
  name: string;
  type: OrganisationType | '';
  places: string[];
}

/** Creates an organisation or changes one: name, type, where it works. */
export function OrganisationDialog({ organisation, municipalities, onClose }: OrganisationDialogProps) {
  const { t } = useTranslation('work-town');
  const form = useId();
  const save = useSaveOrganisation();
  const [key] = useState(newKey);
  const queries = useQueryClient();
  const edited = useEdited({
    saved: organisation,
    wordsOf: (saved): OrganisationWords => ({
      name: saved?.name ?? '',
      type: saved?.type ?? '',
      places: saved?.municipalities ?? municipalities.map(({ slug }) => slug).slice(0, 1),
    }),
    read: async () => {
      const { items } = await queries.query({ ...organisationsQuery, staleTime: 0 });
      return items.find(({ slug }) => slug === organisation?.slug) ?? organisation;
    },
    forget: save.reset,
  });
  const { name, type, places } = edited.words;
  const [tried, setTried] = useState(false);
  // Where others have it work stays as it is; only what is one's own can be ticked.
  const elsewhere = places.filter((slug) => !municipalities.some((each) => each.slug === slug));

  const nameOf = (slug: string) => municipalities.find((each) => each.slug === slug)?.name ?? slug;

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!name.trim() || !type || places.length === 0 || save.isPending) return;
    const words = { name: name.trim(), type, municipalities: places };
    save.mutate(
      edited.saved
        ? { slug: edited.saved.slug, body: { ...words, version: edited.saved.version }, key }
        : { body: words, key },
      {
        onSuccess: () => {
          toast(t('organisations.saved'));
          onClose();
        },
      },
    );
  };

  return (
    <Dialog
      title={organisation ? t('organisations.editOf', { name: organisation.name }) : t('organisations.new')}
      open
      insists
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={form} look="primary" busy={save.isPending}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={send} noValidate>
        <TextField
          label={t('organisations.name')}
          autoComplete="off"
          maxLength={120}
          value={name}
          error={tried && !name.trim() ? t('required') : save.error?.messageFor('name')}
          onChange={(event) => {
            edited.change({ name: event.target.value });
          }}
        />
        <SelectField
          label={t('organisations.type')}
          hint={t('organisations.typeHow')}
          placeholder={t('pick')}
          value={type}
          options={ORGANISATION_TYPES.map((each) => ({
            value: each,
            label: t(`organisations.types.${each}`),
          }))}
          error={tried && !type ? t('required') : undefined}
          onChange={(value) => {
            edited.change({ type: value });
          }}
        />
        <CheckboxChips
          label={t('organisations.places')}
          options={municipalities.map(({ slug, name: label }) => ({ value: slug, label }))}
          value={places.filter((slug) => !elsewhere.includes(slug))}
          error={tried && places.length === 0 ? t('required') : undefined}
          onChange={(chosen) => {
            edited.change({ places: [...elsewhere, ...chosen] });
          }}
        />
        <SaveFailed
          error={save.error}
          title={t('saveFailed')}
          kept={t('kept')}
          latest={edited}
          now={edited.differences.map(({ name: field, saved }) => ({
            label: t(`organisations.${field}`),
            value:
              field === 'name'
                ? saved.name
                : field === 'type'
                  ? saved.type && t(`organisations.types.${saved.type}`)
                  : saved.places.map(nameOf).join(', '),
          }))}
        />
      </form>
    </Dialog>
  );
}
