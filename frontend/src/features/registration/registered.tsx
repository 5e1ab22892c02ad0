import type { ProposalReceipt } from '@lofteskartan/shared/contracts/proposals';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { spelled } from './registration-draft.js';
import styles from './registration.module.css';

/** The receipt: a number to read aloud, and a slip of paper with the resident's own link. */
export function Registered({ receipt, onAnother }: { receipt: ProposalReceipt; onAnother: () => void }) {
  const { t } = useTranslation('work-register');
  const { reference, municipality, followToken } = receipt;
  const link = `${window.location.origin}/${municipality}/folj/${encodeURIComponent(reference)}#${followToken}`;
  return (
    <>
      <div className={`${styles.group} ${styles.screen}`}>
        <Notice tone="success" title={t('done.title')} announced>
          <p>{t('done.number')}</p>
          <p className={styles.number}>{reference}</p>
          <p lang="sv">{t('done.spell', { words: spelled(reference) })}</p>
        </Notice>
        <p>{t('done.linkHow')}</p>
        <p className={styles.link}>{link}</p>
        <div className={styles.actions}>
          <Button
            icon={<Printer size={18} aria-hidden="true" />}
            onClick={() => {
              window.print();
            }}
          >
            {t('done.print')}
          </Button>
          <Button look="primary" onClick={onAnother}>
            {t('done.another')}
          </Button>
          <ButtonLink to={`/arbete/forslag/${reference}`}>{t('done.open')}</ButtonLink>
        </div>
      </div>
      <div className={styles.slip}>
        <h2>{t('done.slipTitle')}</h2>
        <p className={styles.number}>{reference}</p>
        <p>{t('done.slipHow')}</p>
        <p className={styles.link}>{link}</p>
        <p>{t('done.private')}</p>
      </div>
    </>
  );
}
