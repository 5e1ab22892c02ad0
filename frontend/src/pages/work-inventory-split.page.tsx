import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { placeQuery } from '../features/inventory/inventory.queries.js';
import { SplitForm } from '../features/inventory/split-form.js';
import { municipalityQuery } from '../features/municipalities/municipalities.queries.js';
import { BackLink } from '../ui/back-link.js';
import { Notice } from '../ui/notice.js';
import { PageTitle } from '../ui/page-title.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';
import styles from './work-inventory.page.module.css';

/** `/arbete/platser/:reference/dela`: a part of a place becomes a place of its own. */
export default function WorkInventorySplitPage() {
  const { t } = useTranslation('work-inventory');
  const navigate = useNavigate();
  const { reference = '' } = useParams();
  const { data: place, error, refetch } = useQuery(placeQuery(reference));
  const { data: municipality } = useQuery({
    ...municipalityQuery(place?.municipality ?? ''),
    enabled: place !== undefined,
  });
  const back = `/arbete/platser/${reference}`;
  return (
    <div className={`wrap ${styles.page}`}>
      <BackLink to={back}>{place?.name ?? t('place.back')}</BackLink>
      {place ? (
        <>
          <PageTitle title={t('split.title', { name: place.name })} lead={t('split.lead')} />
          {!place.mayChange || place.mergedInto ? (
            <Notice>{t(place.mergedInto ? 'split.merged' : 'place.readOnly')}</Notice>
          ) : place.proposals.length + place.measures.length + place.photos.length === 0 ? (
            <Notice>{t('split.empty')}</Notice>
          ) : (
            <SplitForm
              place={place}
              municipality={municipality}
              onSplit={(made) => void navigate(`/arbete/platser/${made}`, { replace: true })}
              onCancel={() => void navigate(back)}
            />
          )}
        </>
      ) : error ? (
        <ErrorState
          error={error}
          title={t(error.status === 404 ? 'place.notFound' : 'place.failed')}
          onRetry={() => void refetch()}
        />
      ) : (
        <SkeletonPage label={t('place.loading')} />
      )}
    </div>
  );
}
