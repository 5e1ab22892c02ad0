import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './responsibility.module.css';
import { referralPreviewQuery } from './responsibility.queries.js';

/** The mail that a body would get about a proposal. */
export function ReferralMail({
  reference,
  bodyId,
  asked,
}: {
  reference: string;
  bodyId: string;
  asked: string;
}) {
  const { t } = useTranslation('work-bodies');
  const typed = useDeferredValue(asked.trim());
  const { data } = useQuery({
    ...referralPreviewQuery(reference, { bodyId, asked: typed || undefined }),
    placeholderData: (before) => before,
  });
  if (!data) return null;
  return (
    <details className={styles.mail}>
      <summary>{t('refer.preview')}</summary>
      <dl>
        <dt>{t('refer.to')}</dt>
        <dd>{data.to}</dd>
        {data.replyTo && (
          <>
            <dt>{t('refer.replyTo')}</dt>
            <dd>{data.replyTo}</dd>
          </>
        )}
        <dt>{t('refer.subject')}</dt>
        <dd>{data.subject}</dd>
      </dl>
      <pre className={styles.letter}>{data.text}</pre>
    </details>
  );
}
