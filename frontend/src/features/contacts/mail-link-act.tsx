import type { ContactReceipt, MailToken } from '@lofteskartan/shared/contracts/contacts';
import type { UseMutationResult } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../platform/api.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { ErrorState } from '../../ui/states.js';
import styles from './contacts.module.css';

export interface MailLinkActProps {
  /** Null when the link is not whole. */
  token: string | null;
  act: UseMutationResult<ContactReceipt, Problem, MailToken>;
  /** What the button does, in one sentence. */
  lead: string;
  /** What the button says. */
  label: string;
  /** Why such a link may no longer hold. */
  gone: string;
  /** What has happened, and the ways from there. */
  done: (receipt: ContactReceipt) => ReactNode;
}

/** One act behind a link from a mail. A button does it: the machines that look through mail for harm follow links as well. */
export function MailLinkAct({ token, act, lead, label, gone, done }: MailLinkActProps) {
  const { t } = useTranslation('mail');
  const outcome = useRef<HTMLDivElement>(null);
  const isGone = token === null || act.error?.status === 404 || act.error?.status === 422;
  useEffect(
    function goToTheOutcome() {
      // The button that was pressed is gone.
      if (act.isSuccess || act.isError) outcome.current?.focus();
    },
    [act.isSuccess, act.isError],
  );
  return (
    <div ref={outcome} tabIndex={-1} className={styles.act}>
      {act.data && done(act.data)}
      {!act.data && isGone && (
        <Notice tone="warning" title={token === null ? t('link.missing') : t('link.gone')} announced>
          <p>{token === null ? t('link.missingHow') : gone}</p>
        </Notice>
      )}
      {!act.data && !isGone && (
        <>
          {act.error ? <ErrorState error={act.error} title={t('link.failed')} /> : <p>{lead}</p>}
          <Button
            look="primary"
            busy={act.isPending}
            onClick={() => {
              act.mutate({ token });
            }}
          >
            {label}
          </Button>
        </>
      )}
    </div>
  );
}
