import type { ReplyTemplate } from '@lofteskartan/shared/contracts/reply-templates';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import styles from './templates.module.css';
import { templateHistoryQuery } from './templates.queries.js';

/** What the template has been, and who changed it. */
export function TemplateHistory({ template: { id, version } }: { template: ReplyTemplate }) {
  const { t } = useTranslation('work-templates');
  const { moment } = useFormats();
  const { data } = useQuery(templateHistoryQuery(id, version));
  if (!data) return null;
  return (
    <details className={styles.history}>
      <summary>{t('history.title', { count: data.items.length })}</summary>
      <ol>
        {data.items.map((each) => (
          <li key={each.version}>
            <p className={styles.soft}>
              {t('history.by', { when: moment(each.at), who: each.by ?? t('history.product') })}
              {!each.active && ` · ${t('putAway')}`}
            </p>
            <p lang="sv">{each.text.sv}</p>
            <p lang="en" className={styles.soft}>
              {each.text.en}
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}
