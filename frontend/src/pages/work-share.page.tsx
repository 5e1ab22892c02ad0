import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { promiseQuery } from '../features/promise/promise.queries.js';
import { EmbedCode } from '../features/sharing/embed-code.js';
import { MakePost } from '../features/sharing/make-post.js';
import { CASE_ROLES, municipalitiesWith } from '../platform/memberships.js';
import { useSession } from '../platform/session.js';
import { PageTitle } from '../ui/page-title.js';
import { SelectField } from '../ui/select-field.js';
import { Skeleton, SkeletonBlock } from '../ui/skeleton.js';
import { EmptyState, ErrorState } from '../ui/states.js';
import styles from './work-share.page.module.css';

/** `/arbete/dela`: ready posts, and code for other websites. */
export default function WorkSharePage() {
  const { t } = useTranslation(['work-share', 'work']);
  const { data: session } = useSession();
  const [parameters, setParameters] = useSearchParams();
  const places = session ? municipalitiesWith(session, CASE_ROLES) : [];
  const place = places.find(({ slug }) => slug === parameters.get('municipality')) ?? places[0];
  const { data: promise, error, refetch } = useQuery(promiseQuery(place?.slug ?? ''));
  if (!session) return null;
  if (!place)
    return (
      <div className={`wrap ${styles.page}`}>
        <PageTitle title={t('notYours.title', { ns: 'work' })} lead={t('notYours.lead', { ns: 'work' })} />
      </div>
    );
  return (
    <div className={`wrap ${styles.page}`}>
      <PageTitle title={t('title')} lead={t('lead')} />
      {places.length > 1 && (
        <SelectField
          label={t('municipality')}
          value={place.slug}
          options={places.map(({ slug, name }) => ({ value: slug, label: name }))}
          onChange={(municipality) => {
            setParameters({ municipality }, { replace: true });
          }}
        />
      )}
      {promise === undefined &&
        (error ? (
          <ErrorState error={error} title={t('failed')} onRetry={() => void refetch()} />
        ) : (
          <Skeleton label={t('loading')}>
            <SkeletonBlock height="20rem" />
          </Skeleton>
        ))}
      {promise === null && <EmptyState title={t('nothing')} />}
      {promise && (
        <>
          <MakePost key={place.slug} municipality={place.slug} commitments={promise.commitments} />
          <EmbedCode municipality={place.slug} title={promise.title} commitments={promise.commitments} />
        </>
      )}
    </div>
  );
}
