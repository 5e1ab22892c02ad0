import type { AccountLink } from '@lofteskartan/shared/contracts/account-links';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useMailToken } from '../features/contacts/mail-token.js';
import { linkQuery, waysQuery } from '../features/staff/account.queries.js';
import { ChoosePassword } from '../features/staff/choose-password.js';
import { ServiceButtons } from '../features/staff/service-buttons.js';
import { ButtonLink } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { PageTitle } from '../ui/page-title.js';
import { Skeleton, SkeletonBlock } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';
import styles from './work-sign-in.page.module.css';

/** `/arbete/inbjudan#token` and `/arbete/nytt-losenord#token`: how somebody comes in, for the first time or again. */
export default function WorkLinkPage() {
  const { t } = useTranslation('work-account');
  const purpose = useLocation().pathname.endsWith('inbjudan') ? 'invitation' : 'password-reset';
  const token = useMailToken();
  return (
    <div className={`wrap ${styles.page}`}>
      <PageTitle title={t(`link.${purpose}.title`)} lead={t(`link.${purpose}.lead`)} />
      {token ? <OpenLink key={token} token={token} /> : <Gone />}
    </div>
  );
}

function Gone() {
  const { t } = useTranslation('work-account');
  return (
    <>
      <Notice tone="warning" title={t('link.gone')} announced>
        {t('link.goneHow')}
      </Notice>
      <div>
        <ButtonLink to="/arbete/logga-in">{t('choose.signIn')}</ButtonLink>
      </div>
    </>
  );
}

function OpenLink({ token }: { token: string }) {
  const { t } = useTranslation('work-account');
  const { data: link, error, refetch } = useQuery(linkQuery(token));
  if (link) return <Ways link={link} token={token} />;
  if (error && [404, 422].includes(error.status)) return <Gone />;
  if (error) return <ErrorState error={error} title={t('link.failed')} onRetry={() => void refetch()} />;
  return (
    <Skeleton label={t('link.loading')}>
      <SkeletonBlock height="10rem" />
    </Skeleton>
  );
}

/** The invited person signs in with a service, or chooses a password; a password is replaced by a password. */
function Ways({ link, token }: { link: AccountLink; token: string }) {
  const { t } = useTranslation('work-account');
  const { data: ways } = useQuery(waysQuery);
  const services = link.purpose === 'invitation' ? (ways?.services ?? []) : [];
  return (
    <>
      <p>{t('link.for', { name: link.name, email: link.email })}</p>
      {services.length > 0 && <ServiceButtons services={services} invitation={token} />}
      {services.length > 0 && ways?.passwords && <p className={styles.or}>{t('service.or')}</p>}
      {ways?.passwords && <ChoosePassword link={link} token={token} />}
    </>
  );
}
