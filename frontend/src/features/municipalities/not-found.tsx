import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/button.js';
import { PageTitle } from '../../ui/page-title.js';
import styles from './not-found.module.css';

/**
 * Nothing at this address, and the ways that lead somewhere.
 * @param slug the municipality of the address, if there is such a one
 */
export function NotFound({ slug }: { slug: string | undefined }) {
  const { t } = useTranslation('app');
  const home = slug ? `/${slug}` : '/';
  return (
    <div className={`wrap ${styles.page}`}>
      <PageTitle title={t('notFound.title')} lead={t('notFound.lead')} />
      <p className={styles.ways}>
        <ButtonLink look="primary" to={home}>
          {t('notFound.home')}
        </ButtonLink>
        {slug && (
          <>
            <ButtonLink to={`${home}/lofte`}>{t('notFound.promise')}</ButtonLink>
            <ButtonLink to={`${home}/karta`}>{t('notFound.map')}</ButtonLink>
          </>
        )}
      </p>
    </div>
  );
}
