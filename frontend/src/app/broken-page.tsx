import { RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { NotFound } from '../features/municipalities/not-found.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { PageTitle } from '../ui/page-title.js';
import styles from './broken-page.module.css';

type Cause = 'offline' | 'update' | 'lead';

/** A part that does not come: there is no network, or a newer version was put in place since the page was opened. */
function causeOf(error: unknown): Cause {
  if (!(error instanceof TypeError) || !/import|module|fetch/i.test(error.message)) return 'lead';
  return navigator.onLine ? 'update' : 'offline';
}

/** What is shown when a page breaks: the fault is ours, the draft is kept, and here is the way on. */
export function BrokenPage() {
  const error = useRouteError();
  const { t } = useTranslation('app');
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound slug={undefined} />;
  const cause = causeOf(error);
  return (
    <div className={`wrap ${styles.page}`}>
      <PageTitle title={t('broken.title')} />
      <Notice tone="error">{t(`broken.${cause}`)}</Notice>
      <p className={styles.actions}>
        <Button
          look="primary"
          icon={<RotateCw size={18} aria-hidden="true" />}
          onClick={() => {
            window.location.reload();
          }}
        >
          {t('broken.reload')}
        </Button>
        {/* A plain link: it loads everything anew. */}
        <a href="/">{t('broken.home')}</a>
      </p>
    </div>
  );
}
