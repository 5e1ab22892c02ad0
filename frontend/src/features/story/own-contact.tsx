import type { OwnContact } from '@lofteskartan/shared/contracts/contacts';
import type { FollowedProposal } from '@lofteskartan/shared/contracts/proposals';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { announce } from '../../ui/live-region.js';
import { Notice } from '../../ui/notice.js';
import { ContactForm } from './contact-form.js';
import { useRemoveContact, useSaveContact } from './follow.queries.js';
import styles from './own-contact.module.css';

export interface OwnContactPanelProps {
  followed: FollowedProposal;
  token: string;
  /** Whether the municipality sends answers by mail. */
  mail: boolean;
}

/** "Svar med e-post": where the answers go, whether the address is confirmed, and how to change or remove it. */
export function OwnContactPanel({ followed, token, mail }: OwnContactPanelProps) {
  const { t } = useTranslation('story');
  const [isChanging, setChanging] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const { contact, status } = followed;
  const mayBeAsked = mail && status !== 'withdrawn';
  const goToThePanel = () => {
    // What was pressed is gone: what it led to takes the focus.
    requestAnimationFrame(() => panel.current?.focus());
  };

  return (
    <div ref={panel} tabIndex={-1} className={styles.panel}>
      {!contact && !mayBeAsked && <p>{t('contact.none')}</p>}
      {mayBeAsked && (!contact || isChanging) && (
        <ContactForm
          contact={contact}
          token={token}
          onSaved={() => {
            setChanging(false);
            goToThePanel();
          }}
          onCancel={
            contact
              ? () => {
                  setChanging(false);
                  goToThePanel();
                }
              : undefined
          }
        />
      )}
      {contact && !isChanging && (
        <Standing
          contact={contact}
          token={token}
          mayBeAsked={mayBeAsked}
          onChange={() => {
            setChanging(true);
          }}
          onRemoved={goToThePanel}
        />
      )}
    </div>
  );
}

interface StandingProps {
  contact: OwnContact;
  token: string;
  mayBeAsked: boolean;
  onChange: () => void;
  onRemoved: () => void;
}

/** The address as it stands, in words, and what can be done with it. */
function Standing({ contact, token, mayBeAsked, onChange, onRemoved }: StandingProps) {
  const { t } = useTranslation('story');
  const save = useSaveContact(token);
  const remove = useRemoveContact(token);
  const [isRemoving, setRemoving] = useState(false);
  const { email, name, state } = contact;
  const sure = useRef<HTMLButtonElement>(null);
  useEffect(
    function goToTheQuestion() {
      if (isRemoving) sure.current?.focus();
    },
    [isRemoving],
  );
  const error = save.error ?? remove.error;
  return (
    <>
      <Notice
        tone={state === 'confirmed' ? 'success' : state === 'unconfirmed' ? 'warning' : 'info'}
        title={t(`contact.state.${state}`)}
      >
        <p className={styles.address}>
          {email}
          {name && `, ${name}`}
        </p>
        <p>{t(`contact.how.${state}`)}</p>
      </Notice>
      <div role="status">{save.isSuccess && <p>{t('contact.sentAgain', { email })}</p>}</div>
      {error && (
        <Notice tone="error" title={t('contact.failed')}>
          {error.detail || t('contact.again')}
        </Notice>
      )}
      {isRemoving ? (
        <div className={styles.row}>
          <p>{t('contact.removeSure')}</p>
          <Button
            ref={sure}
            look="danger"
            busy={remove.isPending}
            onClick={() => {
              remove.mutate(undefined, {
                onSuccess: () => {
                  announce(t('contact.removed'));
                  onRemoved();
                },
              });
            }}
          >
            {t('contact.removeYes')}
          </Button>
          <Button
            onClick={() => {
              setRemoving(false);
              onRemoved();
            }}
          >
            {t('contact.cancel')}
          </Button>
        </div>
      ) : (
        <div className={styles.row}>
          {mayBeAsked && state !== 'confirmed' && (
            <Button
              busy={save.isPending}
              onClick={() => {
                save.mutate(name === null ? { email } : { email, name });
              }}
            >
              {t(state === 'stopped' ? 'contact.resume' : 'contact.resend')}
            </Button>
          )}
          {mayBeAsked && (
            <Button look="quiet" onClick={onChange}>
              {t('contact.change')}
            </Button>
          )}
          <Button
            look="quiet"
            onClick={() => {
              setRemoving(true);
            }}
          >
            {t('contact.remove')}
          </Button>
        </div>
      )}
    </>
  );
}
