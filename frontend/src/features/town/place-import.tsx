import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { TownPlacePage } from '@lofteskartan/shared/contracts/place-list';
import type { Town } from '@lofteskartan/shared/contracts/town';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { Button } from '../../ui/button.js';
import { CheckboxChips } from '../../ui/chips.js';
import { SkeletonBlock } from '../../ui/skeleton.js';
import { ErrorState } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import { FileField } from './file-field.js';
import { useImportPlaces, usePreviewPlaces } from './place-list.queries.js';
import { PlaceReportView } from './place-report.js';
import styles from './town.module.css';

const PlaceMap = lazy(() => import('./place-map.js'));

interface PlaceImportProps {
  town: Town;
  municipality: Municipality;
  list: TownPlacePage;
}

/** Takes a file of places, shows what it would do, and does it when that is what was meant. */
export function PlaceImport({ town, municipality, list }: PlaceImportProps) {
  const { t } = useTranslation(['work-places', 'work-town']);
  const preview = usePreviewPlaces(town.slug);
  const save = useImportPlaces(town.slug);
  const key = useRef(newKey());
  const [text, setText] = useState('');
  const [removes, setRemoves] = useState(false);
  const report = preview.data;
  const willRemove = removes && report?.refused === 0 ? report.others.length : 0;
  const willDo = report ? report.added + report.changed + willRemove : 0;
  const begin = () => {
    key.current = newKey();
    save.reset();
    preview.reset();
    setRemoves(false);
  };
  return (
    <section className={styles.form} aria-labelledby="places-import">
      <h2 id="places-import">{t('import.title')}</h2>
      <p className={styles.soft}>{t('import.how')}</p>
      <FileField
        label={t('import.file')}
        hint={t('import.fileHow')}
        accept=".csv,.txt,.geojson,.json,text/csv,application/geo+json,application/json"
        onText={(given) => {
          begin();
          setText(given);
          preview.mutate(given);
        }}
      />
      {preview.error && <ErrorState error={preview.error} title={t('work-town:shape.checkFailed')} />}
      {report && <PlaceReportView report={report} />}
      {report && report.lines.some(({ position }) => position) && (
        <Suspense fallback={<SkeletonBlock height="20rem" />}>
          <PlaceMap
            key={text}
            label={t('import.map', { place: town.shortName })}
            municipality={municipality}
            lines={report.lines}
          />
        </Suspense>
      )}
      {report && report.others.length > 0 && (
        <>
          {report.refused > 0 ? (
            <p className={styles.soft}>{t('import.othersNot')}</p>
          ) : (
            <CheckboxChips
              label={t('import.others', { count: report.others.length })}
              hint={report.others
                .slice(0, 12)
                .map(({ name }) => name)
                .concat(report.others.length > 12 ? ['…'] : [])
                .join(', ')}
              value={removes ? ['remove'] : []}
              options={[{ value: 'remove', label: t('import.remove', { count: report.others.length }) }]}
              onChange={(chosen) => {
                key.current = newKey();
                setRemoves(chosen.length > 0);
              }}
            />
          )}
        </>
      )}
      {save.error && <ErrorState error={save.error} title={t('work-town:saveFailed')} />}
      {report && report.faults.length === 0 && (
        <div className={styles.row}>
          {willDo > 0 ? (
            <Button
              look="primary"
              busy={save.isPending}
              onClick={() => {
                if (save.isPending) return;
                const body = { text, version: list.version, removeOthers: willRemove > 0 };
                save.mutate(
                  { body, key: key.current },
                  {
                    onSuccess: () => {
                      begin();
                      toast(t('import.saved'));
                    },
                    onError: () => {
                      key.current = newKey();
                    },
                  },
                );
              }}
            >
              {t('import.save', { count: willDo })}
            </Button>
          ) : (
            <p>{t('import.nothing')}</p>
          )}
          <Button onClick={begin}>{t('work-town:cancel')}</Button>
        </div>
      )}
    </section>
  );
}
