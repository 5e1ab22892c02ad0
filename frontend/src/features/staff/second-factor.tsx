import type { OwnAccount } from '@lofteskartan/shared/contracts/own-account';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../platform/api.js';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { QrCode } from '../../ui/qr-code.js';
import { ErrorState } from '../../ui/states.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useBeginFactor, useConfirmFactor, useRemoveFactor, useRenewCodes } from './account.queries.js';
import styles from './own-account.module.css';
import { RecoveryCodeList } from './recovery-code-list.js';

interface CodeFormProps {
  hint: string;
  label: string;
  busy: boolean;
  error: Problem | null;
  onSend: (code: string) => void;
  onCancel: () => void;
}

/** Asks for a code before something is done. */
function CodeForm({ hint, label, busy, error, onSend, onCancel }: CodeFormProps) {
  const { t } = useTranslation('work-account');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const isWrong = error?.code === 'secondFactor.wrong';
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (code.trim() && !busy) onSend(code.trim());
  };
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      {error && !isWrong && <ErrorState error={error} title={t('failed')} />}
      <TextField
        label={t('code.label')}
        hint={hint}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        value={code}
        error={tried && !code.trim() ? t('code.missing') : isWrong ? error.detail : undefined}
        onChange={(event) => {
          setCode(event.target.value);
        }}
      />
      <div className={styles.acts}>
        <Button type="submit" look="primary" busy={busy}>
          {label}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

/** The app is told the secret by a QR code or by typing, and says a first code. */
function SetUp({
  confirm,
  onCode,
  onCancel,
}: {
  confirm: { readonly isPending: boolean; readonly error: Problem | null };
  onCode: (code: string) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation('work-account');
  const begin = useBeginFactor();
  if (!begin.data)
    return (
      <>
        {begin.error && <ErrorState error={begin.error} title={t('failed')} />}
        <div className={styles.acts}>
          <Button
            look="primary"
            busy={begin.isPending}
            onClick={() => {
              begin.mutate();
            }}
          >
            {t('factor.setUp')}
          </Button>
        </div>
      </>
    );
  const { secret, uri } = begin.data;
  return (
    <ol className={styles.steps}>
      <li>{t('factor.app')}</li>
      <li>
        {t('factor.scan')}
        <QrCode text={uri} label={t('factor.qr')} />
        <p className={styles.soft}>{t('factor.type')}</p>
        <p className={styles.secret}>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
      </li>
      <li>
        <CodeForm
          hint={t('factor.firstCode')}
          label={t('factor.confirm')}
          busy={confirm.isPending}
          error={confirm.error}
          onSend={onCode}
          onCancel={() => {
            begin.reset();
            onCancel();
          }}
        />
      </li>
    </ol>
  );
}

/** Two-step sign-in: set up, recovery codes, switched off. */
export function SecondFactorSection({ account }: { account: OwnAccount }) {
  const { t } = useTranslation('work-account');
  const { day } = useFormats();
  // Kept here: the form is gone as soon as the account says that it is on, and the codes must not go with it.
  const confirm = useConfirmFactor();
  const renew = useRenewCodes();
  const remove = useRemoveFactor();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [doing, setDoing] = useState<'renew' | 'remove' | null>(null);
  const { since, required, recoveryCodesLeft } = account.secondFactor;
  const stop = () => {
    setDoing(null);
    confirm.reset();
    renew.reset();
    remove.reset();
  };
  return (
    <section className={styles.section} aria-labelledby="second-factor">
      <h2 id="second-factor">{t('factor.title')}</h2>
      {codes && (
        <RecoveryCodeList
          codes={codes}
          onKept={() => {
            setCodes(null);
          }}
        />
      )}
      {!since && !codes && (
        <>
          {required && <Notice tone="warning" title={t('factor.required')} />}
          <p>{t('factor.lead')}</p>
          <SetUp
            confirm={confirm}
            onCode={(code) => {
              confirm.mutate(code, {
                onSuccess: (made) => {
                  setCodes(made.codes);
                },
              });
            }}
            onCancel={stop}
          />
        </>
      )}
      {since && (
        <>
          <p>{t('factor.on', { date: day(since) })}</p>
          <p className={recoveryCodesLeft < 4 ? undefined : styles.soft}>
            {t('codes.left', { count: recoveryCodesLeft })}
          </p>
          {!doing && (
            <div className={styles.acts}>
              <Button
                onClick={() => {
                  setDoing('renew');
                }}
              >
                {t('codes.renew')}
              </Button>
              {!required && (
                <Button
                  onClick={() => {
                    setDoing('remove');
                  }}
                >
                  {t('factor.remove')}
                </Button>
              )}
            </div>
          )}
          {doing === 'renew' && (
            <CodeForm
              hint={t('code.hint')}
              label={t('codes.renew')}
              busy={renew.isPending}
              error={renew.error}
              onSend={(code) => {
                renew.mutate(code, {
                  onSuccess: (made) => {
                    setCodes(made.codes);
                    stop();
                  },
                });
              }}
              onCancel={stop}
            />
          )}
          {doing === 'remove' && (
            <CodeForm
              hint={t('code.hint')}
              label={t('factor.remove')}
              busy={remove.isPending}
              error={remove.error}
              onSend={(code) => {
                remove.mutate(code, {
                  onSuccess: () => {
                    toast(t('factor.removed'));
                    stop();
                  },
                });
              }}
              onCancel={stop}
            />
          )}
        </>
      )}
    </section>
  );
}
