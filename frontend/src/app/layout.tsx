import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { useMunicipality } from '../features/municipalities/municipalities.queries.js';
import { NotFound } from '../features/municipalities/not-found.js';
import { useOnline } from '../platform/online.js';
import { LiveRegion } from '../ui/live-region.js';
import { OfflineBar } from '../ui/offline-bar.js';
import { SiteName } from '../ui/page-title.js';
import { Toasts } from '../ui/toast.js';
import { Footer } from './footer.js';
import { Header } from './header.js';
import styles from './layout.module.css';
import { LoadingPage } from './loading-page.js';

/** The frame of every page: banner, header, main, footer, and what speaks to the screen reader. */
export function Layout() {
  const { t } = useTranslation('app');
  const { data: municipality, error } = useMunicipality();
  const online = useOnline();
  const isGoing = useNavigation().state === 'loading';
  const name = municipality ? t('brandIn', { place: municipality.shortName }) : t('brand');

  return (
    <SiteName value={name}>
      <a className="skip-link" href="#main">
        {t('skip')}
      </a>
      <Header municipality={municipality} />
      <OfflineBar online={online} />
      <div className={isGoing ? `${styles.progress} ${styles.going}` : styles.progress} aria-hidden="true" />
      <main id="main" className={styles.main} tabIndex={-1} aria-busy={isGoing}>
        <Suspense fallback={<LoadingPage />}>
          {error?.status === 404 ? <NotFound slug={undefined} /> : <Outlet />}
        </Suspense>
      </main>
      <Footer municipality={municipality} />
      <LiveRegion />
      <Toasts />
      <ScrollRestoration />
    </SiteName>
  );
}
