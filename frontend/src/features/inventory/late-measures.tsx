import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { placeListQuery } from './inventory.queries.js';
import { readPlaceFilters } from './place-filters.js';

const LATE = readPlaceFilters(new URLSearchParams({ state: 'overdue', sort: 'next-measure' }));
/** So many are named; the others are counted. */
const NAMED = 3;

/** Says which places have a measure that is late. Nothing where none is. */
export function LateMeasures({ municipality, onShow }: { municipality: string; onShow: () => void }) {
  const { t } = useTranslation('work-inventory');
  const { list } = useFormats();
  const { data } = useQuery(placeListQuery(municipality, LATE));
  if (!data || data.items.length === 0) return null;
  const count = data.items.length + data.leftOut;
  const names = data.items.slice(0, NAMED).map(({ name }) => name);
  const more = count - names.length;
  return (
    <Notice tone="warning" title={t('late.title', { count })}>
      <p>{list(more > 0 ? [...names, t('late.more', { count: more })] : names)}.</p>
      <div>
        <Button look="quiet" onClick={onShow}>
          {t('late.show')}
        </Button>
      </div>
    </Notice>
  );
}
