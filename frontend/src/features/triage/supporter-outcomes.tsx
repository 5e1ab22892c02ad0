import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import styles from './case-side.module.css';
import { useCloseSupporterOutcomes } from './case.mutations.js';
import { OutcomeClosingForm } from './outcome-closing-form.js';

/** How it is now to those who support a place, in their words, and what becomes of those that did not help. */
export function SupporterOutcomes({ proposal }: { proposal: TriageProposal }) {
  const { t } = useTranslation('work-sender');
  const { moment } = useFormats();
  const act = useCloseSupporterOutcomes(proposal.reference);
  const { supporterOutcomes } = proposal;
  const waiting = supporterOutcomes.filter(({ waits }) => waits).map(({ id }) => id);
  return (
    <div className={styles.notes}>
      <ul>
        {supporterOutcomes.map(({ id, helped, text, safetyNow, toldAt, withdrawnAt, onBehalf, closing }) => (
          <li key={id}>
            <strong>{t(`outcome.helped.${helped}`)}</strong>
            {text && <p>{text}</p>}
            {safetyNow !== null && <p>{t('outcome.safety', { safety: safetyNow })}</p>}
            <p className={styles.by}>
              {t(onBehalf ? 'supporters.saidToStaff' : 'supporters.said', { when: moment(toldAt) })}
            </p>
            {withdrawnAt && (
              <p className={styles.by}>{t('supporters.withdrawn', { when: moment(withdrawnAt) })}</p>
            )}
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
        ))}
      </ul>
      {waiting.length > 0 && (
        <>
          <p>{t('supporters.waiting', { count: waiting.length })}</p>
          <OutcomeClosingForm
            key={waiting.join()}
            proposal={proposal}
            act={act}
            onClose={(closing, onSuccess) => {
              act.mutate({ ...closing, outcomes: waiting }, { onSuccess });
            }}
          />
        </>
      )}
    </div>
  );
}
