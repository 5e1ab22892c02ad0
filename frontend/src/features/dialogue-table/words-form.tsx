import { LIVE_LIMITS } from '@lofteskartan/shared/medborgardialog-live';
import { OUTCOME_LIMITS } from '@lofteskartan/shared/medborgardialog-outcomes';
import { QUESTION_LIMITS } from '@lofteskartan/shared/medborgardialog-questions';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePublicTextWarning } from '../../platform/public-text.js';
import { Button } from '../../ui/button.js';
import { CheckboxChips } from '../../ui/chips.js';
import { Notice } from '../../ui/notice.js';
import { TextArea } from '../../ui/text-field.js';
import type { TableKind } from './table-messages.js';
import styles from './table.module.css';

export type WordsKind = Exclude<TableKind, 'votes'>;

const limits: Readonly<Record<WordsKind, number>> = {
  note: OUTCOME_LIMITS.noteCharacters,
  question: QUESTION_LIMITS.characters,
  subject: QUESTION_LIMITS.characters,
  statement: LIVE_LIMITS.statementCharacters,
};

/** What was written. */
export interface WrittenWords {
  readonly text: string;
  readonly publish: boolean;
}

interface WordsFormProps {
  kind: WordsKind;
  start: WrittenWords;
  /** @returns why it could not be kept, or null */
  onSave: (written: WrittenWords) => Promise<'full' | 'table' | null>;
}

/** A row to write in: what is saved makes place for the next. Enter saves, but in notes, which have several lines. */
export function WordsForm({ kind, start, onSave }: WordsFormProps) {
  const { t } = useTranslation('dialogue-table');
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(start.text);
  const [publish, setPublish] = useState(start.publish);
  const [fault, setFault] = useState<'missing' | 'long' | 'full' | 'table' | null>(null);
  const warning = usePublicTextWarning(text);
  const isShort = kind !== 'note';
  const save = async () => {
    const fails = !text.trim() ? 'missing' : text.length > limits[kind] ? 'long' : null;
    const said = fails ?? (await onSave({ text: text.trim(), publish }));
    setFault(said);
    if (said === null) setText('');
    if (said !== 'table') field.current?.focus();
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextArea
        ref={field}
        label={t(`kinds.${kind}`)}
        hint={`${t(`hints.${kind}`)}${isShort ? ` ${t('enter')}` : ''}`}
        rows={isShort ? 2 : 5}
        limit={limits[kind]}
        value={text}
        error={fault === 'missing' || fault === 'long' ? t(`faults.${fault}`) : undefined}
        enterKeyHint={isShort ? 'done' : 'enter'}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onKeyDown={(event) => {
          if (!isShort || event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void save();
        }}
      />
      {warning && <Notice tone="warning">{warning}</Notice>}
      {(kind === 'question' || kind === 'subject') && (
        <CheckboxChips
          label={t('publish.label')}
          hint={t('publish.hint')}
          options={[{ value: 'now', label: t('publish.now') }]}
          value={publish ? ['now'] : []}
          onChange={(chosen) => {
            setPublish(chosen.length > 0);
          }}
        />
      )}
      {fault === 'full' && <Notice tone="error">{t('faults.full')}</Notice>}
      <div>
        <Button type="submit" look="primary">
          {t(`save.${kind}`)}
        </Button>
      </div>
    </form>
  );
}
