import { WALK_CHECKS, type WalkChecklist } from '@lofteskartan/shared/safety-walks';
import { useTranslation } from 'react-i18next';
import { StatusMark } from '../../ui/status-mark.js';
import { MARK_LOOKS } from './walk-looks.js';
import styles from './walks.module.css';

/** What was found of what was looked at. What nobody looked at is left out. */
export function ChecklistMarks({ checklist }: { checklist: WalkChecklist }) {
  const { t } = useTranslation('walks');
  const looked = WALK_CHECKS.filter((check) => checklist[check] !== 'not-looked');
  if (looked.length === 0) return <p className={styles.soft}>{t('protocol.nothingLooked')}</p>;
  return (
    <dl className={styles.marks}>
      {looked.map((check) => (
        <div key={check}>
          <dt>{t(`check.${check}`)}</dt>
          <dd>
            <StatusMark {...MARK_LOOKS[checklist[check]]}>{t(`mark.${checklist[check]}`)}</StatusMark>
          </dd>
        </div>
      ))}
    </dl>
  );
}
