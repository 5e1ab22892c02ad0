import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { ShapeKind } from '@lofteskartan/shared/contracts/shapes';
import type { Town } from '@lofteskartan/shared/contracts/town';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { useHeld } from '../../platform/edited.js';
import { Button } from '../../ui/button.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { SkeletonBlock } from '../../ui/skeleton.js';
import { ErrorState } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import { FileField } from './file-field.js';
import { FormerShapes } from './former-shapes.js';
import { ShapeReportView } from './shape-report.js';
import { townQuery, useCheckShape, useReplaceShape } from './town.queries.js';
import styles from './town.module.css';

const ShapeMap = lazy(() => import('./shape-map.js'));

interface ShapeImportProps {
  town: Town;
  kind: ShapeKind;
  municipality: Municipality;
}

/** Takes a file, shows what it holds on the map, and saves it when that is what was meant. */
export function ShapeImport({ town, kind, municipality }: ShapeImportProps) {
  const { t } = useTranslation('work-town');
  const check = useCheckShape(town.slug, kind);
  const replace = useReplaceShape(town.slug, kind);
  const [text, setText] = useState<string | null>(null);
  const queries = useQueryClient();
  const held = useHeld({
    saved: town,
    read: () => queries.query({ ...townQuery(town.slug), staleTime: 0 }),
    forget: replace.reset,
    follows: text === null,
  });
  const shape = check.data?.shape ?? null;
  const shown = shape ?? (kind === 'outline' ? municipality.boundary : municipality.sketch);

  const save = () => {
    if (text === null || replace.isPending) return;
    replace.mutate(
      { text, version: held.saved.version },
      {
        onSuccess: () => {
          setText(null);
          check.reset();
          toast(t(`shape.saved.${kind}`));
        },
      },
    );
  };

  return (
    <fieldset className={styles.group}>
      <legend>{t(`shape.title.${kind}`)}</legend>
      <p className={styles.soft}>{t(`shape.how.${kind}`)}</p>
      <FileField
        label={t('shape.file')}
        hint={t('shape.fileHow')}
        accept=".geojson,.json,application/geo+json,application/json"
        onText={(given) => {
          setText(given);
          replace.reset();
          check.mutate(given);
        }}
      />
      {check.error && <ErrorState error={check.error} title={t('shape.checkFailed')} />}
      {check.data && <ShapeReportView report={check.data} />}
      <Suspense fallback={<SkeletonBlock height="20rem" />}>
        <ShapeMap
          // A map reads its ground when it is made.
          key={shape ? 'new' : `now ${String(town.version)}`}
          label={t(shape ? 'shape.mapNew' : 'shape.mapNow', { place: town.shortName })}
          boundary={kind === 'outline' ? shown : municipality.boundary}
          sketch={kind === 'sketch' ? shown : municipality.sketch}
          localities={municipality.localities}
          settings={municipality.map}
        />
      </Suspense>
      {shape && (
        <div className={styles.row}>
          <Button look="primary" busy={replace.isPending} onClick={save}>
            {t(`shape.save.${kind}`)}
          </Button>
          <Button
            onClick={() => {
              setText(null);
              check.reset();
            }}
          >
            {t('cancel')}
          </Button>
        </div>
      )}
      <SaveFailed error={replace.error} title={t('saveFailed')} latest={held} />
      <FormerShapes town={town} kind={kind} />
    </fieldset>
  );
}
