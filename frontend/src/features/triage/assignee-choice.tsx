import type { Assignee, AssignProposals } from '@lofteskartan/shared/contracts/assignments';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.js';
import { ErrorState } from '../../ui/states.js';
import { Button } from '../../ui/button.js';
import styles from './desk.module.css';
import { assigneesQuery } from './desk.queries.js';
import { useWorkplace } from './workplace.js';

/** Who has a proposal, in words. */
export function useHands(): (assignee: Assignee | null) => string {
  const { t } = useTranslation('work-desk');
  return (assignee) => {
    if (!assignee) return t('hands.nobody');
    const { name, organisationName, active } = assignee;
    if (name === null) return organisationName;
    return active ? name : t('hands.closed', { name });
  };
}

type Hands = Pick<AssignProposals, 'accountId' | 'organisation'>;

interface AssigneeChoiceProps {
  open: boolean;
  onClose: () => void;
  /** Whose people are offered: those who work in all of these municipalities. */
  municipalities: readonly string[];
  onChoose: (hands: Hands, name: string) => void;
  title: string;
}

/** A window in which one says who shall have it: oneself first, then colleagues, organisations, nobody. */
export function AssigneeChoice({ open, onClose, municipalities, onChoose, title }: AssigneeChoiceProps) {
  const { t } = useTranslation('work-desk');
  const { session } = useWorkplace();
  const { data, error, refetch } = useQuery({ ...assigneesQuery, enabled: open });
  const places = (data ?? []).filter(({ municipality }) => municipalities.includes(municipality));
  const [first] = places;
  const everywhere = <T,>(
    one: T,
    of: (place: (typeof places)[number]) => readonly T[],
    same: (a: T, b: T) => boolean,
  ) => places.every((place) => of(place).some((each) => same(each, one)));
  const colleagues = (first?.colleagues ?? []).filter(
    (one) =>
      one.accountId !== session.accountId &&
      everywhere(
        one,
        (place) => place.colleagues,
        (a, b) => a.accountId === b.accountId,
      ),
  );
  const organisations = (first?.organisations ?? []).filter((one) =>
    everywhere(
      one,
      (place) => place.organisations,
      (a, b) => a.organisation === b.organisation,
    ),
  );
  const choice = (key: string, name: string, note: string | null, hands: Hands) => (
    <li key={key}>
      <button
        type="button"
        className={styles.option}
        onClick={() => {
          onChoose(hands, name);
        }}
      >
        <span>{name}</span>
        {note && <span className={styles.soft}>{note}</span>}
      </button>
    </li>
  );
  return (
    <Dialog
      title={title}
      open={open}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('cancel')}</Button>}
    >
      {error && <ErrorState error={error} title={t('hands.failed')} onRetry={() => void refetch()} />}
      <ul className={styles.options}>
        {choice('me', t('hands.me', { name: session.name }), null, { accountId: session.accountId })}
        {colleagues.map(({ accountId, name, organisationName }) =>
          choice(accountId, name, organisationName, { accountId }),
        )}
        {organisations.map(({ organisation, name }) =>
          choice(organisation, name, t('hands.organisation'), { organisation }),
        )}
        {choice('nobody', t('hands.nobody'), null, {})}
      </ul>
    </Dialog>
  );
}
