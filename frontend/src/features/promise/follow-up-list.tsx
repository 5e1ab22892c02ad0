import { useQuery } from '@tanstack/react-query';
import { FileCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { LinkCard } from '../../ui/link-card.js';
import { followUpsQuery } from './follow-up.queries.js';
import styles from './follow-up.module.css';

/** The ways to the published follow-ups; nothing where there are none. */
export function FollowUpList({ municipality }: { municipality: string }) {
  const { t } = useTranslation('follow-up');
  const { date } = useFormats();
  const { data } = useQuery(followUpsQuery(municipality));
  if (!data || data.items.length === 0) return null;
  return (
    <section className={styles.list} aria-labelledby="follow-ups">
      <h2 id="follow-ups">{t('list')}</h2>
      <p className={styles.soft}>{t('listNote')}</p>
      {data.items.map(({ id, asOf }) => (
        <LinkCard
          key={id}
          to={`/${municipality}/lofte/uppfoljning/${asOf}`}
          title={t('item', { day: date(asOf) })}
          glyph={<FileCheck size={24} />}
        />
      ))}
    </section>
  );
}
