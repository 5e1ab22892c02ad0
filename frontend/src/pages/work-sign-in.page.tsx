import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useLocation, useSearchParams } from 'react-router';
import { municipalitiesQuery, municipalityQuery } from '../features/municipalities/municipalities.queries.js';
import { waysQuery } from '../features/staff/account.queries.js';
import { ServiceButtons } from '../features/staff/service-buttons.js';
import { useForgetWhenSignedOut } from '../features/staff/session-watch.js';
import { SignInForm } from '../features/staff/sign-in-form.js';
import { useSession } from '../platform/session.js';
import { Notice } from '../ui/notice.js';
import { PageTitle } from '../ui/page-title.js';
import styles from './work-sign-in.page.module.css';

/** Where to go afterwards: only ever inside the workplace. */
function safeTarget(asked: string | null): string {
  return asked?.startsWith('/arbete') && !asked.startsWith('/arbete/logga-in') ? asked : '/arbete';
}

export default function WorkSignInPage() {
  const { t } = useTranslation(['work', 'work-account']);
  const [parameters] = useSearchParams();
  const state: unknown = useLocation().state;
  const isExpired =
    typeof state === 'object' && state !== null && 'expired' in state && state.expired === true;
  const { data: session } = useSession();
  useForgetWhenSignedOut(session === null);
  const { data: municipalities } = useQuery(municipalitiesQuery);
  const isDemo = useQueries({
    queries: (municipalities?.items ?? []).map(({ slug }) => municipalityQuery(slug)),
    combine: (results) => results.some(({ data }) => data?.demo),
  });
  const { data: ways } = useQuery(waysQuery);
  const target = safeTarget(parameters.get('till'));
  // Signing in fills the session, and that alone leads on.
  if (session) return <Navigate to={target} replace />;

  return (
    <div className={`wrap ${styles.page}`}>
      <PageTitle title={t('signIn.title')} lead={t('signIn.lead')} />
      {isExpired && (
        <Notice tone="info" title={t('signIn.expired')} announced>
          {t('signIn.expiredHow')}
        </Notice>
      )}
      {parameters.has('utloggad') && (
        <Notice tone="success" title={t('out.title', { ns: 'work-account' })} announced>
          {t('out.lead', { ns: 'work-account' })}
        </Notice>
      )}
      {ways && ways.services.length > 0 && <ServiceButtons services={ways.services} to={target} />}
      {ways && ways.services.length > 0 && ways.passwords && (
        <p className={styles.or}>{t('service.or', { ns: 'work-account' })}</p>
      )}
      {(!ways || ways.passwords) && <SignInForm isDemo={isDemo} resetByMail={ways?.resetByMail ?? false} />}
      <p className={styles.resident}>
        {t('signIn.resident')} <Link to="/">{t('signIn.toStart')}</Link>
      </p>
    </div>
  );
}
