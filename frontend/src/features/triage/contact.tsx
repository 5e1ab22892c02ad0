import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { KeyRound } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { DefinitionList } from '../../ui/definition-list.js';
import { ErrorState } from '../../ui/states.js';
import styles from './case-side.module.css';
import { useOpenContact } from './case.mutations.js';

/** The sender's address, for those who are responsible. It stays closed until somebody needs it, and each opening is logged. */
export function Contact({ proposal }: { proposal: TriageProposal }) {
  const { t } = useTranslation('work-case');
  const open = useOpenContact(proposal.reference);
  const outcome = useRef<HTMLDivElement>(null);
  // What was read may be old: a colleague may have linked it elsewhere, the resident may have removed the address.
  const refusal = open.error?.status;
  const isNone = refusal === 404 || (proposal.contact === 'none' && !open.isSuccess);
  const isRefused = refusal === 403 || (proposal.contact === 'refused' && !open.isSuccess);
  const isAnswered = open.isSuccess || isNone || isRefused;
  const wasAsked = !open.isIdle && !open.isPending;
  useEffect(
    function goToTheAnswer() {
      // The button that was pressed is gone.
      if (isAnswered && wasAsked) outcome.current?.focus();
    },
    [isAnswered, wasAsked],
  );
  if (isAnswered)
    return (
      <div ref={outcome} tabIndex={-1}>
        {open.data && (
          <DefinitionList
            items={[
              ...(open.data.phone
                ? [
                    {
                      term: t('contact.phone'),
                      value: <a href={`tel:${open.data.phone.replace(/[^\d+]/g, '')}`}>{open.data.phone}</a>,
                    },
                  ]
                : []),
              ...(open.data.email
                ? [
                    {
                      term: t('contact.email'),
                      value: (
                        <a href={`mailto:${encodeURIComponent(open.data.email).replace('%40', '@')}`}>
                          {open.data.email}
                        </a>
                      ),
                    },
                  ]
                : []),
              { term: t('contact.name'), value: open.data.name ?? t('contact.noName') },
            ]}
          />
        )}
        {isNone && <p className={styles.soft}>{t('contact.none')}</p>}
        {isRefused && <p className={styles.soft}>{t('contact.notYours')}</p>}
      </div>
    );
  return (
    <div className={styles.contact}>
      <p className={styles.soft}>{t('contact.lead')}</p>
      {open.error && <ErrorState error={open.error} title={t('contact.failed')} />}
      <Button
        icon={<KeyRound size={18} aria-hidden="true" />}
        busy={open.isPending}
        aria-describedby="contact-logged"
        onClick={() => {
          open.mutate();
        }}
      >
        {t('contact.open')}
      </Button>
      <p id="contact-logged" className={styles.soft}>
        {t('contact.logged')}
      </p>
    </div>
  );
}
