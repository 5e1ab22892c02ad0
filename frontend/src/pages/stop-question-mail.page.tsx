import { useTranslation } from 'react-i18next';
import { MailLinkAct } from '../features/contacts/mail-link-act.js';
import { useMailToken } from '../features/contacts/mail-token.js';
import { useStopQuestionMail } from '../features/dialogue-questions/questions.queries.js';
import { Notice } from '../ui/notice.js';
import { PageTitle } from '../ui/page-title.js';
import styles from './mail-link.page.module.css';

/** `/ale/fraga/avsluta#token`: no more mail about a question. */
export default function StopQuestionMailPage() {
  const { t } = useTranslation('dialogue-questions');
  const token = useMailToken();
  const act = useStopQuestionMail();
  return (
    <div className={`wrap ${styles.page}`}>
      <PageTitle title={t('mail.stop')} />
      <MailLinkAct
        key={token}
        token={token}
        act={act}
        lead={t('mail.stopLead')}
        label={t('mail.stopDo')}
        gone={t('mail.stopGone')}
        done={({ reference }) => (
          <Notice tone="success" title={t('mail.stopped')} announced>
            {t('mail.stoppedHow', { reference })}
          </Notice>
        )}
      />
    </div>
  );
}
