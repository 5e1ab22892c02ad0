import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { likenessQuery } from './gathering.queries.js';

/** "3 liknande": how many may be about the same spot as a row of the queue. Nothing when there are none. */
export function SimilarMark({ reference }: { reference: string }) {
  const { t } = useTranslation('work-gathering');
  const { data = 0 } = useQuery(likenessQuery(reference));
  return data > 0 ? <span>{t('similar', { count: data })}</span> : null;
}
