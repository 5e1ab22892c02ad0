import type { PopulationLine, PopulationReport } from '@lofteskartan/shared/contracts/population';
import { POPULATION_COLUMNS, POPULATION_GROUP_WORDS } from '@lofteskartan/shared/population';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { ErrorState } from '../../ui/states.js';
import { Table } from '../../ui/table.js';
import { toast } from '../../ui/toast.js';
import { FileField } from './file-field.js';
import { useImportPopulation, usePreviewPopulation } from './population.queries.js';
import styles from './town.module.css';

interface PopulationImportProps {
  municipality: string;
  version: number;
  onDone: () => void;
}

/** A file of populations: chosen, told line by line, then kept. */
export function PopulationImport({ municipality, version, onDone }: PopulationImportProps) {
  const { t } = useTranslation('work-population');
  const { list } = useFormats();
  const preview = usePreviewPopulation(municipality);
  const save = useImportPopulation(municipality);
  const [key] = useState(newKey);
  const [file, setFile] = useState('');
  const error = save.error ?? preview.error;
  const fileFault = error?.messageFor('file');
  return (
    <div className={styles.form}>
      <FileField
        label={t('file')}
        hint={t('fileHint', { columns: list(POPULATION_COLUMNS), groups: list(POPULATION_GROUP_WORDS) })}
        accept=".csv,.txt"
        error={fileFault}
        onText={(text) => {
          setFile(text);
          save.reset();
          preview.mutate(text);
        }}
      />
      {error && !fileFault && <ErrorState error={error} title={t('fileFailed')} />}
      {preview.data && (
        <>
          <Report report={preview.data} />
          <div className={styles.row}>
            <Button
              look="primary"
              busy={save.isPending}
              disabled={preview.data.accepted === 0}
              onClick={() => {
                save.mutate(
                  { file, version, key },
                  {
                    onSuccess: () => {
                      toast(t('saved'));
                      onDone();
                    },
                  },
                );
              }}
            >
              {t('keepLines', { count: preview.data.accepted })}
            </Button>
          </div>
        </>
      )}
      <div>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </div>
  );
}

function Report({ report: { accepted, refused, lines } }: { report: PopulationReport }) {
  const { t } = useTranslation(['work-population', 'dialogue-outcomes']);
  const { number } = useFormats();
  return (
    <section className={styles.parts} aria-live="polite">
      <h3>{t('report')}</h3>
      <p>
        {t('accepted', { count: accepted })} {refused > 0 && t('refused', { count: refused })}
      </p>
      <Table<PopulationLine>
        caption={t('report')}
        captionHidden
        rows={lines}
        rowKey={({ line }) => String(line)}
        columns={[
          { key: 'line', head: t('line'), cell: ({ line }) => String(line) },
          { key: 'year', head: t('year'), cell: ({ year }) => year ?? '' },
          { key: 'band', head: t('band'), cell: ({ band }) => band && t(`dialogue-outcomes:band.${band}`) },
          {
            key: 'people',
            head: t('people'),
            numeric: true,
            cell: ({ people }) => (people === null ? '' : number(people)),
          },
          { key: 'state', head: t('state'), cell: ({ state }) => t(`states.${state}`) },
          {
            key: 'why',
            head: t('why'),
            cell: ({ faults }) =>
              faults.map(({ column, message }) => (column ? `${column}: ${message}` : message)).join(' '),
          },
        ]}
      />
    </section>
  );
}
