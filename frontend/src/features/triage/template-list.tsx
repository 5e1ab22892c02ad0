import type { ReplyTemplate } from '@lofteskartan/shared/contracts/reply-templates';
import { TEMPLATE_STATUSES } from '@lofteskartan/shared/reply-placeholders';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { Tag } from '../../ui/status-mark.js';
import styles from './templates.module.css';

interface TemplateListProps {
  templates: readonly ReplyTemplate[];
  onOpen: (id: string) => void;
}

/** The templates by status, each with what it is for and how it begins. */
export function TemplateList({ templates, onOpen }: TemplateListProps) {
  const { t } = useTranslation(['work-templates', 'words']);
  const groups = TEMPLATE_STATUSES.map((status) => ({
    status,
    items: templates.filter((each) => each.status === status),
  })).filter(({ items }) => items.length > 0);
  return groups.map(({ status, items }) => (
    <section key={status} className={styles.group} aria-labelledby={`templates-${status}`}>
      <h2 id={`templates-${status}`}>{t(`statuses.${status}`)}</h2>
      <ul className={styles.list}>
        {items.map((each) => (
          <li key={each.id}>
            <span className={styles.head}>
              <strong>{each.name}</strong>
              <Tag>{each.kind ? t(`kind.${each.kind}`, { ns: 'words' }) : t('everyKind')}</Tag>
              {each.reason && <Tag>{t(`declineReason.${each.reason}`, { ns: 'words' })}</Tag>}
              {each.organisation && <Tag>{each.organisation}</Tag>}
              {!each.active && <Tag>{t('putAway')}</Tag>}
            </span>
            <span className={styles.words}>{each.text.sv}</span>
            <Button
              look="quiet"
              aria-label={t('editOne', { name: each.name })}
              onClick={() => {
                onOpen(each.id);
              }}
            >
              {t('edit')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  ));
}
