import { Eye, EyeOff } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../platform/api.js';
import { useFormats } from '../../platform/format.js';
import { useSignIn } from '../../platform/session.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { EmailField } from '../../ui/email-field.js';
import { TextField } from '../../ui/text-field.js';
import { DemoHint } from './demo-hint.js';
import styles from './sign-in-form.module.css';

/** What went wrong, kindly, and what to do. A throttled person is told until when. */
function SignInProblem({ problem, at }: { problem: Problem; at: number }) {
  const { t } = useTranslation('work');
  const { time } = useFormats();
  if (problem.status === 401)
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

/** E-mail and password. The session that follows leads on. */
export function SignInForm({ isDemo }: { isDemo: boolean }) {
  const { t } = useTranslation('work');
  const signIn = useSignIn();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isShown, setShown] = useState(false);
  const [isCaps, setCaps] = useState(false);
  const [tried, setTried] = useState(false);
  const emailField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!email.trim()) emailField.current?.focus();
    else if (!password) passwordField.current?.focus();
    else if (!signIn.isPending)
      signIn.mutate(
        { email: email.trim(), password },
        {
          onError: () => {
            passwordField.current?.select();
          },
        },
      );
  };
  const watchCaps = (event: KeyboardEvent) => {
    setCaps(event.getModifierState('CapsLock'));
  };

  return (
    <>
      <form className={styles.form} onSubmit={send} noValidate>
        {signIn.error && <SignInProblem problem={signIn.error} at={signIn.submittedAt} />}
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
        <div className={styles.password}>
          <TextField
            ref={passwordField}
            label={t('signIn.password')}
            hint={isCaps ? t('signIn.capsLock') : undefined}
            type={isShown ? 'text' : 'password'}
            name="password"
            autoComplete="current-password"
            autoCapitalize="none"
            spellCheck={false}
            value={password}
            error={tried && !password ? t('signIn.passwordMissing') : undefined}
            onKeyDown={watchCaps}
            onKeyUp={watchCaps}
            onChange={(event) => {
              setPassword(event.target.value);
            }}
          />
          <Button
            look="quiet"
            className={styles.show}
            aria-pressed={isShown}
            icon={isShown ? <EyeOff size={18} aria-hidden="true" /> : <Eye size={18} aria-hidden="true" />}
            onClick={() => {
              setShown(!isShown);
            }}
          >
            {isShown ? t('signIn.hide') : t('signIn.show')}
          </Button>
        </div>
        <Button type="submit" look="primary" wide busy={signIn.isPending}>
          {t('signIn.submit')}
        </Button>
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
