import type { ContactReceipt } from '@lofteskartan/shared/contracts/contacts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useStopMail } from '../features/contacts/contacts.queries.js';
import { MailLinkAct } from '../features/contacts/mail-link-act.js';
import { useMailToken } from '../features/contacts/mail-token.js';
import { followAddress, useOwnProposals } from '../features/proposals/own-proposals.js';
import { ButtonLink } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { PageTitle } from '../ui/page-title.js';
import styles from './mail-link.page.module.css';

/** `/ale/avsluta#token`: no more mail about this proposal. */
export default function StopMailPage() {
  const { t } = useTranslation('mail');
  const token = useMailToken();
  return (
    <div className={`wrap ${styles.page}`}>
      <PageTitle title={t('stop.title')} />
      <Stop key={token} token={token} />
    </div>
  );
}

function Stop({ token }: { token: string | null }) {
  const { t } = useTranslation('mail');
  const act = useStopMail();
  return (
    <MailLinkAct
      token={token}
      act={act}
      lead={t('stop.lead')}
      label={t('stop.do')}
      gone={t('stop.gone')}
      done={(receipt) => <Stopped receipt={receipt} />}
    />
  );
}

function Stopped({ receipt: { reference, municipality, role } }: { receipt: ContactReceipt }) {
  const { t } = useTranslation('mail');
  const own = useOwnProposals().find((each) => each.reference === reference);
  return (
    <>
      <Notice tone="success" title={t('stop.done')} announced>
        <p>{t('stop.doneHow', { reference })}</p>
        <p>{t(`stop.stays.${role}`)}</p>
      </Notice>
      <div className={styles.ways}>
        {own && <ButtonLink to={followAddress(own)}>{t('ways.own')}</ButtonLink>}
        {!own && role === 'supporter' && (
          <ButtonLink to={`/${municipality}/forslag/${reference}`}>
            {t('ways.public', { reference })}
          </ButtonLink>
        )}
        {!own && role === 'sender' && <Link to={`/${municipality}/mina`}>{t('ways.mine')}</Link>}
      </div>
    </>
  );
}
