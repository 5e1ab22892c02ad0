import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Problem } from '../../platform/api.js';
import { useFormats } from '../../platform/format.js';
import { useSignIn } from '../../platform/session.js';
import { Button } from '../../ui/button.js';
import { EmailField } from '../../ui/email-field.js';
import { Notice } from '../../ui/notice.js';
import { TextField } from '../../ui/text-field.js';
import { DemoHint } from './demo-hint.js';
import { PasswordField } from './password-field.js';
import styles from './sign-in-form.module.css';

/** What went wrong, kindly, and what to do. A throttled person is told until when. */
function SignInProblem({ problem, at }: { problem: Problem; at: number }) {
  const { t } = useTranslation('work');
  const { time } = useFormats();
  if (problem.code === 'session.wrong')
    return (
      <Notice tone="error" title={t('signIn.wrong')}>
        {t('signIn.wrongHow')}
      </Notice>
    );
  if (problem.status === 429) {
    const seconds = problem.retryAfter ?? 60;
    return (
      <Notice tone="error" title={t('signIn.throttled')}>
        {t('signIn.throttledHow', {
          count: Math.max(1, Math.ceil(seconds / 60)),
          time: time(new Date(at + seconds * 1000)),
        })}
      </Notice>
    );
  }
  if (problem.isNetwork)
    return (
      <Notice tone="error" title={t('signIn.network')}>
        {t('signIn.networkHow')}
      </Notice>
    );
  return (
    <Notice tone="error" title={t('signIn.failed')}>
      {problem.detail || t('signIn.failedHow')}
    </Notice>
  );
}

/** E-mail and password, and the code where the account asks for one. The session that follows leads on. */
export function SignInForm({ isDemo, resetByMail }: { isDemo: boolean; resetByMail: boolean }) {
  const { t } = useTranslation(['work', 'work-account']);
  const signIn = useSignIn();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [asksCode, setAsksCode] = useState(false);
  const [tried, setTried] = useState(false);
  const emailField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  const codeField = useRef<HTMLInputElement>(null);
  useEffect(
    function goToTheCode() {
      if (asksCode) codeField.current?.focus();
    },
    [asksCode],
  );

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (signIn.isPending || (asksCode && !code.trim())) return;
    if (!email.trim()) emailField.current?.focus();
    else if (!password) passwordField.current?.focus();
    else
      signIn.mutate(
        { email: email.trim(), password, ...(asksCode && { code: code.trim() }) },
        {
          onError: (problem) => {
            if (problem.code === 'secondFactor.needed') {
              setAsksCode(true);
              setTried(false);
            } else passwordField.current?.select();
          },
        },
      );
  };

  const isCodeWrong = signIn.error?.code === 'secondFactor.wrong';
  const isQuiet = signIn.error?.code === 'secondFactor.needed' || isCodeWrong;
  if (asksCode)
    return (
      <form className={styles.form} onSubmit={send} noValidate>
        {signIn.error && !isQuiet && <SignInProblem problem={signIn.error} at={signIn.submittedAt} />}
        <TextField
          ref={codeField}
          label={t('code.label', { ns: 'work-account' })}
          hint={t('code.signInHint', { ns: 'work-account' })}
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          value={code}
          error={
            tried && !code.trim()
              ? t('code.missing', { ns: 'work-account' })
              : isCodeWrong
                ? signIn.error?.detail
                : undefined
          }
          onChange={(event) => {
            setCode(event.target.value);
          }}
        />
        <Button type="submit" look="primary" wide busy={signIn.isPending}>
          {t('signIn.submit')}
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            setAsksCode(false);
            setCode('');
            signIn.reset();
          }}
        >
          {t('code.back', { ns: 'work-account' })}
        </Button>
      </form>
    );

  return (
    <>
      <form className={styles.form} onSubmit={send} noValidate>
        {signIn.error && !isQuiet && <SignInProblem problem={signIn.error} at={signIn.submittedAt} />}
        <EmailField
          ref={emailField}
          label={t('signIn.email')}
          name="email"
          autoComplete="username"
          value={email}
          error={tried && !email.trim() ? t('signIn.emailMissing') : undefined}
          onChange={(event) => {
            setEmail(event.target.value);
          }}
        />
        <PasswordField
          ref={passwordField}
          label={t('signIn.password')}
          name="password"
          autoComplete="current-password"
          value={password}
          error={tried && !password ? t('signIn.passwordMissing') : undefined}
          onChange={setPassword}
        />
        <Button type="submit" look="primary" wide busy={signIn.isPending}>
          {t('signIn.submit')}
        </Button>
        {resetByMail && <Link to="/arbete/glomt-losenord">{t('forgot.link', { ns: 'work-account' })}</Link>}
      </form>
      {isDemo && (
        <DemoHint
          onChoose={(address) => {
            setEmail(address);
            passwordField.current?.focus();
          }}
        />
      )}
    </>
  );
}
