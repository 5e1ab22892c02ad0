import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { Town, TownLocality } from '@lofteskartan/shared/contracts/town';
import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { useEdited } from '../../platform/edited.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { PositionField } from './position-field.js';
import { positionText, readPosition } from './shape-box.js';
import { townQuery, useChangeLocality } from './town.queries.js';
import styles from './town.module.css';

interface LocalityDialogProps {
  town: Town;
  municipality: Municipality;
  /** Null for a new one. */
  locality: TownLocality | null;
  onClose: () => void;
}

/** The number of people as it is typed: '' is unknown; undefined when it is no number. */
export function readPopulation(text: string): number | null | undefined {
  const digits = text.replace(/\s/g, '');
  if (digits === '') return null;
  return /^\d{1,7}$/.test(digits) ? Number(digits) : undefined;
}

const wordsOf = (locality: TownLocality | undefined) => ({
  name: locality?.name ?? '',
  where: locality ? positionText(locality.position) : '',
  people: locality?.population?.toString() ?? '',
});
const LABELS = { name: 'name', where: 'position', people: 'population' } as const;

/** Adds a locality or changes one: name, place, how many live there. */
export function LocalityDialog({ town, municipality, locality, onClose }: LocalityDialogProps) {
  const { t } = useTranslation('work-town');
  const form = useId();
  const change = useChangeLocality(town.slug);
  const queries = useQueryClient();
  const edited = useEdited({
    saved: town,
    wordsOf: ({ localities }) => wordsOf(localities.find(({ slug }) => slug === locality?.slug)),
    read: () => queries.query({ ...townQuery(town.slug), staleTime: 0 }),
    forget: change.reset,
  });
  const { name, where, people } = edited.words;
  const [tried, setTried] = useState(false);
  const position = readPosition(where);
  const population = readPopulation(people);

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!name.trim() || !position || population === undefined || change.isPending) return;
    change.mutate(
      {
        version: edited.saved.version,
        slug: locality?.slug,
        words: { name: name.trim(), position, population },
      },
      {
        onSuccess: () => {
          toast(t('localities.saved'));
          onClose();
        },
      },
    );
  };

  return (
    <Dialog
      title={locality ? t('localities.editOf', { name: locality.name }) : t('localities.new')}
      open
      insists
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={form} look="primary" busy={change.isPending}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={send} noValidate>
        <TextField
          label={t('localities.name')}
          autoComplete="off"
          maxLength={80}
          value={name}
          error={tried && !name.trim() ? t('required') : change.error?.messageFor('name')}
          onChange={(event) => {
            edited.change({ name: event.target.value });
          }}
        />
        <PositionField
          label={t('localities.position')}
          value={where}
          onChange={(text) => {
            edited.change({ where: text });
          }}
          error={tried && !position ? t('position.wrong') : change.error?.messageFor('position')}
          ground={municipality}
          place={town.shortName}
        />
        <TextField
          label={t('localities.population')}
          optional
          inputMode="numeric"
          autoComplete="off"
          className={styles.short}
          value={people}
          error={tried && population === undefined ? t('localities.populationWrong') : undefined}
          onChange={(event) => {
            edited.change({ people: event.target.value });
          }}
        />
        <SaveFailed
          error={change.error}
          title={t('saveFailed')}
          kept={t('kept')}
          latest={edited}
          now={edited.differences.map(({ name: field, saved }) => ({
            label: t(`localities.${LABELS[field]}`),
            value: saved[field],
          }))}
        />
      </form>
    </Dialog>
  );
}
