import type { Town } from '@lofteskartan/shared/contracts/town';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { municipalityQuery } from '../features/municipalities/municipalities.queries.js';
import { ShapeImport } from '../features/town/shape-import.js';
import { TownFrame } from '../features/town/town-frame.js';
import { SkeletonBlock } from '../ui/skeleton.js';

/** `/arbete/admin/granser`: outline and sketch, from files. */
export default function WorkShapesPage() {
  const { t } = useTranslation('work-town');
  return (
    <TownFrame title={t('shape.title.page')} lead={t('shape.lead')} wide>
      {(town) => <Shapes town={town} />}
    </TownFrame>
  );
}

function Shapes({ town }: { town: Town }) {
  const { data } = useQuery(municipalityQuery(town.slug));
  if (!data) return <SkeletonBlock height="20rem" />;
  return (
    <>
      <ShapeImport town={town} kind="outline" municipality={data} />
      <ShapeImport town={town} kind="sketch" municipality={data} />
    </>
  );
}
