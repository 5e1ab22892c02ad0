import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { TownPlace, TownPlacePage } from '@lofteskartan/shared/contracts/place-list';
import type { Town } from '@lofteskartan/shared/contracts/town';
import type { ListedType } from '@lofteskartan/shared/vocabulary';
import { MapPinPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { SelectField } from '../../ui/select-field.js';
import { ShowMore } from '../../ui/show-more.js';
import { EmptyState } from '../../ui/states.js';
import { Tag } from '../../ui/status-mark.js';
import { Table } from '../../ui/table.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { PlaceDialog } from './place-dialog.js';
import { useChangePlace } from './place-list.queries.js';
import { PLACE_TYPES, placesLike } from './place-search.js';
import styles from './town.module.css';

const PAGE = 40;

interface PlaceListProps {
  town: Town;
  municipality: Municipality;
  list: TownPlacePage;
}

/** Roads, schools and stations: looked for, added, changed and removed. */
export function PlaceList({ town, municipality, list }: PlaceListProps) {
  const { t } = useTranslation(['work-places', 'work-town']);
  const [words, setWords] = useState('');
  const [type, setType] = useState<ListedType | 'all'>('all');
  const [shown, setShown] = useState(PAGE);
  const [open, setOpen] = useState<{ place: TownPlace | null } | null>(null);
  const found = placesLike(list.items, words, type === 'all' ? null : type);
  return (
    <section className={styles.form} aria-labelledby="places-list">
      <h2 id="places-list">{t('list')}</h2>
      <div className={styles.pair}>
        <TextField
          type="search"
          label={t('search')}
          autoComplete="off"
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setShown(PAGE);
          }}
        />
        <SelectField
          label={t('type')}
          value={type}
          options={[
            { value: 'all', label: t('all') },
            ...PLACE_TYPES.map((value) => ({ value, label: t(`types.${value}`) })),
          ]}
          onChange={(value) => {
            setType(value);
            setShown(PAGE);
          }}
        />
      </div>
      <div className={styles.row}>
        <Button
          look="primary"
          icon={<MapPinPlus size={18} aria-hidden="true" />}
          onClick={() => {
            setOpen({ place: null });
          }}
        >
          {t('new')}
        </Button>
        <p className={styles.soft} role="status">
          {t('count', { count: found.length })}
        </p>
      </div>
      {found.length === 0 ? (
        <EmptyState title={t(list.items.length === 0 ? 'empty' : 'noMatch')} />
      ) : (
        <PlaceTable
          town={town}
          list={list}
          places={found.slice(0, shown)}
          onEdit={(place) => {
            setOpen({ place });
          }}
        />
      )}
      {found.length > PAGE && (
        <ShowMore
          shown={Math.min(shown, found.length)}
          total={found.length}
          hasMore={shown < found.length}
          busy={false}
          onMore={() => {
            setShown(shown + PAGE);
          }}
        />
      )}
      {open && (
        <PlaceDialog
          town={town}
          municipality={municipality}
          list={list}
          place={open.place}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </section>
  );
}

interface PlaceTableProps {
  town: Town;
  list: TownPlacePage;
  places: readonly TownPlace[];
  onEdit: (place: TownPlace) => void;
}

function PlaceTable({ town, list, places, onEdit }: PlaceTableProps) {
  const { t } = useTranslation(['work-places', 'work-town']);
  const change = useChangePlace(town.slug);
  const localityOf = ({ locality }: TownPlace) =>
    town.localities.find(({ slug }) => slug === locality)?.name ?? '–';
  return (
    <Table<TownPlace>
      caption={t('caption', { place: town.shortName })}
      captionHidden
      rows={places}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          head: t('name'),
          cell: ({ name, outside }) => (
            <span className={styles.row}>
              {name} {outside && <Tag>{t('outside')}</Tag>}
            </span>
          ),
        },
        {
          key: 'type',
          head: t('type'),
          cell: ({ type, hasCourse }) => `${t(`types.${type}`)}${hasCourse ? `, ${t('withCourse')}` : ''}`,
        },
        { key: 'locality', head: t('locality'), cell: localityOf },
        {
          key: 'acts',
          head: t('work-town:acts'),
          cell: (place) => (
            <span className={styles.row}>
              <Button
                look="quiet"
                aria-label={t('editOf', { name: place.name })}
                onClick={() => {
                  onEdit(place);
                }}
              >
                {t('work-town:edit')}
              </Button>
              <Button
                look="quiet"
                aria-label={t('removeOf', { name: place.name })}
                onClick={() => {
                  change.mutate(
                    { version: list.version, id: place.id },
                    {
                      onSuccess: () => {
                        toast(t('removed', { name: place.name }));
                      },
                      onError: ({ detail }) => {
                        toast(detail || t('work-town:saveFailed'), 'error');
                      },
                    },
                  );
                }}
              >
                {t('work-town:remove')}
              </Button>
            </span>
          ),
        },
      ]}
    />
  );
}
