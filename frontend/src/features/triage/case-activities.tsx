import type { StaffActivity } from '@lofteskartan/shared/contracts/activities';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Tag } from '../../ui/status-mark.js';
import styles from './case-side.module.css';

/** What was done because of this proposal, with what the public does not see yet. */
export function CaseActivities({ activities }: { activities: readonly StaffActivity[] }) {
  const { t } = useTranslation('work-case');
  const { date, moment } = useFormats();
  return (
    <ul className={styles.activities}>
      {activities.map((each) => (
        <li key={each.id}>
          <p className={styles.row}>
            <strong>
              {date(each.occurredOn)} · {each.commitmentTitle}
            </strong>
            <Tag>{t(`activity.${each.state}`)}</Tag>
          </p>
          <p>{each.publicText}</p>
          {each.state === 'awaiting-release' && each.releaseAt && (
            <p className={styles.soft}>{t('activity.releaseAt', { when: moment(each.releaseAt) })}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
