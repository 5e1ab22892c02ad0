import { useQuery } from '@tanstack/react-query';
import { FileCheck, FilePen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { BeginFollowUp } from '../features/promise/begin-follow-up.js';
import { staffFollowUpsQuery } from '../features/promise/follow-up.queries.js';
import { useFormats } from '../platform/format.js';
import { municipalitiesWith } from '../platform/memberships.js';
import { useSession } from '../platform/session.js';
import { LinkCard } from '../ui/link-card.js';
import { PageTitle } from '../ui/page-title.js';
import { Skeleton, SkeletonBlock } from '../ui/skeleton.js';
import { EmptyState, ErrorState } from '../ui/states.js';
import styles from './work-admin.module.css';

/** `/arbete/uppfoljningar`: the coordinator's follow-ups, and where one begins. */
export default function WorkFollowUpsPage() {
  const { t } = useTranslation(['work-follow-up', 'work']);
  const { date, moment } = useFormats();
  const { data: session } = useSession();
  const { data, error, refetch } = useQuery(staffFollowUpsQuery);
  const places = session ? municipalitiesWith(session, ['coordinator']) : [];
  if (!session) return null;
  if (places.length === 0)
    return (
      <div className={`wrap ${styles.narrow}`}>
        <PageTitle title={t('notYours.title', { ns: 'work' })} lead={t('notYours.lead', { ns: 'work' })} />
      </div>
    );
  const nameOf = (slug: string) => places.find((place) => place.slug === slug)?.name ?? slug;
  return (
    <div className={`wrap ${styles.narrow}`}>
      <PageTitle title={t('title')} lead={t('lead')} />
      <BeginFollowUp places={places} />
      {!data && error && <ErrorState error={error} title={t('failed')} onRetry={() => void refetch()} />}
      {!data && !error && (
        <Skeleton label={t('loading')}>
          <SkeletonBlock height="5rem" />
          <SkeletonBlock height="5rem" />
        </Skeleton>
      )}
      {data?.items.length === 0 && <EmptyState title={t('none')}>{t('noneHow')}</EmptyState>}
      {data?.items.map(({ id, asOf, state, municipality, publishedAt, updatedAt }) => (
        <LinkCard
          key={id}
          to={`/arbete/uppfoljningar/${id}`}
          title={t('item', { municipality: nameOf(municipality), day: date(asOf) })}
          glyph={state === 'draft' ? <FilePen size={24} /> : <FileCheck size={24} />}
          note={
            publishedAt === null
              ? `${t('state.draft')} · ${t('saved', { when: moment(updatedAt) })}`
              : t('published', { when: moment(publishedAt) })
          }
        />
      ))}
    </div>
  );
}
