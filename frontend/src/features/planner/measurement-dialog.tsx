import type { StretchDetail } from '@lofteskartan/shared/contracts/stretches';
import type { MeasurementReport, UploadMeasurement } from '@lofteskartan/shared/contracts/speed-measurements';
import {
  MEASUREMENT_LIMITS,
  MEASUREMENT_SOURCES,
  type MeasurementSource,
  MEASURERS,
  type Measurer,
} from '@lofteskartan/shared/measurements';
import { SPEED_LIMITS, type SpeedLimit } from '@lofteskartan/shared/vocabulary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { readText } from '../../platform/read-text.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { SelectField } from '../../ui/select-field.js';
import { ErrorState } from '../../ui/states.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { Report } from './measurement-report.js';
import { usePreviewMeasurement, useStoreMeasurement } from './measurements.queries.js';
import styles from './planner.module.css';

interface MeasurementDialogProps {
  municipality: string;
  stretch: StretchDetail;
  onClose: () => void;
}

/** The choice of all directions of a file. */
const all = '*';

/** Brings in a file of measured speeds: chosen, looked at, then kept. */
export default function MeasurementDialog({ municipality, stretch, onClose }: MeasurementDialogProps) {
  const { t } = useTranslation('work-measurements');
  const { number } = useFormats();
  const preview = usePreviewMeasurement(municipality, stretch.id);
  const store = useStoreMeasurement(municipality, stretch.id);
  const [source, setSource] = useState<MeasurementSource>('speed-display');
  const [measuredBy, setMeasuredBy] = useState<Measurer>('municipality');
  const [direction, setDirection] = useState('');
  const [limit, setLimit] = useState(stretch.postedLimit === null ? '' : String(stretch.postedLimit));
  const [onlyDirection, setOnlyDirection] = useState<string>(all);
  const [file, setFile] = useState<string | null>(null);
  const [isTooLarge, setTooLarge] = useState(false);
  // Stays while the file is looked at anew for another of its directions.
  const [report, setReport] = useState<MeasurementReport | null>(null);
  const bodyWith = (only: string): UploadMeasurement => {
    const postedLimit = SPEED_LIMITS.find((each): each is SpeedLimit => String(each) === limit);
    return {
      source,
      measuredBy,
      file: file ?? '',
      ...(direction.trim() ? { direction: direction.trim() } : {}),
      ...(postedLimit ? { postedLimit } : {}),
      ...(only === all ? {} : { onlyDirection: only }),
    };
  };
  const changed =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      setReport(null);
      set(value);
    };
  const look = (only: string) => {
    preview.mutate(bodyWith(only), { onSuccess: setReport });
  };
  const error = store.error ?? preview.error;
  const save = () => {
    store.mutate(bodyWith(onlyDirection), {
      onSuccess: () => {
        toast(t('upload.saved'));
        onClose();
      },
    });
  };
  return (
    <Dialog
      open
      wide
      title={t('upload.title')}
      onClose={onClose}
      actions={
        report ? (
          <Button
            look="primary"
            busy={store.isPending}
            disabled={!report.figures || report.alreadyThere || preview.isPending}
            onClick={save}
          >
            {t('upload.save')}
          </Button>
        ) : (
          <Button
            look="primary"
            busy={preview.isPending}
            disabled={file === null}
            onClick={() => {
              look(onlyDirection);
            }}
          >
            {t('upload.preview')}
          </Button>
        )
      }
    >
      <div className={styles.form}>
        <p>{t('upload.how')}</p>
        <TextField
          type="file"
          label={t('upload.file')}
          hint={t('upload.fileHint')}
          accept=".csv,.txt,.tsv"
          error={isTooLarge ? t('upload.tooLarge') : error?.messageFor('file')}
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            const fits = chosen !== undefined && chosen.size <= MEASUREMENT_LIMITS.fileCharacters;
            setReport(null);
            preview.reset();
            setOnlyDirection(all);
            setFile(null);
            setTooLarge(chosen !== undefined && !fits);
            if (fits) void readText(chosen).then(setFile);
          }}
        />
        <div className={styles.two}>
          <SelectField
            label={t('upload.source')}
            value={source}
            options={MEASUREMENT_SOURCES.map((value) => ({ value, label: t(`source.${value}`) }))}
            onChange={changed(setSource)}
          />
          <SelectField
            label={t('upload.by')}
            value={measuredBy}
            options={MEASURERS.map((value) => ({ value, label: t(`by.${value}`) }))}
            onChange={changed(setMeasuredBy)}
          />
          <SelectField
            label={t('upload.limit')}
            value={limit === '' ? all : limit}
            options={[
              { value: all, label: t('upload.limitNone') },
              ...SPEED_LIMITS.map((each) => ({ value: String(each), label: t('speed', { speed: each }) })),
            ]}
            onChange={changed((value: string) => {
              setLimit(value === all ? '' : value);
            })}
          />
        </div>
        <TextField
          label={t('upload.direction')}
          hint={t('upload.directionHint')}
          optional
          value={direction}
          maxLength={MEASUREMENT_LIMITS.directionCharacters}
          onChange={({ target }) => {
            setDirection(target.value);
          }}
        />
        {error && (
          <ErrorState error={error} title={t(store.error ? 'upload.saveFailed' : 'upload.previewFailed')} />
        )}
        {report && report.directions.length > 1 && (
          <SelectField
            label={t('upload.onlyDirection')}
            value={onlyDirection}
            options={[
              {
                value: all,
                label: t('upload.allDirections', {
                  lines: number(report.directions.reduce((sum, { lines }) => sum + lines, 0)),
                }),
              },
              ...report.directions.map((each) => ({
                value: each.direction,
                label: t('upload.oneDirection', { direction: each.direction, lines: number(each.lines) }),
              })),
            ]}
            onChange={(value) => {
              setOnlyDirection(value);
              look(value);
            }}
          />
        )}
        {report && <Report report={report} limit={limit === '' ? null : Number(limit)} />}
      </div>
    </Dialog>
  );
}
