import { useMunicipality } from '../features/municipalities/municipalities.queries.js';
import { NotFound } from '../features/municipalities/not-found.js';

/** An address that leads nowhere. */
export default function NotFoundPage() {
  const { data: municipality } = useMunicipality();
  return <NotFound slug={municipality?.slug} />;
}
