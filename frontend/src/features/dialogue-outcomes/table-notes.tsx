import type { DialogueNote, DialoguePaper } from '@lofteskartan/shared/contracts/medborgardialog-paper';
import { NOTE_STATES, OUTCOME_LIMITS } from '@lofteskartan/shared/medborgardialog-outcomes';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { newKey } from '../../platform/api.js';
import { usePublicTextWarning } from '../../platform/public-text.js';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { Notice } from '../../ui/notice.js';
import { EmptyState, ErrorState } from '../../ui/states.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useAddNote, useAddPoint, useRemoveNote, useSaveNote } from './outcome-work.queries.js';
import styles from './outcomes.module.css';

/** What was said at the tables: written down without names, and read before the report tells it. */
export function TableNotes({ paper }: { paper: DialoguePaper }) {
  const { t } = useTranslation('dialogue-outcomes');
  const [left, setLeft] = useState<readonly number[]>([]);
  return (
    <>
      <p className={styles.soft}>{t('notes.how')}</p>
      {left.length > 0 && (
        <Notice tone="warning" title={t('notes.removedPoints', told(left))}>
          <Link to={`/arbete/dialoger/${paper.reference}/punkter`}>{t('publish.toPoints')}</Link>
        </Notice>
      )}
      {paper.mayChange && <NewNote reference={paper.reference} />}
      {paper.notes.length === 0 && <EmptyState title={t('notes.none')}>{t('notes.noneHow')}</EmptyState>}
      <ul className={styles.points}>
        {paper.notes.map((note) => (
          <Note key={`${note.id}-${String(note.version)}`} paper={paper} note={note} onRemoved={setLeft} />
        ))}
      </ul>
    </>
  );
}

/** Numbers of points for a sentence. */
const told = (points: readonly number[]): { count: number; numbers: string } => ({
  count: points.length,
  numbers: points.join(', '),
});

function NewNote({ reference }: { reference: string }) {
  const { t } = useTranslation('dialogue-outcomes');
  const add = useAddNote(reference);
  const [id, setId] = useState(newKey);
  const [table, setTable] = useState('');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const warning = usePublicTextWarning(text);
  const faultOf = (field: 'table' | 'text', value: string) =>
    tried && !value.trim() ? t('form.missing') : add.error?.messageFor(field);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!table.trim() || !text.trim() || add.isPending) return;
        add.mutate(
          { id, table, text, writtenAt: new Date().toISOString() },
          {
            onSuccess: () => {
              setId(newKey());
              setText('');
              setTried(false);
              toast(t('notes.saved'));
            },
          },
        );
      }}
    >
      <TextField
        label={t('notes.table')}
        hint={t('notes.tableHint')}
        maxLength={OUTCOME_LIMITS.tableCharacters}
        value={table}
        error={faultOf('table', table)}
        onChange={(event) => {
          setTable(event.target.value);
        }}
      />
      <TextArea
        label={t('notes.text')}
        hint={t('notes.textHint')}
        rows={4}
        limit={OUTCOME_LIMITS.noteCharacters}
        value={text}
        error={faultOf('text', text)}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      {warning && <Notice tone="warning">{warning}</Notice>}
      {add.error && <ErrorState error={add.error} title={t('form.notSaved')} />}
      <div className={styles.actions}>
        <Button type="submit" look="primary" busy={add.isPending}>
          {t('notes.save')}
        </Button>
      </div>
    </form>
  );
}

interface NoteProps {
  paper: DialoguePaper;
  note: DialogueNote;
  /** @param points those that were made of it */
  onRemoved: (points: readonly number[]) => void;
}

function Note({ paper, note, onRemoved }: NoteProps) {
  const { t } = useTranslation('dialogue-outcomes');
  const { reference } = paper;
  const save = useSaveNote(reference);
  const remove = useRemoveNote(reference);
  const point = useAddPoint(reference);
  const [text, setText] = useState(note.text);
  const [state, setState] = useState(note.state);
  const [isSure, setSure] = useState(false);
  const [key] = useState(newKey);
  const isWritten = text !== note.text || state !== note.state;
  const error = save.error ?? remove.error ?? point.error;
  const name = t('notes.named', { table: note.table });
  return (
    <li className={styles.point}>
      <h3>{note.table}</h3>
      {note.looksPersonal && <Notice tone="warning">{t('notes.looksPersonal')}</Notice>}
      {paper.mayChange ? (
        <>
          <TextArea
            label={name}
            rows={3}
            limit={OUTCOME_LIMITS.noteCharacters}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
            }}
          />
          <RadioChips
            label={t('notes.state')}
            value={state}
            options={NOTE_STATES.map((value) => ({ value, label: t(`notes.states.${value}`) }))}
            onChange={setState}
          />
          {error && <ErrorState error={error} title={t('form.notSaved')} />}
          {isSure && (note.isTold || note.points.length > 0) && (
            <Notice tone="warning">
              {note.isTold && <p>{t('notes.removeTold')}</p>}
              {note.points.length > 0 && <p>{t('notes.removePoints', told(note.points))}</p>}
            </Notice>
          )}
          <div className={styles.actions}>
            <Button
              look={isWritten ? 'primary' : 'secondary'}
              disabled={!isWritten || !text.trim()}
              busy={save.isPending}
              onClick={() => {
                save.mutate({ id: note.id, version: note.version, table: note.table, text, state });
              }}
            >
              {t('form.save')}
            </Button>
            {point.isSuccess ? (
              <Link to={`/arbete/dialoger/${reference}/punkter`}>{t('notes.pointMade')}</Link>
            ) : (
              <Button
                busy={point.isPending}
                disabled={isWritten}
                onClick={() => {
                  point.mutate({
                    text: note.text.slice(0, OUTCOME_LIMITS.pointCharacters),
                    noteId: note.id,
                    key,
                  });
                }}
              >
                {t('notes.toPoint')}
              </Button>
            )}
            <Button
              look={isSure ? 'danger' : 'quiet'}
              busy={remove.isPending}
              onClick={() => {
                if (!isSure) {
                  setSure(true);
                  return;
                }
                remove.mutate(note.id, {
                  onSuccess: () => {
                    onRemoved(note.points);
                  },
                });
              }}
            >
              {t(isSure ? 'notes.removeSure' : 'notes.remove')}
            </Button>
          </div>
        </>
      ) : (
        <p className={styles.text}>{note.text}</p>
      )}
    </li>
  );
}
