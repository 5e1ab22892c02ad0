import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Notice } from '../../ui/notice.js';
import { wheelQuery } from './wheel.queries.js';

/** Says where late measures are looked for that something in the wheel is late as well. Nothing where nothing is. */
export function LateCare({ municipality }: { municipality: string }) {
  const { t } = useTranslation('work-wheel');
  const { data } = useQuery(wheelQuery(municipality));
  if (!data || data.late.length === 0) return null;
  return (
    <Notice tone="warning" title={t('late.title', { count: data.late.length })}>
      <p>
        {data.late.map(({ title }) => title).join(', ')}.{' '}
        <Link to={`/arbete/platser/arshjul?municipality=${municipality}`}>{t('place.way')}</Link>
      </p>
    </Notice>
  );
}
