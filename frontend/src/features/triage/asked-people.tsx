import type { AskedOnBehalf } from '@lofteskartan/shared/contracts/asked-on-behalf';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { ErrorState } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import styles from './case-side.module.css';
import { useTellOnBehalf } from './case.mutations.js';
import { emptyDraft, OutcomeFields, outcomeOf } from './outcome-fields.js';

const idOf = ({ supporter }: AskedOnBehalf) => supporter ?? 'sender';

/** Those who reached staff by telephone, on paper or in person: nobody else asks them how it is now. Whoever is asked in a call stands there instead. */
export function AskedPeople({ proposal }: { proposal: TriageProposal }) {
  const { t } = useTranslation('work-sender');
  const [open, setOpen] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const close = () => {
    setOpen(null);
    // What was pressed is gone: the list takes the focus.
    requestAnimationFrame(() => list.current?.focus());
  };
  return (
    <div className={styles.notes}>
      <p>{t('asked.lead')}</p>
      <ul ref={list} tabIndex={-1}>
        {peopleAsked(proposal).map((person) => (
          <Person
            key={idOf(person)}
            proposal={proposal}
            person={person}
            isOpen={open === idOf(person)}
            onOpen={() => {
              setOpen(idOf(person));
            }}
            onClose={close}
          />
        ))}
      </ul>
    </div>
  );
}

/** Whether the sender is asked while being called: then the call has the fields. */
export const isAskedInACall = ({ toAsk, contact }: TriageProposal): boolean => toAsk && contact === 'allowed';

/** Those who are asked by themselves. */
export const peopleAsked = (proposal: TriageProposal): AskedOnBehalf[] =>
  proposal.asked.filter(({ supporter }) => supporter !== null || !isAskedInACall(proposal));

interface PersonProps {
  proposal: TriageProposal;
  person: AskedOnBehalf;
  isOpen: boolean;
  onOpen: () => void;
  onClose: () => void;
}

function Person({ proposal, person, isOpen, onOpen, onClose }: PersonProps) {
  const { t } = useTranslation(['work-sender', 'work-bodies']);
  const { date } = useFormats();
  const { supporter, source, at, toldAt } = person;
  const who = t(supporter === null ? 'asked.sender' : 'asked.supporter', {
    source: t(`sources.${source}`, { ns: 'work-bodies' }),
    when: date(at),
  });
  return (
    <li>
      <strong>{who}</strong>
      <p className={styles.by}>{toldAt ? t('asked.told', { when: date(toldAt) }) : t('asked.untold')}</p>
      {isOpen ? (
        <AnswerForm proposal={proposal} supporter={supporter} onDone={onClose} />
      ) : (
        <Button look="quiet" aria-label={t('asked.writeOf', { who })} onClick={onOpen}>
          {t(toldAt ? 'asked.rewrite' : 'asked.write')}
        </Button>
      )}
    </li>
  );
}

interface AnswerFormProps {
  proposal: TriageProposal;
  supporter: string | null;
  onDone: () => void;
}

function AnswerForm({ proposal, supporter, onDone }: AnswerFormProps) {
  const { t } = useTranslation('work-sender');
  const [draft, setDraft] = useState(emptyDraft);
  const [isTried, setTried] = useState(false);
  const tell = useTellOnBehalf(proposal.reference);
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (!draft.helped) event.currentTarget.querySelector('input')?.focus();
    const outcome = outcomeOf(draft);
    if (!outcome || tell.isPending) return;
    tell.mutate(supporter === null ? outcome : Object.assign(outcome, { supporter }), {
      onSuccess: () => {
        toast(t('asked.saved'));
        onDone();
      },
    });
  };
  return (
    <form noValidate onSubmit={send}>
      <OutcomeFields
        kind={proposal.kind}
        draft={draft}
        onChange={setDraft}
        error={isTried && !draft.helped ? t('asked.pick') : undefined}
      />
      {tell.error && <ErrorState error={tell.error} title={t('outcome.failed')} />}
      <div className={styles.acts}>
        <Button type="submit" look="primary" busy={tell.isPending}>
          {t('asked.save')}
        </Button>
        <Button onClick={onDone}>{t('asked.cancel')}</Button>
      </div>
    </form>
  );
}
