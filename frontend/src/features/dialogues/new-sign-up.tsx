import type { Medborgardialog } from '@lofteskartan/shared/contracts/medborgardialoger';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
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
  const [key] = useState(newKey);
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
        onSend={(given) => {
          const { people, needs } = given;
          make.mutate({ people, needs, key });
        }}
      />
      <p className={styles.soft}>{t('signUp.noNames')}</p>
    </>
  );
}
