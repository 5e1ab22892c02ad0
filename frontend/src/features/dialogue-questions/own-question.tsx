import type { FollowedQuestion } from '@lofteskartan/shared/contracts/medborgardialog-questions';
import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTypedAddress } from '../../platform/mail-address.js';
import { AddressField, AddressForm } from '../../ui/address-form.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { announce } from '../../ui/live-region.js';
import { Notice } from '../../ui/notice.js';
import { Part } from '../../ui/part.js';
import { ErrorState } from '../../ui/states.js';
import { forgetOwnQuestion } from '../../platform/kept-questions.js';
import styles from './questions.module.css';
import {
  useRemoveQuestionContact,
  useSaveQuestionContact,
  useWithdrawQuestion,
} from './questions.queries.js';

interface OwnProps {
  followed: FollowedQuestion;
  token: string;
}

/** Where the answer goes, and how to change that. */
export function OwnQuestionContactPart({ followed, token }: OwnProps) {
  const { t } = useTranslation('dialogue-questions');
  const { contact } = followed;
  const address = useTypedAddress(contact?.email ?? '');
  const save = useSaveQuestionContact(token);
  const remove = useRemoveQuestionContact(token);
  const error = save.error ?? remove.error;
  return (
    <Part id="contact" title={t('follow.contact')}>
      {contact ? (
        <Notice
          tone={
            contact.state === 'confirmed' ? 'success' : contact.state === 'unconfirmed' ? 'warning' : 'info'
          }
          title={t(`follow.state.${contact.state}`)}
        >
          <p className={styles.text}>{contact.email}</p>
          {contact.state === 'unconfirmed' && <p>{t('follow.unconfirmedHow')}</p>}
        </Notice>
      ) : (
        <p>{t('follow.offer')}</p>
      )}
      <AddressForm
        className={styles.form}
        address={address}
        busy={save.isPending}
        onSend={(email) => {
          save.mutate(email, {
            onSuccess: () => {
              announce(t('follow.unconfirmedHow'));
            },
          });
        }}
      >
        <AddressField
          address={address}
          label={t('support.email')}
          hint={t('support.emailHint')}
          wrong={t('support.emailWrong')}
        />
        <div className={styles.acts}>
          <Button type="submit" busy={save.isPending}>
            {t('follow.change')}
          </Button>
          {contact && (
            <Button
              look="quiet"
              busy={remove.isPending}
              onClick={() => {
                remove.mutate(undefined, {
                  onSuccess: () => {
                    address.change('');
                    announce(t('follow.removed'));
                  },
                });
              }}
            >
              {t('follow.remove')}
            </Button>
          )}
        </div>
      </AddressForm>
      {error && <ErrorState error={error} title={t('follow.contactFailed')} />}
    </Part>
  );
}

/** Everything that is kept about the question, as a file: it is what the page was made of. */
export function OwnQuestionData({ followed }: { followed: FollowedQuestion }) {
  const { t } = useTranslation('dialogue-questions');
  const save = () => {
    const bytes = new Blob([JSON.stringify(followed, null, 2)], { type: 'application/json' });
    const address = URL.createObjectURL(bytes);
    const link = document.createElement('a');
    link.href = address;
    link.download = `${followed.reference}.json`;
    link.click();
    setTimeout(() => {
      URL.revokeObjectURL(address);
    }, 60_000);
  };
  return (
    <Part id="data" title={t('follow.data')}>
      <p>{t('follow.dataHow')}</p>
      <div>
        <Button icon={<FileDown size={18} aria-hidden="true" />} onClick={save}>
          {t('follow.dataGet')}
        </Button>
      </div>
    </Part>
  );
}

/** Taking it back, or leaving it to others who want the answer too; after a question: it cannot be undone. */
export function WithdrawQuestion({
  followed,
  token,
  onWithdrawn,
}: OwnProps & { onWithdrawn: (hasLeft: boolean) => void }) {
  const { t } = useTranslation('dialogue-questions');
  const [isAsking, setAsking] = useState(false);
  const withdraw = useWithdrawQuestion(token);
  const close = () => {
    setAsking(false);
  };
  const does = followed.othersWant ? 'leave' : 'withdraw';
  if (!followed.mayWithdraw) return null;
  return (
    <Part id="withdraw" title={t(`follow.${does}`)}>
      <p>{t(`follow.${does}How`)}</p>
      <div>
        <Button
          look="danger"
          onClick={() => {
            setAsking(true);
          }}
        >
          {t(`follow.${does}`)}
        </Button>
      </div>
      {isAsking && (
        <Dialog
          open
          insists
          title={t(`follow.${does}Sure`, { reference: followed.reference })}
          onClose={close}
          actions={
            <>
              <Button onClick={close}>{t('follow.keep')}</Button>
              <Button
                look="danger"
                busy={withdraw.isPending}
                onClick={() => {
                  withdraw.mutate(undefined, {
                    onSuccess: ({ status }) => {
                      const hasLeft = status !== 'withdrawn';
                      if (hasLeft) forgetOwnQuestion(followed.reference);
                      announce(t(hasLeft ? 'follow.left' : 'follow.withdrawn'));
                      onWithdrawn(hasLeft);
                    },
                  });
                }}
              >
                {t(`follow.${does}Yes`)}
              </Button>
            </>
          }
        >
          <p>{t(`follow.${does}How`)}</p>
          {withdraw.error && <ErrorState error={withdraw.error} title={t('follow.withdrawFailed')} />}
        </Dialog>
      )}
    </Part>
  );
}
