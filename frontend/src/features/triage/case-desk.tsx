import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { useQuery } from '@tanstack/react-query';
import { Clock, UserRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../platform/api.js';
import { useFormats } from '../../platform/format.js';
import { useShortcuts } from '../../platform/shortcuts.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { toast } from '../../ui/toast.js';
import { AssigneeChoice, useHands } from './assignee-choice.js';
import styles from './desk.module.css';
import { presenceQuery, useAssign } from './desk.queries.js';

/** Says that this case is open as long as the page is, and who else has it open. */
function Presence({ reference }: { reference: string }) {
  const { t, i18n } = useTranslation('work-desk');
  const { data } = useQuery(presenceQuery(reference));
  useEffect(
    function sayGoodbye() {
      return () => {
        // Nothing is lost when it does not arrive: the mark is gone after a minute and a half.
        api.delete(`/triage/proposals/${encodeURIComponent(reference)}/presence`).catch(() => undefined);
      };
    },
    [reference],
  );
  const names = data?.names ?? [];
  return (
    <div role="status">
      {names.length > 0 && (
        <Notice>
          <span>
            {t('presence.open', {
              count: names.length,
              names: new Intl.ListFormat(i18n.language).format(names),
            })}
          </span>
        </Notice>
      )}
    </div>
  );
}

/** Whose case it is, until when it is to be answered, and who else has it open now. */
export function CaseDesk({ proposal }: { proposal: TriageProposal }) {
  const { t } = useTranslation('work-desk');
  const { date } = useFormats();
  const hands = useHands();
  const assign = useAssign();
  const [isOpen, setOpen] = useState(false);
  useShortcuts(t('keys.case'), [
    {
      keys: 'a',
      words: t('keys.assign'),
      run: () => {
        setOpen(true);
      },
    },
  ]);
  const { reference, version, assignee, answerDueAt, overdue } = proposal;
  return (
    <div className={styles.desk}>
      <Presence key={reference} reference={reference} />
      <div className={styles.line}>
        <span className={styles.fact}>
          <UserRound size={18} aria-hidden="true" />
          {assignee ? t('hands.has', { name: hands(assignee) }) : t('hands.nobodyHas')}
        </span>
        <Button
          className={styles.small}
          busy={assign.isPending}
          aria-haspopup="dialog"
          onClick={() => {
            setOpen(true);
          }}
        >
          {t('assign')}
        </Button>
        {answerDueAt && (
          <span className={overdue ? `${styles.fact} ${styles.late}` : styles.fact}>
            <Clock size={18} aria-hidden="true" />
            {t(overdue ? 'due.over' : 'due.until', { date: date(lastDay(answerDueAt)) })}
          </span>
        )}
      </div>
      {assign.error && <Notice tone="error">{assign.error.detail || t('assignFailed')}</Notice>}
      <AssigneeChoice
        open={isOpen}
        title={t('assignTitle', { count: 1 })}
        municipalities={[proposal.municipality]}
        onClose={() => {
          setOpen(false);
        }}
        onChoose={(to, name) => {
          setOpen(false);
          assign.mutate(
            { ...to, proposals: [{ reference, version }] },
            {
              onSuccess: ({ items: [item] }) => {
                if (item?.done) toast(t('assigned', { count: 1, name }));
                else toast(item?.message ?? t('assignFailed'), 'error');
              },
            },
          );
        }}
      />
    </div>
  );
}

/** The last day of an answer time that ends at a midnight. */
export const lastDay = (answerDueAt: string): string =>
  new Date(new Date(answerDueAt).getTime() - 60_000).toISOString();
