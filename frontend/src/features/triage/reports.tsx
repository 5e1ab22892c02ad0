import type { StaffReport } from '@lofteskartan/shared/contracts/reports';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { LIMITS, REPORT_OUTCOMES, type ReportOutcome } from '@lofteskartan/shared/vocabulary';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { TextArea } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useCloseReports } from './case.mutations.js';
import styles from './case-side.module.css';
import { useHeldCase } from './held-case.js';

/** What residents reported about this proposal, and what becomes of it. */
export function Reports({ proposal }: { proposal: TriageProposal }) {
  const { t } = useTranslation('work-case');
  const open = proposal.reports.filter(({ closing }) => closing === null);
  return (
    <div className={styles.notes}>
      {open.length > 0 && <p className={styles.soft}>{t('reports.lead')}</p>}
      <ul>
        {proposal.reports.map((report) => (
          <OneReport key={report.id} report={report} />
        ))}
      </ul>
      {open.length > 0 && <Closing key={proposal.reference} proposal={proposal} open={open} />}
    </div>
  );
}

function OneReport({ report: { reason, text, createdAt, closing } }: { report: StaffReport }) {
  const { t } = useTranslation('work-case');
  const { moment } = useFormats();
  return (
    <li>
      {text ?? <span className={styles.soft}>{t('reports.noText')}</span>}
      <p className={styles.by}>
        {t('reports.cameIn', { reason: t(`reports.reasons.${reason}`), when: moment(createdAt) })}
      </p>
      {closing && (
        <p className={styles.by}>
          {t('reports.closed', {
            outcome: t(`reports.outcomes.${closing.outcome}`),
            note: closing.note,
            by: closing.by,
            when: moment(closing.at),
          })}
        </p>
      )}
    </li>
  );
}

/** Decides about all reports that are shown; one that comes in meanwhile stays open. */
function Closing({ proposal, open }: { proposal: TriageProposal; open: readonly StaffReport[] }) {
  const { t } = useTranslation('work-case');
  const close = useCloseReports(proposal.reference);
  const [outcome, setOutcome] = useState<ReportOutcome | null>(null);
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const held = useHeldCase({ proposal, act: close, written: outcome !== null || note !== '' });
  const mayHide = proposal.status === 'hidden' || proposal.allowedMoves.some(({ to }) => to === 'hidden');
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!outcome || !note.trim() || note.length > LIMITS.reasonCharacters || close.isPending) return;
    const reports = open.map(({ id }) => id);
    close.mutate(
      { reports, outcome, note: note.trim(), version: held.saved.version },
      {
        onSuccess: () => {
          toast(t('reports.done'));
        },
      },
    );
  };
  return (
    <form onSubmit={send}>
      <RadioChips
        label={t('reports.decide')}
        value={outcome}
        error={isTried && !outcome ? t('reports.pick') : undefined}
        options={REPORT_OUTCOMES.map((value) => ({
          value,
          label: t(`reports.choices.${value}`),
          disabled: value === 'hidden' && !mayHide,
          note: value === 'hidden' && !mayHide ? t('reports.hiddenNot') : undefined,
        }))}
        onChange={setOutcome}
      />
      <div className={styles.wide}>
        <TextArea
          label={t('reports.note')}
          hint={t('reports.noteHint')}
          rows={2}
          limit={LIMITS.reasonCharacters}
          error={isTried && !note.trim() ? t('reports.needed') : undefined}
          value={note}
          onChange={(event) => {
            setNote(event.target.value);
          }}
        />
      </div>
      <SaveFailed error={close.error} title={t('reports.failed')} kept={t('decision.kept')} latest={held} />
      <Button type="submit" busy={close.isPending}>
        {t('reports.save', { count: open.length })}
      </Button>
    </form>
  );
}
