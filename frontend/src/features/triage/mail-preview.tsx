import type { MailPreview, PreviewMail } from '@lofteskartan/shared/contracts/mail-previews';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../platform/api.js';
import styles from './decision.module.css';

const REST_MS = 700;

const mailPreviewQuery = (reference: string, body: string) =>
  queryOptions({
    queryKey: ['mail-preview', reference, body],
    queryFn: ({ signal }) =>
      api.post<MailPreview>(
        `/triage/proposals/${encodeURIComponent(reference)}/mail-previews`,
        JSON.parse(body) as PreviewMail,
        { signal },
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

/** What was written, once the hand rests. */
function useRested(written: string): string {
  const [rested, setRested] = useState(written);
  useEffect(
    function waitForTheHand() {
      const timer = setTimeout(() => {
        setRested(written);
      }, REST_MS);
      return () => {
        clearTimeout(timer);
      };
    },
    [written],
  );
  return rested;
}

interface MailPreviewPartProps {
  proposal: TriageProposal;
  move: PreviewMail;
}

/** The mail as the sender will read it, in the sender's language. The server puts it together; nothing is sent. */
export function MailPreviewPart({ proposal, move }: MailPreviewPartProps) {
  const { t } = useTranslation('work-templates');
  const hasAddress = proposal.contact !== 'none';
  const body = useRested(JSON.stringify(move));
  const { data } = useQuery({ ...mailPreviewQuery(proposal.reference, body), enabled: hasAddress });
  if (!hasAddress) return <p className={styles.soft}>{t('mail.none')}</p>;
  if (!data?.subject) return null;
  return (
    <section className={styles.preview} aria-label={t('mail.title')}>
      <h3>{t('mail.title')}</h3>
      <p className={styles.soft}>{t('mail.subject', { subject: data.subject })}</p>
      <div lang={data.language} className={styles.mail}>
        {data.lines.map((line, index) =>
          line.startsWith('> ') ? (
            <blockquote key={`${String(index)} ${line}`} className={styles.text}>
              {line.slice(2)}
            </blockquote>
          ) : (
            <p key={`${String(index)} ${line}`}>{line}</p>
          ),
        )}
      </div>
    </section>
  );
}
