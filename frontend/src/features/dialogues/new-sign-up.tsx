import type { Medborgardialog } from '@lofteskartan/shared/contracts/medborgardialoger';
import type { SignUpInput } from '@lofteskartan/shared/contracts/medborgardialog-sign-ups';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntention } from '../../platform/intention.js';
import { Notice } from '../../ui/notice.js';
import { CopyLink } from '../../ui/share.js';
import { ErrorState } from '../../ui/states.js';
import { useSignUp } from './medborgardialoger.queries.js';
import { SignUpForm } from './sign-up-form.js';
import styles from './dialogues.module.css';

const NOBODY_YET = { people: 1, needs: [] };

/** Signs up, and tells the link by which it is changed or taken back. */
export function NewSignUp({ dialogue }: { dialogue: Medborgardialog }) {
  const { t } = useTranslation('dialogues');
  const { reference, municipality, signUp, title } = dialogue;
  const make = useSignUp(reference);
  const intention = useIntention();
  /** What was sent without an answer: it may have arrived, and then its link is the only way to change it. */
  const [unanswered, setUnanswered] = useState<SignUpInput | null>(null);
  const [isChanged, setChanged] = useState(false);
  const send = (given: SignUpInput) => {
    const first = unanswered ?? given;
    setChanged(first.people !== given.people || first.needs.join() !== given.needs.join());
    make.mutate(
      { people: first.people, needs: first.needs, key: intention.key },
      {
        onError: (problem) => {
          intention.refused(problem);
          setUnanswered(problem.status >= 400 && problem.status < 500 ? null : first);
        },
      },
    );
  };
  if (make.data) {
    const { state, people, followToken } = make.data;
    const address = `${window.location.origin}/${municipality}/dialoger/${reference}/anmalan#${followToken}`;
    return (
      <div className={styles.stack}>
        <Notice
          tone={state === 'confirmed' ? 'success' : 'warning'}
          title={t(`signUp.${state}`, { count: people })}
          announced
        >
          <p>{t(state === 'confirmed' ? 'signUp.confirmedHow' : 'signUp.waitingHow')}</p>
        </Notice>
        {isChanged && <Notice tone="warning">{t('signUp.asSentFirst')}</Notice>}
        <p>{t('signUp.link')}</p>
        <p className={styles.text}>
          <a href={address}>{address}</a>
        </p>
        <CopyLink address={address} share={{ title }} />
      </div>
    );
  }
  if (!signUp?.isOpen) return <Notice>{t(signUp ? 'signUp.closed' : 'signUp.none')}</Notice>;
  return (
    <>
      {signUp.isFull && <Notice tone="warning">{t('signUp.full')}</Notice>}
      <SignUpForm
        start={NOBODY_YET}
        busy={make.isPending}
        send={t(signUp.isFull ? 'signUp.sendWaiting' : 'signUp.send')}
        failed={make.error && <ErrorState error={make.error} title={t('signUp.failed')} />}
        onSend={send}
      />
      <p className={styles.soft}>{t('signUp.noNames')}</p>
    </>
  );
}
