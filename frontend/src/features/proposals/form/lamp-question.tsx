import type { LampFaultPlaces } from '@lofteskartan/shared/contracts/bodies';
import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../platform/api.js';
import { Notice } from '../../../ui/notice.js';
import styles from './form.module.css';
import { lampFaultWays } from './lamp-fault-ways.js';

/** To whom broken lamps are reported besides the municipality's own page. */
const lampFaultsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['municipalities', slug, 'lamp-faults'],
    queryFn: ({ signal }) =>
      api.get<LampFaultPlaces>(`/municipalities/${encodeURIComponent(slug)}/lamp-faults`, { signal }),
    staleTime: 60 * 60_000,
  });

/** Asked before a dark place is described: a lamp that is only broken is mended faster by a fault report. Who goes on does so as always. */
export function LampQuestion({ municipality }: { municipality: Municipality }) {
  const { t } = useTranslation('form');
  const { data } = useQuery(lampFaultsQuery(municipality.slug));
  const { name, links } = municipality;
  const ways = lampFaultWays({ name, faultReports: links.faultReports }, data?.items ?? []);
  if (ways.length === 0) return null;
  return (
    <Notice title={t('lamp.title')}>
      <p>
        {t('lamp.how')} {t('lamp.number')}
      </p>
      <ul className={styles.faults}>
        {ways.map((way) => (
          <li key={way.href}>
            <a href={way.href}>{way.by === 'web' ? t('lamp.report', way) : t('lamp.call', way)}</a>
          </li>
        ))}
      </ul>
      <p>{t('lamp.goOn')}</p>
    </Notice>
  );
}
