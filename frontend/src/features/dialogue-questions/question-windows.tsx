import type { WorkQuestion } from '@lofteskartan/shared/contracts/medborgardialog-question-work';
import {
  QUESTION_LIMITS,
  QUESTION_REFUSALS,
  type QuestionRefusal,
} from '@lofteskartan/shared/medborgardialog-questions';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../platform/api.js';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { Dialog } from '../../ui/dialog.js';
import { ErrorState } from '../../ui/states.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import { questionDetailQuery, type QuestionDeed } from './question-work.queries.js';
import styles from './questions.module.css';

export interface QuestionWindowProps {
  dialogue: string;
  question: WorkQuestion;
  busy: boolean;
  error: Problem | null;
  onDo: (deed: QuestionDeed) => void;
  onClose: () => void;
}

interface FrameProps extends Pick<QuestionWindowProps, 'busy' | 'error' | 'onClose'> {
  title: string;
  save: string;
  onSave: () => void;
  children: ReactNode;
}

function Frame({ title, save, busy, error, onSave, onClose, children }: FrameProps) {
  const { t } = useTranslation('work-dialogue-questions');
  return (
    <Dialog
      open
      wide
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button look="primary" busy={busy} onClick={onSave}>
            {save}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {children}
        {error && <ErrorState error={error} title={t('actFailed')} />}
      </div>
    </Dialog>
  );
}

/** Other words for everyone to read; those that were sent stay. */
export function EditWindow({ question, onDo, ...frame }: QuestionWindowProps) {
  const { t } = useTranslation('work-dialogue-questions');
  const { reference, version } = question;
  const [text, setText] = useState(question.shownText ?? question.text);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  return (
    <Frame
      {...frame}
      title={t('edit.title', { reference })}
      save={t('edit.save')}
      onSave={() => {
        setTried(true);
        if (text.trim() && reason.trim()) onDo({ act: 'edit', body: { version, text, reason } });
      }}
    >
      <TextArea
        label={t('edit.text')}
        hint={t('edit.kept')}
        rows={4}
        limit={QUESTION_LIMITS.characters}
        error={isTried && !text.trim() ? t('edit.required') : frame.error?.messageFor('text')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      <TextField
        label={t('edit.reason')}
        hint={t('edit.reasonHint')}
        error={isTried && !reason.trim() ? t('edit.required') : undefined}
        value={reason}
        onChange={(event) => {
          setReason(event.target.value);
        }}
      />
    </Frame>
  );
}

/** Why it is not shown, with a sentence that begins the words to the sender. */
export function RefuseWindow({ question, onDo, ...frame }: QuestionWindowProps) {
  const { t } = useTranslation(['work-dialogue-questions', 'dialogue-questions']);
  const { reference, version } = question;
  const [reason, setReason] = useState<QuestionRefusal | null>(null);
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  return (
    <Frame
      {...frame}
      title={t('refuse.title', { reference })}
      save={t('refuse.save')}
      onSave={() => {
        setTried(true);
        if (reason && text.trim()) onDo({ act: 'refuse', body: { version, reason, text } });
      }}
    >
      <RadioChips
        label={t('refuse.reason')}
        stacked
        value={reason}
        error={isTried && !reason ? t('refuse.pick') : undefined}
        options={QUESTION_REFUSALS.map((value) => ({
          value,
          label: t(`dialogue-questions:refusal.${value}`),
        }))}
        onChange={(value) => {
          // A sentence that nobody has changed follows the reason; one's own words stay.
          if (text === '' || (reason && text === t(`refuse.standard.${reason}`)))
            setText(t(`refuse.standard.${value}`));
          setReason(value);
        }}
      />
      <TextArea
        label={t('refuse.text')}
        hint={t('refuse.textHint')}
        rows={4}
        limit={QUESTION_LIMITS.refusalCharacters}
        error={isTried && !text.trim() ? t('edit.required') : undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
    </Frame>
  );
}

/** Which question it is answered with: one like it, or any by its number. */
export function GatherWindow({ dialogue, question, onDo, ...frame }: QuestionWindowProps) {
  const { t } = useTranslation('work-dialogue-questions');
  const { reference, version } = question;
  const { data } = useQuery(questionDetailQuery(dialogue, reference));
  const similar = data?.similar ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const [other, setOther] = useState('');
  const [isTried, setTried] = useState(false);
  const into = other.trim().toUpperCase() || chosen;
  return (
    <Frame
      {...frame}
      title={t('gather.title', { reference })}
      save={t('gather.save')}
      onSave={() => {
        setTried(true);
        if (into) onDo({ act: 'gather', body: { version, into } });
      }}
    >
      <p>{t('gather.how')}</p>
      {similar.length > 0 && (
        <RadioChips
          label={t('gather.similar')}
          stacked
          value={chosen}
          options={similar.map((each) => ({
            value: each.reference,
            label: each.text,
            note: `${each.reference} · ${t('row.support', { count: each.supportCount })}`,
          }))}
          onChange={(value) => {
            setChosen(value);
            setOther('');
          }}
        />
      )}
      <TextField
        label={t('gather.other')}
        hint={t('gather.otherHint')}
        error={isTried && !into ? t('gather.pick') : frame.error?.messageFor('into')}
        value={other}
        onChange={(event) => {
          setOther(event.target.value);
        }}
      />
    </Frame>
  );
}
