import type { PlaceEvent } from '@lofteskartan/shared/contracts/inventory';
import type { MeasureKind } from '@lofteskartan/shared/inventory';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Timeline } from '../../ui/timeline.js';

/** What an event says of itself, as the server wrote it. */
interface Said {
  fields?: string[];
  proposals?: string[];
  kind?: MeasureKind;
  place?: string;
  title?: string;
}

const FIELDS = [
  'name',
  'position',
  'outline',
  'causes',
  'when',
  'seasons',
  'bodyId',
  'lampNumbers',
  'description',
  'note',
] as const;

/** What happened to a place, the latest first. */
export function PlaceHistory({ events }: { events: readonly PlaceEvent[] }) {
  const { t } = useTranslation(['work-inventory', 'inventory']);
  const { moment, list } = useFormats();
  const words = ({ type, changes }: PlaceEvent): string => {
    const { fields = [], proposals = [], kind = 'none', place = '', title = '' } = (changes ?? {}) as Said;
    return t(`events.${type}`, {
      fields: list(FIELDS.filter((field) => fields.includes(field)).map((field) => t(`fields.${field}`))),
      proposals: list(proposals),
      place,
      title,
      kind: t(`${type === 'measure-done' ? 'kind' : 'toDo'}.${kind}`, { ns: 'inventory' }),
    });
  };
  return (
    <Timeline
      label={t('place.history')}
      entries={events
        .map((event, index) => ({
          key: String(index),
          title: words(event),
          meta: `${moment(event.at)} · ${event.actor ?? t('events.house')}`,
          children: event.reason,
          fill: event.type === 'measure-done' ? ('check' as const) : ('outline' as const),
        }))
        .reverse()}
    />
  );
}
