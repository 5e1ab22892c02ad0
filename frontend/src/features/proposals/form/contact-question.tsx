import { EyeOff, LogOut, MailCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EmailField } from '../../../ui/email-field.js';
import { TextField } from '../../../ui/text-field.js';
import styles from './form.module.css';
import type { StepProps } from './step-props.js';

/** "Vill du få svar med e-post?": an address if one likes, and what happens with it. */
export function ContactQuestion({ draft, change, faultOf }: Pick<StepProps, 'draft' | 'change' | 'faultOf'>) {
  const { t } = useTranslation('form');
  const isGiven = draft.email.trim() !== '';
  const fault = faultOf('contact') ?? (faultOf('contact.email') && t('contact.wrong'));
  const field = useRef<HTMLInputElement>(null);
  useEffect(
    function goToWhatIsWrong() {
      if (fault) field.current?.focus();
    },
    [fault],
  );
  return (
    <section className={styles.group} aria-labelledby="preview-contact">
      <h2 id="preview-contact">{t('contact.title')}</h2>
      <div className={styles.contact}>
        <EmailField
          label={t('contact.email')}
          hint={t('contact.hint')}
          optional
          error={isGiven ? fault : undefined}
          ref={field}
          value={draft.email}
          onChange={(event) => {
            change({ email: event.target.value });
          }}
        />
        {isGiven && (
          <>
            <TextField
              label={t('contact.name')}
              hint={t('contact.nameHint')}
              optional
              error={faultOf('contact.name') && t('contact.nameWrong')}
              autoComplete="name"
              value={draft.name}
              onChange={(event) => {
                change({ name: event.target.value });
              }}
            />
            <ul className={styles.terms}>
              <li>
                <MailCheck size={20} aria-hidden="true" />
                {t('contact.confirm')}
              </li>
              <li>
                <EyeOff size={20} aria-hidden="true" />
                {t('contact.seen')}
              </li>
              <li>
                <LogOut size={20} aria-hidden="true" />
                {t('contact.stop')}
              </li>
            </ul>
          </>
        )}
      </div>
    </section>
  );
}
