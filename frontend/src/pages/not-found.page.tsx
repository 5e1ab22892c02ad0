import { useTranslation } from 'react-i18next';
import { useMunicipality } from '../features/municipalities/municipalities.queries.js';
import { ButtonLink } from '../ui/button.js';
import { PageTitle } from '../ui/page-title.js';
import styles from './not-found.page.module.css';

/** An address that leads nowhere, with the ways that lead somewhere. */
export default function NotFoundPage() {
  const { t } = useTranslation('app');
  const { data: municipality } = useMunicipality();
  const home = municipality ? `/${municipality.slug}` : '/';
  return (
    <div className={`wrap ${styles.page}`}>
      <PageTitle title={t('notFound.title')} lead={t('notFound.lead')} />
      <p className={styles.ways}>
        <ButtonLink look="primary" to={home}>
          {t('notFound.home')}
        </ButtonLink>
        {municipality && (
          <>
            <ButtonLink to={`${home}/lofte`}>{t('notFound.promise')}</ButtonLink>
            <ButtonLink to={`${home}/karta`}>{t('notFound.map')}</ButtonLink>
          </>
        )}
      </p>
    </div>
  );
}
