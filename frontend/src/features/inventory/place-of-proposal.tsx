import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Notice } from '../../ui/notice.js';
import { darkPlaceOfQuery } from './dark-places.queries.js';

/** The way from a public proposal to the place that it is about; nothing where it has none. */
export function PlaceOfProposal({ municipality, proposal }: { municipality: string; proposal: string }) {
  const { t } = useTranslation('dark-places');
  const { data } = useQuery(darkPlaceOfQuery(proposal));
  const [place] = data?.items ?? [];
  if (!place) return null;
  return (
    <Notice title={t('proposal.belongs')}>
      <Link to={`/${municipality}/platser/${place.reference}`}>{place.name}</Link>
    </Notice>
  );
}
