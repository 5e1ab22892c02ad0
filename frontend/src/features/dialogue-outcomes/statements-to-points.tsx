import type { StaffPoints } from '@lofteskartan/shared/contracts/medborgardialog-points';
import type { StatementResult } from '@lofteskartan/shared/contracts/medborgardialog-live';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { Button } from '../../ui/button.js';
import { ErrorState } from '../../ui/states.js';
import { useAddPoint } from './outcome-work.queries.js';
import styles from './outcomes.module.css';

interface StatementsToPointsProps {
  all: StaffPoints;
  /** Draws how people voted. */
  resultOf: (result: StatementResult) => ReactNode;
}

/** The statements that people voted on, each with its result and the point that it became, or the way to one. */
export function StatementsToPoints({ all, resultOf }: StatementsToPointsProps) {
  const { t } = useTranslation('dialogue-outcomes');
  return (
    <>
      <p className={styles.soft}>{t('statements.how')}</p>
      <ul className={styles.points}>
        {all.statements.map((statement) => (
          <li key={statement.id} className={styles.point}>
            <h3>{t('point.numbered', { number: statement.number, text: statement.text })}</h3>
            {resultOf(statement)}
            {statement.point !== null ? (
              <a href={`#punkt-${String(statement.point)}`}>
                {t('statements.point', { number: statement.point })}
              </a>
            ) : (
              all.mayChange && <ToPoint reference={all.reference} statement={statement} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function ToPoint({
  reference,
  statement,
}: {
  reference: string;
  statement: StaffPoints['statements'][number];
}) {
  const { t } = useTranslation('dialogue-outcomes');
  const add = useAddPoint(reference);
  const [key] = useState(newKey);
  const { id, text, number } = statement;
  return (
    <>
      {add.error && <ErrorState error={add.error} title={t('form.notSaved')} />}
      <div className={styles.actions}>
        <Button
          busy={add.isPending}
          aria-label={t('statements.toPointOf', { number, text })}
          onClick={() => {
            add.mutate({ text, statementId: id, key });
          }}
        >
          {t('notes.toPoint')}
        </Button>
      </div>
    </>
  );
}
