import { useTranslation } from 'react-i18next';
import { MailLinkAct } from '../features/contacts/mail-link-act.js';
import { useMailToken } from '../features/contacts/mail-token.js';
import { useConfirmQuestionContact } from '../features/dialogue-questions/questions.queries.js';
import { ButtonLink } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { PageTitle } from '../ui/page-title.js';
import styles from './mail-link.page.module.css';

/** `/ale/fraga/bekrafta#token`: "this address is mine", from the first mail about a question. */
export default function ConfirmQuestionPage() {
  const { t } = useTranslation('dialogue-questions');
  const token = useMailToken();
  const act = useConfirmQuestionContact();
  return (
    <div className={`wrap ${styles.page}`}>
      <PageTitle title={t('mail.confirm')} />
      <MailLinkAct
        key={token}
        token={token}
        act={act}
        lead={t('mail.confirmLead')}
        label={t('mail.confirmDo')}
        gone={t('mail.confirmGone')}
        done={({ reference, municipality, state }) => (
          <>
            <Notice
              tone={state === 'confirmed' ? 'success' : 'info'}
              title={state === 'confirmed' ? t('mail.confirmed') : t('mail.stopped')}
              announced
            >
              {state === 'confirmed'
                ? t('mail.confirmedHow', { reference })
                : t('mail.stoppedHow', { reference })}
            </Notice>
            <div className={styles.ways}>
              <ButtonLink to={`/${municipality}/fraga/${reference}`}>
                {t('mail.see', { reference })}
              </ButtonLink>
            </div>
          </>
        )}
      />
    </div>
  );
}
