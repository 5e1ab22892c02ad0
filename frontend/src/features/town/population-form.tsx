import type { Population } from '@lofteskartan/shared/contracts/population';
import { POPULATION_GROUPS, POPULATION_LIMITS, type PopulationBand } from '@lofteskartan/shared/population';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHeld } from '../../platform/edited.js';
import { Button } from '../../ui/button.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { draftOf, sentOf, type PopulationDraft } from './population-draft.js';
import { populationQuery, useSavePopulation } from './population.queries.js';
import styles from './town.module.css';

interface PopulationFormProps {
  municipality: string;
  population: Population;
  /** The year that is written about; empty for a new one. */
  year: string;
  onDone: () => void;
}

/** The population of a year: where the figures come from, and how many there are of each group. */
export function PopulationForm({ municipality, population, year, onDone }: PopulationFormProps) {
  const { t } = useTranslation(['work-population', 'dialogue-outcomes']);
  const queries = useQueryClient();
  const save = useSavePopulation(municipality);
  const held = useHeld({
    saved: population,
    read: () => queries.query({ ...populationQuery(municipality), staleTime: 0 }),
    forget: save.reset,
  });
  const [draft, setDraft] = useState(() => draftOf(population.years, year));
  const [tried, setTried] = useState(false);
  const { sent, wrong } = sentOf(draft);
  const isEmpty = Object.keys(sent.bands).length === 0;
  const change = (next: Partial<PopulationDraft>) => {
    setDraft({ ...draft, ...next });
  };
  const faultOf = (band: PopulationBand) =>
    tried && wrong.includes(band) ? t('notANumber') : save.error?.messageFor(`bands.${band}`);
  const put = () => {
    setTried(true);
    if (wrong.length > 0 || sent.source === '' || save.isPending) return;
    save.mutate(Object.assign({ version: held.saved.version }, sent), {
      onSuccess: () => {
        toast(t(isEmpty ? 'removed' : 'saved'));
        onDone();
      },
    });
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        put();
      }}
    >
      <div className={styles.short}>
        <TextField
          label={t('year')}
          hint={t('yearHint')}
          inputMode="numeric"
          maxLength={4}
          value={draft.year}
          readOnly={year !== ''}
          error={tried && wrong.includes('year') ? t('notAYear') : save.error?.messageFor('year')}
          onChange={(event) => {
            change({ year: event.target.value });
          }}
        />
      </div>
      <TextField
        label={t('source')}
        hint={t('sourceHint')}
        maxLength={POPULATION_LIMITS.sourceCharacters}
        value={draft.source}
        error={tried && sent.source === '' ? t('missing') : save.error?.messageFor('source')}
        onChange={(event) => {
          change({ source: event.target.value });
        }}
      />
      {(['sex', 'age'] as const).map((group) => (
        <fieldset key={group} className={styles.group}>
          <legend>{t(`group.${group}`)}</legend>
          {POPULATION_GROUPS[group].map((band) => (
            <div key={band} className={styles.short}>
              <TextField
                label={t(`dialogue-outcomes:band.${band}`)}
                inputMode="numeric"
                value={draft.figures[band] ?? ''}
                error={faultOf(band)}
                onChange={(event) => {
                  change({ figures: { ...draft.figures, [band]: event.target.value } });
                }}
              />
            </div>
          ))}
        </fieldset>
      ))}
      <p className={styles.soft}>{t(year === '' ? 'wholeGroups' : 'wholeGroupsOrNone')}</p>
      <SaveFailed error={save.error} title={t('notSaved')} latest={held} />
      <div className={styles.row}>
        <Button type="submit" look="primary" busy={save.isPending}>
          {t(isEmpty && year !== '' ? 'remove' : 'save')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
