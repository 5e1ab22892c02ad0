import type { FieldProblem } from '@lofteskartan/shared/contracts/problem';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../platform/api.js';
import { faultsIn } from '../../../platform/contract-check.js';
import { trapped } from '../../../ui/trap-field.js';
import { bodyOf, type ProposalDraft } from './proposal-draft.js';
import { isWorthAnotherTry, sendProposal, type Sent } from './sending.js';

const contract = async () => (await import('@lofteskartan/shared/contracts/proposals')).SubmitProposal;

/** While the page is open, a message that waits is tried again this often. Seconds. */
const EVERY_SECONDS = 20;

export type SendingState =
  | { state: 'idle' }
  | { state: 'sending' }
  /** It will be sent again: at once when the network is back, else after `seconds`. */
  | { state: 'waiting'; problem: Problem; seconds: number }
  | { state: 'refused'; problem: Problem };

export interface SendingOptions {
  municipality: string;
  /** Whether answers go by mail here; if not, an address in the draft stays on the phone. */
  takesContact: boolean;
  kind: ProposalKind;
  draft: ProposalDraft;
  change: (part: Partial<ProposalDraft>) => void;
  /** The field that no person sees. */
  trap: RefObject<HTMLInputElement | null>;
  onSent: (sent: Sent) => void;
  /** Fields that were not as they should be: the form goes to the first one's screen. */
  onFaults: (faults: readonly FieldProblem[]) => void;
}

/**
 * Sends the draft, once: every attempt carries the draft's key. Without a network, or without an answer, the draft waits on the
 * phone and is sent again by itself while the page is open, and when it is opened again.
 */
export function useSending({
  municipality,
  takesContact,
  kind,
  draft,
  change,
  trap,
  onSent,
  onFaults,
}: SendingOptions) {
  const { t } = useTranslation('form');
  const [sending, setSending] = useState<SendingState>({ state: 'idle' });
  const isBusy = useRef(false);

  const send = useCallback(async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    setSending({ state: 'sending' });
    const body = Object.assign(bodyOf(municipality, kind, draft, takesContact), trapped(trap));
    const tried = draft.tried.filter((each) => JSON.stringify(each) !== JSON.stringify(body));
    try {
      const faults = await faultsIn(contract, body, t('faults.check'));
      if (faults.length > 0) {
        setSending({ state: 'idle' });
        change({ waiting: false });
        onFaults(faults);
        return;
      }
      // Before it leaves: should the phone die now, the next start knows that it may have arrived.
      change({ waiting: true, tried: [...tried, body] });
      const sent = await sendProposal(body, draft.key, tried);
      // The form stays behind the receipt, for the next proposal.
      setSending({ state: 'idle' });
      onSent(sent);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (isWorthAnotherTry(error)) {
        setSending({ state: 'waiting', problem: error, seconds: error.retryAfter ?? EVERY_SECONDS });
        return;
      }
      change({ waiting: false });
      setSending({ state: 'refused', problem: error });
      if (error.errors.length > 0) onFaults(error.errors);
    } finally {
      isBusy.current = false;
    }
  }, [municipality, takesContact, kind, draft, change, trap, onSent, onFaults, t]);

  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  useEffect(
    function sendAgainByItself() {
      if (sending.state !== 'waiting') return undefined;
      const again = () => void latest.current();
      const timer = setTimeout(again, sending.seconds * 1000);
      window.addEventListener('online', again);
      return () => {
        clearTimeout(timer);
        window.removeEventListener('online', again);
      };
    },
    [sending],
  );
  const cancel = useCallback(() => {
    setSending({ state: 'idle' });
    change({ waiting: false });
  }, [change]);

  return { sending, send, cancel };
}
