import type { Lighting, LightPoint } from '@lofteskartan/shared/contracts/lighting';
import type { Position } from '@lofteskartan/shared/position';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../platform/api.js';
import { useFormats } from '../../../platform/format.js';
import { swedishDay } from '../../../platform/swedish-day.js';
import { Notice } from '../../../ui/notice.js';

/** What the municipality has told of the lamps around a place. */
const lightingNearQuery = (municipality: string, position: Position | null) =>
  queryOptions({
    queryKey: ['lighting', municipality, position],
    queryFn: ({ signal }) =>
      api.get<Lighting>('/lighting', { query: { municipality, near: position?.join() }, signal }),
    enabled: position !== null,
  });

/** Says what is known of the lamps at a place: dark on purpose, or light to come. Who goes on does so as always. */
export function LightingNotice({
  municipality,
  position,
}: {
  municipality: string;
  position: Position | null;
}) {
  const { t } = useTranslation('form');
  const { date } = useFormats();
  const today = swedishDay(new Date());
  const { data } = useQuery(lightingNearQuery(municipality, position));
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  const words = ({ kind, hours, plannedOn }: LightPoint): string => {
    if (kind === 'planned' && plannedOn)
      return t(plannedOn < today ? 'lighting.plannedPast' : 'lighting.plannedOn', { date: date(plannedOn) });
    if (kind === 'planned') return t('lighting.planned');
    return hours ? t('lighting.dimmedAt', { hours: hours.replace('-', '–') }) : t('lighting.dimmed');
  };
  return (
    <Notice title={t('lighting.title')}>
      {items.map((light) => (
        <p key={light.number}>
          {words(light)} {light.text}
        </p>
      ))}
      <p>{t('lighting.goOn')}</p>
    </Notice>
  );
}
