import type { Municipality, NamedPlace } from '@lofteskartan/shared/contracts/municipalities';
import { LocateFixed, MapPin } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMyPosition, type Found } from '../../map/my-position.js';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { SelectField } from '../../ui/select-field.js';
import styles from './log.module.css';
import type { LogDraft, Where } from './log-draft.js';

const NO_OUTLINE = {};
const PlaceDialog = lazy(() => import('../../map/place-dialog.js'));

interface WhereDetailProps {
  where: Where;
  draft: LogDraft;
  change: (part: Partial<LogDraft>) => void;
  municipality: Municipality | undefined;
  places: readonly NamedPlace[];
  fault: string | undefined;
}

/** The key of what is missing, or null. */
export function whereFault(
  where: Where,
  draft: LogDraft,
): 'log.here.missing' | 'log.map.missing' | 'log.localityMissing' | undefined {
  if (where === 'here' && !draft.position) return 'log.here.missing';
  if (where === 'map' && !draft.position) return 'log.map.missing';
  if (where === 'locality' && !draft.locality) return 'log.localityMissing';
  return undefined;
}

function Here({ draft, change, municipality, fault }: Omit<WhereDetailProps, 'where' | 'places'>) {
  const { t } = useTranslation('work-activities');
  const { distance } = useFormats();
  const found = useCallback(
    ({ position }: Found) => {
      change({ position });
    },
    [change],
  );
  const { ask, ...mine } = useMyPosition(municipality?.boundary ?? NO_OUTLINE, found);
  const mayAsk = municipality !== undefined && draft.position === null;
  useEffect(
    function askAtOnce() {
      // Choosing "here" is the press that asks.
      if (mayAsk) ask();
    },
    [ask, mayAsk],
  );
  return (
    <div className={styles.detail}>
      <Button
        busy={mine.state === 'asking'}
        icon={<LocateFixed size={20} aria-hidden="true" />}
        onClick={ask}
      >
        {mine.state === 'asking' ? t('log.here.asking') : t('log.here.ask')}
      </Button>
      {draft.position && (
        <Notice tone="success" announced>
          {t('log.here.found', { distance: distance(mine.found?.accuracy ?? 25) })}
        </Notice>
      )}
      {mine.fault && <Notice tone="error">{t('log.here.failed')}</Notice>}
      {fault && !mine.fault && <Notice tone="error">{fault}</Notice>}
    </div>
  );
}

function OnMap({ draft, change, municipality, places, fault }: Omit<WhereDetailProps, 'where'>) {
  const { t } = useTranslation('work-activities');
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.detail}>
      <Button
        icon={<MapPin size={20} aria-hidden="true" />}
        aria-haspopup="dialog"
        disabled={!municipality}
        onClick={() => {
          setOpen(true);
        }}
      >
        {draft.position ? t('log.map.again') : t('log.map.open')}
      </Button>
      {draft.position && (
        <Notice tone="success" announced>
          {t('log.map.found')}
        </Notice>
      )}
      {fault && <Notice tone="error">{fault}</Notice>}
      {isOpen && municipality && (
        <Suspense fallback={null}>
          <PlaceDialog
            title={t('log.map.title')}
            ground={municipality}
            place={municipality.shortName}
            places={places}
            start={draft.position ?? undefined}
            onPick={(position) => {
              change({ position });
              setOpen(false);
            }}
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}

/** What the chosen way of telling the place needs. */
export function WhereDetail({ where, ...rest }: WhereDetailProps) {
  const { t } = useTranslation('work-activities');
  const { compare } = useFormats();
  if (where === 'here') return <Here {...rest} />;
  if (where === 'map') return <OnMap {...rest} />;
  if (where !== 'locality') return null;
  const localities = [...(rest.municipality?.localities ?? [])].sort((a, b) => compare(a.name, b.name));
  return (
    <SelectField
      label={t('log.locality')}
      placeholder={t('log.localityPick')}
      value={rest.draft.locality}
      options={localities.map(({ slug, name }) => ({ value: slug, label: name }))}
      error={rest.fault}
      onChange={(locality) => {
        rest.change({ locality });
      }}
    />
  );
}
