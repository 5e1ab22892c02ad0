import { useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../platform/i18n.js';
import { Button } from '../../ui/button.js';
import { EmailField } from '../../ui/email-field.js';
import { Notice } from '../../ui/notice.js';
import { ErrorState } from '../../ui/states.js';
import { useAskPasswordReset } from './account.queries.js';
import styles from './sign-in-form.module.css';

/** Asks for a link to choose a new password. What is answered is the same for every address. */
export function AskPasswordReset() {
  const { t } = useTranslation(['work-account', 'work']);
  const language = useLanguage();
  const ask = useAskPasswordReset();
  const [email, setEmail] = useState('');
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  if (ask.isSuccess)
    return (
      <Notice tone="success" title={t('forgot.sent')} announced>
        {t('forgot.sentHow', { email: email.trim() })}
      </Notice>
    );
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!email.trim()) field.current?.focus();
    else if (!ask.isPending) ask.mutate({ email: email.trim(), language: language === 'en' ? 'en' : 'sv' });
  };
  const fault = ask.error?.messageFor('email');
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      {ask.error && !fault && <ErrorState error={ask.error} title={t('forgot.failed')} />}
      <EmailField
        ref={field}
        label={t('signIn.email', { ns: 'work' })}
        name="email"
        autoComplete="username"
        value={email}
        error={tried && !email.trim() ? t('signIn.emailMissing', { ns: 'work' }) : fault}
        onChange={(event) => {
          setEmail(event.target.value);
        }}
      />
      <Button type="submit" look="primary" wide busy={ask.isPending}>
        {t('forgot.ask')}
      </Button>
    </form>
  );
}
