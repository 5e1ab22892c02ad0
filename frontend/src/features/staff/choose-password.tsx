import type { AccountLink } from '@lofteskartan/shared/contracts/account-links';
import { useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { ErrorState } from '../../ui/states.js';
import { useChoosePassword } from './account.queries.js';
import { PasswordField } from './password-field.js';
import styles from './sign-in-form.module.css';

/** A first password, or a new one, by a link that holds once. */
export function ChoosePassword({ link, token }: { link: AccountLink; token: string }) {
  const { t } = useTranslation('work-account');
  const choose = useChoosePassword();
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  if (choose.isSuccess)
    return (
      <Notice tone="success" title={t('choose.done')} announced>
        <p>{t('choose.doneHow', { email: link.email })}</p>
        <ButtonLink to="/arbete/logga-in" look="primary">
          {t('choose.signIn')}
        </ButtonLink>
      </Notice>
    );
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!password) field.current?.focus();
    else if (!choose.isPending)
      choose.mutate(
        { token, password },
        {
          onError: () => {
            field.current?.focus();
          },
        },
      );
  };
  const fault = choose.error?.messageFor('password');
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      {/* Password managers keep the password with the address that stands beside it. */}
      <input type="email" name="email" autoComplete="username" value={link.email} readOnly hidden />
      {choose.error && !fault && <ErrorState error={choose.error} title={t('choose.failed')} />}
      <PasswordField
        ref={field}
        label={t('password.new')}
        hint={t('password.hint')}
        name="new-password"
        autoComplete="new-password"
        value={password}
        error={tried && !password ? t('password.missing') : fault}
        onChange={setPassword}
      />
      <Button type="submit" look="primary" wide busy={choose.isPending}>
        {t(`choose.${link.purpose}`)}
      </Button>
    </form>
  );
}
