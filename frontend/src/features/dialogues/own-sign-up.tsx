import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { SkeletonPage } from '../../ui/skeleton.js';
import { ErrorState } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import { ownSignUpQuery, useOwnSignUp } from './medborgardialoger.queries.js';
import { SignUpForm } from './sign-up-form.js';
import styles from './dialogues.module.css';

/** One's own sign-up by its link: seen, changed, taken back. */
export function OwnSignUpView({ token }: { token: string }) {
  const { t } = useTranslation('dialogues');
  const { date, time } = useFormats();
  const { data: own, error, refetch } = useQuery(ownSignUpQuery(token));
  const change = useOwnSignUp(token);
  if (!own)
    return error ? (
      <ErrorState
        error={error}
        title={t(error.status === 401 ? 'own.wrong' : 'own.failed')}
        onRetry={() => void refetch()}
      />
    ) : (
      <SkeletonPage label={t('loading')} />
    );
  const { state, people, needs, startsAt, status, cancelledReason, mayChange } = own;
  if (status === 'cancelled')
    return (
      <Notice tone="warning" title={t('dialogue.cancelled')}>
        <p>{cancelledReason}</p>
      </Notice>
    );
  return (
    <div className={styles.stack}>
      <Notice
        tone={state === 'confirmed' ? 'success' : 'warning'}
        title={t(`signUp.${state}`, { count: people })}
      >
        <p>
          {date(startsAt)} {time(startsAt)}
        </p>
      </Notice>
      {mayChange && (
        <SignUpForm
          key={`${String(people)} ${needs.join(' ')}`}
          start={{ people, needs }}
          busy={change.isPending}
          send={t('own.save')}
          failed={change.error && <ErrorState error={change.error} title={t('own.notSaved')} />}
          onSend={(given) => {
            change.mutate(given, {
              onSuccess: () => {
                toast(t('own.saved'));
              },
            });
          }}
        />
      )}
      {state !== 'cancelled' && (
        <div>
          <Button
            look="danger"
            busy={change.isPending}
            onClick={() => {
              change.mutate(null);
            }}
          >
            {t('own.giveUp')}
          </Button>
        </div>
      )}
    </div>
  );
}
