import { useTranslation } from 'react-i18next';
import { SkeletonPage } from '../ui/skeleton.js';

/** Stands where a page will be while its code comes. */
export function LoadingPage() {
  const { t } = useTranslation('app');
  return (
    <div className="wrap">
      <SkeletonPage label={t('loading')} />
    </div>
  );
}
