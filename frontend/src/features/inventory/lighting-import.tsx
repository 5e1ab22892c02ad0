import type { LightingLine, LightingReport } from '@lofteskartan/shared/contracts/lighting';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { readText } from '../../platform/read-text.js';
import { Button } from '../../ui/button.js';
import { CheckboxChips } from '../../ui/chips.js';
import { ErrorState } from '../../ui/states.js';
import { Table } from '../../ui/table.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import styles from './inventory.module.css';
import { useImportLighting, usePreviewLighting } from './lighting.queries.js';

/** Bytes of the largest file, as the server takes it. */
const MOST_BYTES = 1_500_000;

/** A file of lamps: chosen, told line by line, then kept. */
export function LightingImport({ municipality, onDone }: { municipality: string; onDone: () => void }) {
  const { t } = useTranslation('work-inventory');
  const preview = usePreviewLighting();
  const save = useImportLighting();
  const [key] = useState(newKey);
  const [file, setFile] = useState<string | null>(null);
  const [isTooLarge, setTooLarge] = useState(false);
  const [whole, setWhole] = useState(false);
  const body = { municipality, file: file ?? '', whole };
  const error = save.error ?? preview.error;
  return (
    <form
      className={styles.part}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (file !== null && !preview.isPending) preview.mutate(body);
      }}
    >
      <div className={styles.form}>
        <TextField
          type="file"
          label={t('lighting.file')}
          hint={t('lighting.fileHint')}
          accept=".csv,.txt,.json,.geojson"
          error={isTooLarge ? t('lighting.tooLarge') : error?.messageFor('file')}
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            preview.reset();
            setFile(null);
            setTooLarge(chosen !== undefined && chosen.size > MOST_BYTES);
            if (chosen && chosen.size <= MOST_BYTES) void readText(chosen).then(setFile);
          }}
        />
        <CheckboxChips
          label={t('lighting.whole')}
          stacked
          value={whole ? ['whole'] : []}
          options={[{ value: 'whole', label: t('lighting.wholeYes'), note: t('lighting.wholeYesNote') }]}
          onChange={(values) => {
            preview.reset();
            setWhole(values.length > 0);
          }}
        />
        <div>
          <Button
            type="submit"
            look={preview.data ? 'secondary' : 'primary'}
            disabled={file === null}
            busy={preview.isPending}
          >
            {t('lighting.preview')}
          </Button>
        </div>
      </div>
      {error && <ErrorState error={error} title={t('lighting.failed')} />}
      {preview.data && (
        <>
          <Report report={preview.data} />
          <div>
            <Button
              look="primary"
              busy={save.isPending}
              disabled={preview.data.accepted + preview.data.removed === 0}
              onClick={() => {
                save.mutate(
                  { ...body, key },
                  {
                    onSuccess: () => {
                      toast(t('lighting.saved'));
                      onDone();
                    },
                  },
                );
              }}
            >
              {t('lighting.save')}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}

function Report({ report: { accepted, refused, removed, lines } }: { report: LightingReport }) {
  const { t } = useTranslation('work-inventory');
  const sums = [
    t('lighting.accepted', { count: accepted }),
    refused > 0 && t('lighting.refused', { count: refused }),
    removed > 0 && t('lighting.removed', { count: removed }),
  ];
  return (
    <section className={styles.part} aria-live="polite">
      <h2>{t('lighting.report')}</h2>
      <p>{sums.filter(Boolean).join('. ')}.</p>
      <Table<LightingLine>
        caption={t('lighting.report')}
        captionHidden
        rows={lines}
        rowKey={({ line }) => String(line)}
        columns={[
          { key: 'line', head: t('lighting.line'), cell: ({ line }) => String(line) },
          { key: 'number', head: t('lighting.number'), cell: ({ number }) => number },
          { key: 'name', head: t('lighting.name'), cell: ({ name }) => name },
          { key: 'state', head: t('lighting.state'), cell: ({ state }) => t(`lighting.states.${state}`) },
          {
            key: 'why',
            head: t('lighting.why'),
            cell: ({ faults }) => faults.map(({ column, message }) => `${column}: ${message}`).join(' '),
          },
        ]}
      />
    </section>
  );
}
