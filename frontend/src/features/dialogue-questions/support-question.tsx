import type {
  QuestionSupportReceipt,
  SupportQuestion,
} from '@lofteskartan/shared/contracts/medborgardialog-questions';
import type { QuestionSupport } from '@lofteskartan/shared/medborgardialog-questions';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check, HandHelping, Mail } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, newKey, type Problem } from '../../platform/api.js';
import { useTypedAddress } from '../../platform/mail-address.js';
import { AddressField, AddressForm, useFocusWhen } from '../../ui/address-form.js';
import { Button } from '../../ui/button.js';
import { announce } from '../../ui/live-region.js';
import { Notice } from '../../ui/notice.js';
import { keepSupport, useKeptQuestions } from '../../platform/kept-questions.js';
import styles from './questions.module.css';

export interface SupportQuestionButtonProps {
  reference: string;
  /** The question, for the ear. */
  text: string;
  /** Whether one can still say so. */
  support: QuestionSupport;
  /** Whether the municipality sends answers by mail. */
  mail: boolean;
  onSupported?: () => void;
}

/** Sends a support; with the same key after a lost answer it is the same one. */
function useSupportQuestion(reference: string) {
  const queries = useQueryClient();
  const [idempotencyKey] = useState(newKey);
  return useMutation<QuestionSupportReceipt, Problem, SupportQuestion>({
    mutationFn: (body) =>
      api.post(`/medborgardialog-questions/${encodeURIComponent(reference)}/support`, body, {
        idempotencyKey: body.contact ? newKey() : idempotencyKey,
      }),
    onSuccess: () => {
      keepSupport(reference);
      void queries.invalidateQueries({ queryKey: ['dialogue-questions'] });
    },
  });
}

/** "Jag vill också veta", once per device; afterwards it says that one is counted, and offers the answer by mail. Where nobody can say so any more, it says why. */
export function SupportQuestionButton({
  reference,
  text,
  support: takes,
  mail,
  onSupported,
}: SupportQuestionButtonProps) {
  const { t } = useTranslation('dialogue-questions');
  const { own, supported } = useKeptQuestions();
  const support = useSupportQuestion(reference);
  const given = useRef<HTMLParagraphElement>(null);
  const isMine = own[reference] !== undefined;
  useEffect(
    function keepTheFocusHere() {
      // The button that was pressed is gone.
      if (support.isSuccess) given.current?.focus({ preventScroll: true });
    },
    [support.isSuccess],
  );
  if (isMine || supported.includes(reference))
    return (
      <div className={styles.supported}>
        <p ref={given} tabIndex={-1} className={styles.given}>
          <Check size={18} aria-hidden="true" />
          {isMine ? t('support.mine') : t('support.given')}
        </p>
        {mail && !isMine && takes === 'open' && <AnswerByMail reference={reference} />}
      </div>
    );
  if (takes !== 'open') return <p className={styles.soft}>{t(`support.no.${takes}`)}</p>;
  return (
    <div>
      <Button
        icon={<HandHelping size={20} aria-hidden="true" />}
        aria-label={t('support.named', { text })}
        busy={support.isPending}
        onClick={() => {
          support.mutate(
            {},
            {
              onSuccess: () => {
                announce(t('support.given'));
                onSupported?.();
              },
            },
          );
        }}
      >
        {t('support.do')}
      </Button>
      <div role="status">{support.isError && <p>{t('support.failed')}</p>}</div>
    </div>
  );
}

function AnswerByMail({ reference }: { reference: string }) {
  const { t } = useTranslation('dialogue-questions');
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <SupportAddress reference={reference} />;
  return (
    <Button
      look="quiet"
      icon={<Mail size={18} aria-hidden="true" />}
      onClick={() => {
        setOpen(true);
      }}
    >
      {t('support.mail')}
    </Button>
  );
}

function SupportAddress({ reference }: { reference: string }) {
  const { t } = useTranslation('dialogue-questions');
  const address = useTypedAddress();
  const support = useSupportQuestion(reference);
  const receipt = useFocusWhen(support.isSuccess);
  const { field } = address;
  useEffect(
    function goToTheField() {
      field.current?.focus();
    },
    [field],
  );
  if (support.isSuccess)
    return (
      <div ref={receipt} tabIndex={-1} className={styles.form}>
        <Notice tone="success" title={t('support.confirm')}>
          {t('support.confirmHow', { email: support.variables.contact?.email ?? '' })}
        </Notice>
      </div>
    );
  return (
    <AddressForm
      className={styles.form}
      address={address}
      busy={support.isPending}
      onSend={(email) => {
        support.mutate({ contact: { email } });
      }}
    >
      <AddressField
        address={address}
        label={t('support.email')}
        hint={t('support.emailHint')}
        wrong={t('support.emailWrong')}
      />
      {support.error && (
        <Notice tone="error" title={t('support.mailFailed')}>
          {support.error.detail}
        </Notice>
      )}
      <Button type="submit" busy={support.isPending}>
        {t('support.send')}
      </Button>
    </AddressForm>
  );
}
