import type { QuestionReceipt } from '@lofteskartan/shared/contracts/medborgardialog-questions';
import {
  QUESTION_KINDS,
  QUESTION_LIMITS,
  type QuestionKind,
} from '@lofteskartan/shared/medborgardialog-questions';
import { findPersonalData } from '@lofteskartan/shared/personal-data';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { useDraft } from '../../platform/draft.js';
import { useFormats } from '../../platform/format.js';
import { useTypedAddress } from '../../platform/mail-address.js';
import { AddressField, AddressForm } from '../../ui/address-form.js';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton, SkeletonText } from '../../ui/skeleton.js';
import { ErrorState } from '../../ui/states.js';
import { StepHeader } from '../../ui/step-header.js';
import { TextArea } from '../../ui/text-field.js';
import { TrapField, trapped } from '../../ui/trap-field.js';
import { keepOwnQuestion } from '../../platform/kept-questions.js';
import { QuestionRow } from './question-row.js';
import styles from './questions.module.css';
import { similarQuestionsQuery, useAsk } from './questions.queries.js';

export interface AskFormProps {
  dialogue: string;
  municipality: string;
  /** Whether the municipality sends answers by mail. */
  mail: boolean;
  onSent: (receipt: QuestionReceipt, email: string | null) => void;
}

interface QuestionDraft {
  kind: QuestionKind;
  text: string;
  /** One key for each intention: a second press after a lost answer asks nothing twice. */
  key: string;
}

const empty = (): QuestionDraft => ({ kind: 'question', text: '', key: newKey() });

type Step = 'words' | 'similar' | 'mail';

/** A question in a minute: what one wants to know, whether somebody has asked it, and where the answer goes. */
export function AskForm({ dialogue, municipality, mail, onSent }: AskFormProps) {
  const { t } = useTranslation('dialogue-questions');
  const draft = useDraft(`question.${dialogue}`, 1, empty);
  const [step, setStep] = useState<Step>('words');
  const [looked, setLooked] = useState('');
  const similar = useQuery(similarQuestionsQuery(dialogue, looked));
  const ask = useAsk(dialogue);
  const trap = useRef<HTMLInputElement>(null);
  const { kind, text, key } = draft.value;
  const steps: Step[] = mail ? ['words', 'similar', 'mail'] : ['words', 'similar'];
  const previous = steps[steps.indexOf(step) - 1];

  const send = (email: string | null) => {
    const contact = email === null ? {} : { contact: { email } };
    ask.mutate(
      { body: { kind, text: text.trim(), ...contact, ...trapped(trap) }, idempotencyKey: key },
      {
        onSuccess: (receipt) => {
          keepOwnQuestion(receipt, dialogue);
          draft.drop();
          onSent(receipt, email);
        },
        onError: ({ status }) => {
          // What was refused was not kept under this key: what is sent next may read otherwise.
          if (status >= 400 && status < 500) draft.change({ key: newKey() });
        },
      },
    );
  };
  const goOn = () => {
    if (mail) setStep('mail');
    else send(null);
  };
  const titles = { words: t('ask.what'), similar: t('ask.similar'), mail: t('ask.mail') };
  return (
    <>
      <StepHeader
        title={titles[step]}
        step={steps.indexOf(step) + 1}
        steps={steps.length}
        onBack={
          previous &&
          (() => {
            setStep(previous);
          })
        }
      />
      <TrapField field={trap} />
      {step === 'words' && (
        <WordsStep
          kind={kind}
          text={text}
          onChange={draft.change}
          onNext={() => {
            setLooked(text.trim());
            setStep('similar');
          }}
        />
      )}
      {step === 'similar' && similar.isPending && (
        <Skeleton label={t('ask.looking')}>
          <SkeletonText lines={4} />
        </Skeleton>
      )}
      {step === 'similar' && !similar.isPending && (
        <SimilarStep
          similar={similar.data?.items ?? []}
          municipality={municipality}
          mail={mail}
          busy={ask.isPending}
          label={
            (similar.data?.items.length ?? 0) > 0 ? t('ask.notSame') : mail ? t('ask.next') : t('ask.send')
          }
          onNext={goOn}
        />
      )}
      {step === 'mail' && <MailStep busy={ask.isPending} onSend={send} />}
      {ask.error && <ErrorState error={ask.error} title={t('ask.failed')} kept={t('ask.kept')} />}
    </>
  );
}

interface WordsStepProps {
  kind: QuestionKind;
  text: string;
  onChange: (part: { kind?: QuestionKind; text?: string }) => void;
  onNext: () => void;
}

function WordsStep({ kind, text, onChange, onNext }: WordsStepProps) {
  const { t } = useTranslation(['dialogue-questions', 'words']);
  const { list } = useFormats();
  const [isMissing, setMissing] = useState(false);
  const rested = useDeferredValue(text);
  const found = [...new Set(findPersonalData(rested).map(({ type }) => t(`words:personalData.${type}`)))];
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') setMissing(true);
        else if (text.length <= QUESTION_LIMITS.characters) onNext();
      }}
    >
      <TextArea
        label={t('ask.text')}
        hint={t('ask.textHint')}
        rows={4}
        limit={QUESTION_LIMITS.characters}
        error={isMissing ? t('ask.required') : undefined}
        value={text}
        onChange={(event) => {
          setMissing(false);
          onChange({ text: event.target.value });
        }}
      />
      <div role="status">
        {found.length > 0 && <Notice tone="warning">{t('ask.personal', { what: list(found) })}</Notice>}
      </div>
      <RadioChips
        label={t('ask.kind')}
        stacked
        value={kind}
        options={QUESTION_KINDS.map((value) => ({ value, label: t(`ask.kinds.${value}`) }))}
        onChange={(value) => {
          onChange({ kind: value });
        }}
      />
      <p className={styles.soft}>{t('ask.privacy')}</p>
      <p className={styles.soft}>{t('ask.crime')}</p>
      <Button look="primary" type="submit">
        {t('ask.next')}
      </Button>
    </form>
  );
}

interface SimilarStepProps {
  similar: readonly Parameters<typeof QuestionRow>[0]['question'][];
  municipality: string;
  mail: boolean;
  busy: boolean;
  label: string;
  onNext: () => void;
}

function SimilarStep({ similar, municipality, mail, busy, label, onNext }: SimilarStepProps) {
  const { t } = useTranslation('dialogue-questions');
  return (
    <div className={styles.form}>
      {similar.length > 0 ? (
        <>
          <p>{t('ask.similarHow')}</p>
          <ul className={styles.rows}>
            {similar.map((question) => (
              <QuestionRow
                key={question.reference}
                question={question}
                municipality={municipality}
                mail={mail}
              />
            ))}
          </ul>
        </>
      ) : (
        <p>{t('ask.nobody')}</p>
      )}
      <Button look="primary" busy={busy} onClick={onNext}>
        {label}
      </Button>
    </div>
  );
}

function MailStep({ busy, onSend }: { busy: boolean; onSend: (email: string | null) => void }) {
  const { t } = useTranslation('dialogue-questions');
  const address = useTypedAddress();
  return (
    <AddressForm className={styles.form} address={address} busy={busy} onSend={onSend}>
      <p>{t('ask.mailHow')}</p>
      <AddressField
        address={address}
        label={t('support.email')}
        hint={t('support.emailHint')}
        wrong={t('support.emailWrong')}
      />
      <div className={styles.acts}>
        <Button look="primary" type="submit" busy={busy}>
          {t('ask.send')}
        </Button>
        <Button
          look="quiet"
          busy={busy}
          onClick={() => {
            onSend(null);
          }}
        >
          {t('ask.without')}
        </Button>
      </div>
    </AddressForm>
  );
}
