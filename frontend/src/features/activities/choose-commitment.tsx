import type { Commitment } from '@lofteskartan/shared/contracts/medborgarlofte';
import type { Session } from '@lofteskartan/shared/contracts/staff';
import { Check, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { holds } from '../../platform/memberships.js';
import { EmptyState } from '../../ui/states.js';
import styles from './log.module.css';
import { isOwn } from './log-steps.js';

interface ChooseCommitmentProps {
  commitments: readonly Commitment[];
  session: Session;
  chosen: string;
  onChoose: (commitment: Commitment) => void;
}

function Choices({ commitments, chosen, onChoose }: Omit<ChooseCommitmentProps, 'session'>) {
  return (
    <ul className={styles.choices}>
      {commitments.map((each) => (
        <li key={each.id}>
          <button
            type="button"
            className={styles.choice}
            aria-pressed={each.id === chosen}
            onClick={() => {
              onChoose(each);
            }}
          >
            <span className={styles.choiceWords}>
              <strong>{each.title}</strong>
              <span className={styles.soft}>{each.owners.map(({ name }) => name).join(', ')}</span>
            </span>
            {each.id === chosen ? (
              <Check size={22} aria-hidden="true" />
            ) : (
              <ChevronRight size={22} aria-hidden="true" />
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The first question: what was done. One's own commitments first; a press leads on. */
export function ChooseCommitment({ commitments, session, chosen, onChoose }: ChooseCommitmentProps) {
  const { t } = useTranslation('work-activities');
  const own = commitments.filter((each) => isOwn(each, session));
  const others = commitments.filter(
    (each) => !own.includes(each) && holds(session, ['coordinator'], each.municipality),
  );
  if (own.length + others.length === 0)
    return <EmptyState title={t('log.none')}>{t('log.noneHow')}</EmptyState>;
  return (
    <div className={styles.step}>
      {own.length > 0 && (
        <section className={styles.group}>
          <h2>{t('log.own')}</h2>
          <Choices commitments={own} chosen={chosen} onChoose={onChoose} />
        </section>
      )}
      {others.length > 0 && (
        <section className={styles.group}>
          <h2>{t('log.others')}</h2>
          <p className={styles.soft}>{t('log.othersHow')}</p>
          <Choices commitments={others} chosen={chosen} onChoose={onChoose} />
        </section>
      )}
    </div>
  );
}
