import type { QuestionReceipt } from '@lofteskartan/shared/contracts/medborgardialog-questions';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { PageTitle } from '../../ui/page-title.js';
import { Part } from '../../ui/part.js';
import { CopyLink } from '../../ui/share.js';
import { ownQuestionAddress } from '../../platform/kept-questions.js';
import styles from './questions.module.css';

export interface AskedProps {
  receipt: QuestionReceipt;
  municipality: string;
  /** The address that is to be confirmed, if one was given. */
  email: string | null;
}

/** It has arrived: its number, what happens next, and the link that follows it. */
export function Asked({ receipt, municipality, email }: AskedProps) {
  const { t } = useTranslation('dialogue-questions');
  const { reference, followToken, personalData } = receipt;
  const own = ownQuestionAddress(municipality, reference, followToken);
  return (
    <>
      <PageTitle title={t('sent.title')} lead={t('sent.number', { reference })} />
      <p>{t('sent.next')}</p>
      {personalData.length > 0 && <Notice>{t('sent.personal')}</Notice>}
      {email !== null && (
        <Notice tone="warning" title={t('mail.confirm')}>
          {t('sent.mail', { email })}
        </Notice>
      )}
      <Part id="own-link" title={t('sent.link')}>
        <p>{t('sent.linkHow')}</p>
        <div className={styles.acts}>
          <ButtonLink look="primary" to={own}>
            {t('sent.follow')}
          </ButtonLink>
          <CopyLink address={window.location.origin + own} />
        </div>
      </Part>
    </>
  );
}
