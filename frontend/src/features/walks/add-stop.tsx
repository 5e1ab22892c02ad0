import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { StaffWalk } from '@lofteskartan/shared/contracts/safety-walks';
import { INVENTORY_LIMITS } from '@lofteskartan/shared/inventory';
import type { Position } from '@lofteskartan/shared/position';
import { useQuery } from '@tanstack/react-query';
import { MapPinPlus, Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { SelectField } from '../../ui/select-field.js';
import { ErrorState } from '../../ui/states.js';
import { TextField } from '../../ui/text-field.js';
import { useAddStop, walkPlacesQuery } from './walks.queries.js';
import styles from './walks.module.css';

const PlaceDialog = lazy(() => import('../../map/place-dialog.js'));
const NO_PLACES: [] = [];

interface AddStopProps {
  walk: StaffWalk;
  municipality: Municipality | undefined;
}

/** Another stop, last in order: a place of the inventory, or a new point on the map. */
export function AddStop({ walk, municipality }: AddStopProps) {
  const { t } = useTranslation('work-walks');
  const { data } = useQuery(walkPlacesQuery(walk.municipality));
  const add = useAddStop(walk.reference);
  const [isNew, setNew] = useState(false);
  const taken = walk.stops.flatMap(({ place }) => place?.reference ?? []);
  const places = (data?.items ?? NO_PLACES).filter(({ reference }) => !taken.includes(reference));
  if (isNew)
    return (
      <NewPoint
        walk={walk}
        municipality={municipality}
        onDone={() => {
          setNew(false);
        }}
      />
    );
  return (
    <div className={styles.stack}>
      {places.length > 0 ? (
        <SelectField
          label={t('stops.add')}
          value=""
          placeholder={t('stops.choose')}
          disabled={add.isPending}
          options={places.map(({ reference, name }) => ({ value: reference, label: name }))}
          onChange={(place) => {
            add.mutate({ place });
          }}
        />
      ) : (
        data && <p className={styles.soft}>{t('stops.noPlaces')}</p>
      )}
      {add.error && <ErrorState error={add.error} title={t('stops.notSaved')} />}
      <div>
        <Button
          icon={<Plus size={18} aria-hidden="true" />}
          onClick={() => {
            setNew(true);
          }}
        >
          {t('stops.addNew')}
        </Button>
      </div>
    </div>
  );
}

function NewPoint({ walk, municipality, onDone }: AddStopProps & { onDone: () => void }) {
  const { t } = useTranslation('work-walks');
  const add = useAddStop(walk.reference);
  const [name, setName] = useState('');
  const [position, setPosition] = useState<Position | null>(null);
  const [isPicking, setPicking] = useState(false);
  const [tried, setTried] = useState(false);
  const isWhole = name.trim() !== '' && position !== null;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isWhole && !add.isPending) add.mutate({ name, position }, { onSuccess: onDone });
      }}
    >
      <TextField
        label={t('stops.newName')}
        hint={t('stops.newNameHint')}
        maxLength={INVENTORY_LIMITS.nameCharacters}
        value={name}
        error={tried && !name.trim() ? t('form.missing') : add.error?.messageFor('name')}
        onChange={(event) => {
          setName(event.target.value);
        }}
      />
      <div className={styles.actions}>
        <Button
          icon={<MapPinPlus size={18} aria-hidden="true" />}
          disabled={!municipality}
          onClick={() => {
            setPicking(true);
          }}
        >
          {t('stops.point')}
        </Button>
        {position && <span role="status">{t('stops.pointed')}</span>}
        {tried && !position && <span role="alert">{t('out.needPosition')}</span>}
      </div>
      {add.error && <ErrorState error={add.error} title={t('stops.notSaved')} />}
      <div className={styles.actions}>
        <Button type="submit" look="primary" busy={add.isPending}>
          {t('stops.save')}
        </Button>
        <Button onClick={onDone}>{t('stops.cancel')}</Button>
      </div>
      {municipality && isPicking && (
        <Suspense fallback={null}>
          <PlaceDialog
            title={t('stops.point')}
            ground={municipality}
            place={municipality.shortName}
            places={NO_PLACES}
            start={walk.stops.at(-1)?.position ?? walk.meetingPosition ?? undefined}
            onPick={(picked) => {
              setPosition(picked);
              setPicking(false);
            }}
            onClose={() => {
              setPicking(false);
            }}
          />
        </Suspense>
      )}
    </form>
  );
}
