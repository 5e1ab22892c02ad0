import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { TownPlace, TownPlacePage } from '@lofteskartan/shared/contracts/place-list';
import type { Town } from '@lofteskartan/shared/contracts/town';
import type { ListedType } from '@lofteskartan/shared/vocabulary';
import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { useEdited } from '../../platform/edited.js';
import { Button } from '../../ui/button.js';
import { CheckboxChips, RadioChips } from '../../ui/chips.js';
import { Dialog } from '../../ui/dialog.js';
import { SelectField } from '../../ui/select-field.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { FileField } from './file-field.js';
import { placeListQuery, useChangePlace } from './place-list.queries.js';
import { PLACE_TYPES } from './place-search.js';
import { PositionField } from './position-field.js';
import { positionText, readPosition } from './shape-box.js';
import styles from './town.module.css';

interface PlaceDialogProps {
  town: Town;
  municipality: Municipality;
  list: TownPlacePage;
  /** Null for a new one. */
  place: TownPlace | null;
  onClose: () => void;
}

interface PlaceWords {
  type: ListedType;
  name: string;
  locality: string;
  where: string;
}

const wordsOf = (place: TownPlace | undefined): PlaceWords => ({
  type: place?.type ?? 'road',
  name: place?.name ?? '',
  locality: place?.locality ?? '',
  where: place ? positionText(place.position) : '',
});

/** Adds a place or changes one: type, name, locality, position, and a road's course. */
export function PlaceDialog({ town, municipality, list, place, onClose }: PlaceDialogProps) {
  const { t } = useTranslation(['work-places', 'work-town']);
  const form = useId();
  const change = useChangePlace(town.slug);
  const queries = useQueryClient();
  const edited = useEdited({
    saved: list,
    wordsOf: ({ items }) => wordsOf(items.find(({ id }) => id === place?.id)),
    read: () => queries.query({ ...placeListQuery(town.slug), staleTime: 0 }),
    forget: change.reset,
  });
  const { type, name, locality, where } = edited.words;
  const [course, setCourse] = useState<string | undefined>();
  const [drops, setDrops] = useState(false);
  const [tried, setTried] = useState(false);
  const position = readPosition(where);
  const isRoad = type === 'road';

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!name.trim() || !position || change.isPending) return;
    const words = {
      type,
      name: name.trim(),
      locality: locality || null,
      position,
      ...(isRoad && course !== undefined ? { course } : {}),
      ...(isRoad && drops && course === undefined ? { withoutCourse: true } : {}),
    };
    change.mutate(
      { version: edited.saved.version, id: place?.id, words },
      {
        onSuccess: ({ items }) => {
          const saved = items.find((each) => (place ? each.id === place.id : each.name === words.name));
          if (saved?.outside) toast(t('savedOutside', { name: words.name, place: town.shortName }));
          else toast(t('saved'));
          onClose();
        },
      },
    );
  };

  return (
    <Dialog
      title={place ? t('editOf', { name: place.name }) : t('new')}
      open
      insists
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('work-town:cancel')}</Button>
          <Button type="submit" form={form} look="primary" busy={change.isPending}>
            {t('work-town:save')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={send} noValidate>
        <RadioChips
          label={t('type')}
          value={type}
          options={PLACE_TYPES.map((value) => ({ value, label: t(`types.${value}`) }))}
          onChange={(value) => {
            edited.change({ type: value });
          }}
        />
        <TextField
          label={t('name')}
          autoComplete="off"
          maxLength={80}
          value={name}
          error={tried && !name.trim() ? t('work-town:required') : change.error?.messageFor('name')}
          onChange={(event) => {
            edited.change({ name: event.target.value });
          }}
        />
        <SelectField
          label={t('locality')}
          optional
          placeholder={t('noLocality')}
          value={locality}
          options={town.localities.map(({ slug, name: label }) => ({ value: slug, label }))}
          error={change.error?.messageFor('locality')}
          onChange={(slug) => {
            edited.change({ locality: slug });
          }}
        />
        <PositionField
          label={t('position')}
          value={where}
          onChange={(text) => {
            edited.change({ where: text });
          }}
          error={tried && !position ? t('work-town:position.wrong') : change.error?.messageFor('position')}
          ground={municipality}
          place={town.shortName}
        />
        {isRoad && (
          <FileField
            label={t(place?.hasCourse ? 'courseNew' : 'course')}
            hint={t('courseHow')}
            accept=".geojson,.json,application/geo+json,application/json"
            error={change.error?.messageFor('course')}
            onText={setCourse}
          />
        )}
        {isRoad && place?.hasCourse && course === undefined && (
          <CheckboxChips
            label={t('courseNow')}
            value={drops ? ['drop'] : []}
            options={[{ value: 'drop', label: t('courseDrop') }]}
            onChange={(chosen) => {
              setDrops(chosen.length > 0);
            }}
          />
        )}
        <SaveFailed
          error={change.error}
          title={t('work-town:saveFailed')}
          kept={t('work-town:kept')}
          latest={edited}
          now={edited.differences.map(({ name: field, saved }) => ({
            label: t(field === 'where' ? 'position' : field),
            value:
              field === 'type'
                ? t(`types.${saved.type}`)
                : field === 'locality'
                  ? (town.localities.find(({ slug }) => slug === saved.locality)?.name ?? t('noLocality'))
                  : saved[field],
          }))}
        />
      </form>
    </Dialog>
  );
}
