import type { OwnAccount } from '@lofteskartan/shared/contracts/own-account';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { ErrorState } from '../../ui/states.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useChangePassword, useRename } from './account.queries.js';
import styles from './own-account.module.css';
import { PasswordField } from './password-field.js';

/** One's own name, as colleagues and the history tell it. */
export function OwnName({ account }: { account: OwnAccount }) {
  const { t } = useTranslation('work-account');
  const rename = useRename();
  const [name, setName] = useState(account.name);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (!name.trim() || rename.isPending) return;
    rename.mutate(name.trim(), {
      onSuccess: () => {
        toast(t('name.saved'));
      },
    });
  };
  return (
    <section className={styles.section} aria-labelledby="own-name">
      <h2 id="own-name">{t('name.title')}</h2>
      <form className={styles.form} onSubmit={send} noValidate>
        {rename.error && <ErrorState error={rename.error} title={t('failed')} />}
        <TextField
          label={t('name.label')}
          hint={t('name.hint', { email: account.email })}
          autoComplete="name"
          maxLength={120}
          value={name}
          error={name.trim() ? undefined : t('name.missing')}
          onChange={(event) => {
            setName(event.target.value);
          }}
        />
        <Button type="submit" busy={rename.isPending}>
          {t('name.save')}
        </Button>
      </form>
    </section>
  );
}

/** A new password instead of the one that one has. */
export function OwnPassword({ account }: { account: OwnAccount }) {
  const { t } = useTranslation('work-account');
  const change = useChangePassword();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const faults = {
    current: change.error?.messageFor('current'),
    password: change.error?.messageFor('password'),
  };
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!current || !password || change.isPending) return;
    change.mutate(
      { current, password },
      {
        onSuccess: () => {
          setCurrent('');
          setPassword('');
          setTried(false);
          toast(t('password.changed'));
        },
      },
    );
  };
  return (
    <section className={styles.section} aria-labelledby="own-password">
      <h2 id="own-password">{t('password.title')}</h2>
      <form className={styles.form} onSubmit={send} noValidate>
        <input type="email" name="email" autoComplete="username" value={account.email} readOnly hidden />
        {change.error && !faults.current && !faults.password && (
          <ErrorState error={change.error} title={t('failed')} />
        )}
        <PasswordField
          label={t('password.current')}
          autoComplete="current-password"
          value={current}
          error={tried && !current ? t('password.currentMissing') : faults.current}
          onChange={setCurrent}
        />
        <PasswordField
          label={t('password.new')}
          hint={t('password.hint')}
          autoComplete="new-password"
          value={password}
          error={tried && !password ? t('password.missing') : faults.password}
          onChange={setPassword}
        />
        <Button type="submit" busy={change.isPending}>
          {t('password.change')}
        </Button>
        <p className={styles.soft}>{t('password.ends')}</p>
      </form>
    </section>
  );
}
