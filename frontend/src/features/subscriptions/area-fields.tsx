import type { Municipality, NamedPlace } from '@lofteskartan/shared/contracts/municipalities';
import { SUBSCRIPTION_LIMITS } from '@lofteskartan/shared/vocabulary';
import { MapPin } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { Notice } from '../../ui/notice.js';
import { SelectField } from '../../ui/select-field.js';
import styles from './subscriptions.module.css';
import type { AreaKind, WatchedArea } from './watched-area.js';

const PlaceDialog = lazy(() => import('../../map/place-dialog.js'));
const KINDS: readonly AreaKind[] = ['locality', 'point', 'municipality'];

export interface AreaFieldsProps {
  municipality: Municipality;
  places: readonly NamedPlace[];
  area: WatchedArea;
  /** True after a try to send an area that is not whole. */
  tried: boolean;
  onChange: (area: WatchedArea) => void;
}

/** Which area: a locality, 500 m around a point, or all of the municipality. */
export function AreaFields({ municipality, places, area, tried, onChange }: AreaFieldsProps) {
  const { t } = useTranslation('watch');
  const { compare } = useFormats();
  const localities = [...municipality.localities].sort((a, b) => compare(a.name, b.name));
  return (
    <>
      <RadioChips
        label={t('area.label')}
        value={area.kind}
        options={KINDS.map((kind) => ({
          value: kind,
          label: t(`area.${kind}`, {
            name: municipality.shortName,
            metres: SUBSCRIPTION_LIMITS.radiusMetres,
          }),
        }))}
        onChange={(kind) => {
          onChange({ ...area, kind });
        }}
      />
      {area.kind === 'locality' && (
        <SelectField
          label={t('locality.label')}
          placeholder={t('locality.pick')}
          value={area.locality}
          options={localities.map(({ slug, name }) => ({ value: slug, label: name }))}
          error={tried && area.locality === '' && t('locality.missing')}
          onChange={(locality) => {
            onChange({ ...area, locality });
          }}
        />
      )}
      {area.kind === 'point' && (
        <Point {...{ municipality, places, area, onChange }} missing={tried && area.position === null} />
      )}
    </>
  );
}

function Point({
  municipality,
  places,
  area,
  missing,
  onChange,
}: Omit<AreaFieldsProps, 'tried'> & { missing: boolean }) {
  const { t } = useTranslation('watch');
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
  };
  return (
    <div className={styles.point}>
      <p className={styles.soft}>{t('point.how', { metres: SUBSCRIPTION_LIMITS.squareMetres })}</p>
      <Button
        icon={<MapPin size={20} aria-hidden="true" />}
        aria-haspopup="dialog"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t(area.position ? 'point.again' : 'point.open')}
      </Button>
      {area.position && (
        <Notice tone="success" announced>
          {t('point.found')}
        </Notice>
      )}
      {missing && <Notice tone="error">{t('point.missing')}</Notice>}
      {isOpen && (
        <Suspense fallback={null}>
          <PlaceDialog
            title={t('point.title')}
            ground={municipality}
            place={municipality.shortName}
            places={places}
            start={area.position ?? undefined}
            onPick={(position) => {
              onChange({ ...area, position });
              close();
            }}
            onClose={close}
          />
        </Suspense>
      )}
    </div>
  );
}
