import type { PlanWeek } from '@lofteskartan/shared/contracts/planned-checks';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import styles from './plan-sheet.module.css';
import { useWhenWords } from './plan-words.js';

/** The checks of a week on paper, to take along in the car. */
export function PlanSheet({ week }: { week: PlanWeek }) {
  const { t } = useTranslation(['work-planner', 'words']);
  const { number, phrase } = useFormats();
  const when = useWhenWords();
  const checks = week.checks.filter(({ state }) => state === 'planned');
  return (
    <>
      <p className={styles.internal}>{t('sheet.internal')}</p>
      <div className={styles.acts}>
        <Button
          look="primary"
          icon={<Printer size={18} aria-hidden="true" />}
          onClick={() => {
            window.print();
          }}
        >
          {t('sheet.print')}
        </Button>
      </div>
      {checks.length === 0 && <p>{t('sheet.none')}</p>}
      <ol className={styles.list}>
        {checks.map((check) => (
          <li key={check.id}>
            <div className={styles.words}>
              <strong>{when(check)}</strong>
              <span className={styles.where}>
                {[check.stretchName ?? t('unnamed'), check.localityName].filter(Boolean).join(', ')}
              </span>
              <span>
                {[
                  check.postedLimit && t('row.limit', { limit: check.postedLimit }),
                  t('row.people', { count: check.people }),
                  check.problems.length > 0 &&
                    phrase(check.problems.map((each) => t(`problem.${each}`, { ns: 'words' }))),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {check.note && <span>{check.note}</span>}
              <span className={styles.soft}>
                {check.position
                  ? t('sheet.position', {
                      north: number(check.position[1], 5),
                      east: number(check.position[0], 5),
                    })
                  : t('sheet.nowhere')}
              </span>
            </div>
            <span className={styles.box} role="img" aria-label={t('sheet.done')} />
          </li>
        ))}
      </ol>
    </>
  );
}
