import type { OutcomeOfSeveral } from '@lofteskartan/shared/contracts/bulk';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { AssigneeChoice } from './assignee-choice.js';
import { BulkMove } from './bulk-move.js';
import styles from './desk.module.css';
import { useAssign } from './desk.queries.js';
import type { Choice } from './queue-choice.js';

/** What can be done with what is chosen, and what became of it: what was refused stays chosen, with its reason. */
export function BulkBar({
  choice,
  assigning,
  onAssigning,
}: {
  choice: Choice;
  /** Whether the window in which one assigns is open: the keyboard opens it too. */
  assigning: boolean;
  onAssigning: (open: boolean) => void;
}) {
  const { t } = useTranslation('work-desk');
  const assign = useAssign();
  const [isMoving, setMoving] = useState(false);
  const [outcome, setOutcome] = useState<OutcomeOfSeveral | null>(null);
  const { items } = choice;
  const done = (result: OutcomeOfSeveral) => {
    setOutcome(result);
    choice.keep(result.items.flatMap((item) => (item.done ? [] : [item.reference])));
  };
  const refused = outcome?.items.filter((item) => !item.done) ?? [];
  return (
    <div className={styles.area}>
      <div role="status">
        {outcome && (
          <Notice
            tone={refused.length === 0 ? 'success' : 'warning'}
            title={
              refused.length === 0
                ? t('bulk.allDone', { count: outcome.done })
                : t('bulk.someDone', { done: outcome.done, count: refused.length })
            }
          >
            {refused.length > 0 && (
              <ul className={styles.outcomes}>
                {refused.map(({ reference, message, errors }) => (
                  <li key={reference}>
                    {t('bulk.refused', {
                      reference,
                      why: [message, ...errors.map((each) => each.message)].filter(Boolean).join(' '),
                    })}
                  </li>
                ))}
              </ul>
            )}
            <Button
              look="quiet"
              onClick={() => {
                setOutcome(null);
              }}
            >
              {t('bulk.read')}
            </Button>
          </Notice>
        )}
      </div>
      {items.length > 0 && (
        <section className={styles.bulk} aria-label={t('bulk.label')}>
          <p>{t('bulk.chosen', { count: items.length, most: LIMITS.proposalsAtOnce })}</p>
          <div className={styles.line}>
            <Button
              aria-haspopup="dialog"
              busy={assign.isPending}
              onClick={() => {
                onAssigning(true);
              }}
            >
              {t('assign')}
            </Button>
            <Button
              aria-haspopup="dialog"
              onClick={() => {
                setMoving(true);
              }}
            >
              {t('bulk.move')}
            </Button>
            <Button look="quiet" onClick={choice.clear}>
              {t('bulk.clear')}
            </Button>
          </div>
          {assign.error && <Notice tone="error">{assign.error.detail || t('assignFailed')}</Notice>}
        </section>
      )}
      <AssigneeChoice
        open={assigning}
        title={t('assignTitle', { count: items.length })}
        municipalities={[...new Set(items.map(({ municipality }) => municipality))]}
        onClose={() => {
          onAssigning(false);
        }}
        onChoose={(to) => {
          onAssigning(false);
          const proposals = items.map(({ reference, version }) => ({ reference, version }));
          assign.mutate({ ...to, proposals }, { onSuccess: done });
        }}
      />
      {isMoving && (
        <BulkMove
          items={items}
          onClose={() => {
            setMoving(false);
          }}
          onDone={(result) => {
            setMoving(false);
            done(result);
          }}
        />
      )}
    </div>
  );
}
