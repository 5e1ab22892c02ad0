import type { StaffOutcome } from '@lofteskartan/shared/contracts/outcomes';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { useCloseOutcome } from './case.mutations.js';
import styles from './case-side.module.css';
import { OutcomeClosingForm } from './outcome-closing-form.js';

/** Whether it helped, in the sender's words, and what becomes of that. */
export function Outcome({ proposal, outcome }: { proposal: TriageProposal; outcome: StaffOutcome }) {
  const { t } = useTranslation('work-sender');
  const { moment } = useFormats();
  const { helped, text, safetyNow, toldAt, waits, onBehalf, closing } = outcome;
  const before = 'safetyNow' in proposal.details ? proposal.details.safetyNow : null;
  return (
    <div className={styles.notes}>
      <ul>
        <li>
          <strong>{t(`outcome.helped.${helped}`)}</strong>
          {text && <p>{text}</p>}
          {safetyNow !== null && (
            <p>
              {before
                ? t('outcome.safetyBefore', { safety: safetyNow, before })
                : t('outcome.safety', { safety: safetyNow })}
            </p>
          )}
          <p className={styles.by}>
            {t(onBehalf ? 'outcome.saidToStaff' : 'outcome.said', { when: moment(toldAt) })}
          </p>
          {closing && (
            <p className={styles.by}>
              {t(`outcome.closed.${closing.decision}`, {
                note: closing.note,
                by: closing.by,
                when: moment(closing.at),
              })}
            </p>
          )}
        </li>
      </ul>
      {waits && <CloseOwn key={toldAt} proposal={proposal} toldAt={toldAt} />}
    </div>
  );
}

function CloseOwn({ proposal, toldAt }: { proposal: TriageProposal; toldAt: string }) {
  const act = useCloseOutcome(proposal.reference);
  return (
    <OutcomeClosingForm
      proposal={proposal}
      act={act}
      onClose={(closing, onSuccess) => {
        act.mutate({ ...closing, toldAt }, { onSuccess });
      }}
    />
  );
}
