import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { PhoneCall } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { ErrorState } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import { isAskedInACall } from './asked-people.js';
import styles from './case-side.module.css';
import { emptyDraft, OutcomeFields, outcomeOf } from './outcome-fields.js';
import { useCallBack } from './responsibility.queries.js';

/** Who left a telephone number alone is called about the answer; only then it counts. In the call they are asked how it is now. */
export function CallBack({ proposal }: { proposal: TriageProposal }) {
  const { t } = useTranslation(['work-bodies', 'work-sender']);
  const [draft, setDraft] = useState(emptyDraft);
  const tick = useCallBack(proposal.reference);
  if (!proposal.toCall) return null;
  const isAsked = isAskedInACall(proposal);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (tick.isPending || draft.text.length > LIMITS.outcomeCharacters) return;
    tick.mutate(
      { outcome: outcomeOf(draft) ?? undefined },
      {
        onSuccess: () => {
          toast(t(draft.helped ? 'call.doneAsked' : 'call.done'));
        },
      },
    );
  };
  return (
    <Notice tone="warning" title={t('call.title')}>
      <p>{t('call.how')}</p>
      <form noValidate className={styles.call} onSubmit={send}>
        {isAsked && (
          <>
            <p>{t('asked.inTheCall', { ns: 'work-sender' })}</p>
            <OutcomeFields kind={proposal.kind} draft={draft} onChange={setDraft} optional />
          </>
        )}
        {tick.error && <ErrorState error={tick.error} title={t('call.failed')} />}
        <Button type="submit" icon={<PhoneCall size={18} aria-hidden="true" />} busy={tick.isPending}>
          {t(draft.helped ? 'call.tickAsked' : 'call.tick')}
        </Button>
      </form>
    </Notice>
  );
}
