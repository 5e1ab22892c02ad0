import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isMailAddress } from '../../platform/contract-check.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { ErrorState } from '../../ui/states.js';
import { TextField } from '../../ui/text-field.js';
import styles from './contacts.module.css';
import { useAskForOwnProposals } from './contacts.queries.js';

/** An address, and a mail with a link to all that was sent with it. What is said afterwards is the same for every address. */
export function AskForLink() {
  const { t } = useTranslation('mail');
  const [email, setEmail] = useState('');
  const [isWrong, setWrong] = useState(false);
  const ask = useAskForOwnProposals();
  const field = useRef<HTMLInputElement>(null);
  const receipt = useRef<HTMLDivElement>(null);
  useEffect(
    function goToTheReceipt() {
      if (ask.isSuccess) receipt.current?.focus();
    },
    [ask.isSuccess],
  );

  const submit = async () => {
    if (ask.isPending) return;
    const given = email.trim();
    if (await isMailAddress(given)) {
      ask.mutate({ email: given });
      return;
    }
    setWrong(true);
    field.current?.focus();
  };
  if (ask.isSuccess)
    return (
      <div ref={receipt} tabIndex={-1} className={styles.form}>
        <Notice tone="success" title={t('mine.asked')}>
          <p className={styles.said}>{t('mine.askedHow', { email: ask.variables.email })}</p>
          <p>{t('mine.askedNone')}</p>
        </Notice>
        <Button
          look="quiet"
          className={styles.flush}
          onClick={() => {
            ask.reset();
          }}
        >
          {t('mine.askAgain')}
        </Button>
      </div>
    );
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        ref={field}
        label={t('mine.email')}
        hint={t('mine.emailHint')}
        error={isWrong && t('mine.wrong')}
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="off"
        spellCheck={false}
        value={email}
        onChange={(event) => {
          setEmail(event.target.value);
          setWrong(false);
        }}
      />
      {ask.error && <ErrorState error={ask.error} title={t('mine.failed')} />}
      <Button type="submit" look="primary" busy={ask.isPending}>
        {t('mine.ask')}
      </Button>
    </form>
  );
}
