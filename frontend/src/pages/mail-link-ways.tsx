import type { ContactReceipt } from '@lofteskartan/shared/contracts/contacts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { followAddress, useOwnProposals } from '../features/proposals/own-proposals.js';
import { ButtonLink } from '../ui/button.js';
import styles from './mail-link.page.module.css';

/** Where to go from a link that came by mail: the own page where this device knows it, else what everybody may open. */
export function MailLinkWays({ receipt: { reference, municipality, role } }: { receipt: ContactReceipt }) {
  const { t } = useTranslation('mail');
  const own = useOwnProposals().find((each) => each.reference === reference);
  return (
    <div className={styles.ways}>
      {own && <ButtonLink to={followAddress(own)}>{t('ways.own')}</ButtonLink>}
      {!own && role === 'supporter' && (
        <ButtonLink to={`/${municipality}/forslag/${reference}`}>
          {t('ways.public', { reference })}
        </ButtonLink>
      )}
      {!own && role === 'sender' && <Link to={`/${municipality}/mina`}>{t('ways.mine')}</Link>}
    </div>
  );
}
