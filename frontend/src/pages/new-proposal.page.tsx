import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useMunicipality, useMunicipalitySlug } from '../features/municipalities/municipalities.queries.js';
import { placesQuery } from '../features/municipalities/places.queries.js';
import { ProposalForm } from '../features/proposals/form/proposal-form.js';
import { kindOfSlug } from '@lofteskartan/shared/form-address';
import { SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';
import styles from './new-proposal.page.module.css';
import NotFoundPage from './not-found.page.js';

const NO_PLACES: [] = [];

/** `/:municipality/ny/:kind`: a resident asks for a speed check, points out an unsafe place, or has an idea. */
export default function NewProposalPage() {
  const { t } = useTranslation('app');
  const kind = kindOfSlug(useParams().kind);
  const slug = useMunicipalitySlug();
  const { data: municipality, error, refetch } = useMunicipality();
  // The form works without the place list: places then have no names.
  const places = useQuery(placesQuery(slug));
  if (!kind) return <NotFoundPage />;
  return (
    <div className={`wrap ${styles.page}`}>
      {municipality ? (
        <ProposalForm
          key={`${slug} ${kind}`}
          municipality={municipality}
          kind={kind}
          places={places.data ?? NO_PLACES}
        />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <SkeletonPage label={t('loading')} />
      )}
    </div>
  );
}
