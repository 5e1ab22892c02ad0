import type { StretchDetail } from '@lofteskartan/shared/contracts/stretches';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { StatusMark } from '../../ui/status-mark.js';
import styles from './planner.module.css';
import { useReasonWords } from './reasons.js';

const AssessDialog = lazy(() => import('./assess-dialog.js'));

const LOOKS = {
  suitable: { fill: 'check', tone: 'done' },
  unsuitable: { fill: 'bar', tone: 'no' },
  'not-assessed': { fill: 'dotted', tone: 'wait' },
} as const;

/** Whether a check can be made, and why not. */
export function Assessment({ municipality, stretch }: { municipality: string; stretch: StretchDetail }) {
  const { t } = useTranslation('work-planner');
  const { day } = useFormats();
  const words = useReasonWords();
  const [isOpen, setOpen] = useState(false);
  const { verdict, reasons, note, roadKeeper, assessedAt, limitChangeMetres } = stretch.assessment;
  return (
    <section className={styles.section}>
      <h2>{t('assess.title')}</h2>
      <div>
        <StatusMark {...LOOKS[verdict]}>{t(`assess.verdict.${verdict}`)}</StatusMark>
      </div>
      {reasons.length > 0 && (
        <ul>
          {reasons.map((code) => (
            <li key={code}>{words({ code, values: { metres: limitChangeMetres ?? 0 } })}</li>
          ))}
        </ul>
      )}
      {roadKeeper && (
        <p className={styles.soft}>
          {t('assess.keeper')}: {t(`assess.keepers.${roadKeeper}`)}
        </p>
      )}
      {note && <p>{note}</p>}
      {assessedAt && <p className={styles.soft}>{t('assess.at', { date: day(assessedAt) })}</p>}
      <div>
        <Button
          onClick={() => {
            setOpen(true);
          }}
        >
          {t('assess.edit')}
        </Button>
      </div>
      {isOpen && (
        <Suspense>
          <AssessDialog
            municipality={municipality}
            stretch={stretch}
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </section>
  );
}
