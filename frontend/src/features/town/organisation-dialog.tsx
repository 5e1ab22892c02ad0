import type { Organisation } from '@lofteskartan/shared/contracts/staff';
import { ORGANISATION_TYPES, type OrganisationType } from '@lofteskartan/shared/vocabulary';
import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { Button } from '../../ui/button.js';
import { CheckboxChips } from '../../ui/chips.js';
import { Dialog } from '../../ui/dialog.js';
import { SelectField } from '../../ui/select-field.js';
import { ErrorState } from '../../ui/states.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useSaveOrganisation } from './town.queries.js';
import styles from './town.module.css';

interface OrganisationDialogProps {
  /** Null for a new one. */
  organisation: Organisation | null;
  /** The municipalities that this person administers. */
  municipalities: readonly { slug: string; name: string }[];
  onClose: () => void;
}

/** Creates an organisation or changes one: name, type, where it works. */
export function OrganisationDialog({ organisation, municipalities, onClose }: OrganisationDialogProps) {
  const { t } = useTranslation('work-town');
  const form = useId();
  const save = useSaveOrganisation();
  const [key] = useState(newKey);
  const [name, setName] = useState(organisation?.name ?? '');
  const [type, setType] = useState<OrganisationType | ''>(organisation?.type ?? '');
  const [places, setPlaces] = useState<string[]>(
    organisation?.municipalities ?? municipalities.map(({ slug }) => slug).slice(0, 1),
  );
  const [tried, setTried] = useState(false);
  // Where others have it work stays as it is; only what is one's own can be ticked.
  const elsewhere = places.filter((slug) => !municipalities.some((each) => each.slug === slug));

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!name.trim() || !type || places.length === 0 || save.isPending) return;
    const words = { name: name.trim(), type, municipalities: places };
    save.mutate(
      organisation
        ? { slug: organisation.slug, body: { ...words, version: organisation.version }, key }
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
            setName(event.target.value);
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
          onChange={setType}
        />
        <CheckboxChips
          label={t('organisations.places')}
          options={municipalities.map(({ slug, name: label }) => ({ value: slug, label }))}
          value={places.filter((slug) => !elsewhere.includes(slug))}
          error={tried && places.length === 0 ? t('required') : undefined}
          onChange={(chosen) => {
            setPlaces([...elsewhere, ...chosen]);
          }}
        />
        {save.error && <ErrorState error={save.error} title={t('saveFailed')} kept={t('kept')} />}
      </form>
    </Dialog>
  );
}
