import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useCallback, type RefObject, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../platform/draft.js';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { ErrorState } from '../../ui/states.js';
import { TextArea } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useWriteNote } from './case.mutations.js';
import styles from './case-side.module.css';
import { useWorkplace } from './workplace.js';

/** Internal notes, the latest last, and a place to write one. What is written is kept until it is saved. */
export function Notes({
  proposal,
  field,
}: {
  proposal: TriageProposal;
  field: RefObject<HTMLTextAreaElement | null>;
}) {
  const { t } = useTranslation('work-case');
  const { moment } = useFormats();
  const { session } = useWorkplace();
  const empty = useCallback(() => ({ text: '' }), []);
  const draft = useDraft(`work.${session.accountId}.note.${proposal.reference}`, 1, empty);
  const write = useWriteNote(proposal.reference);
  const { text } = draft.value;
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (!text.trim() || text.length > LIMITS.noteCharacters) {
      field.current?.focus();
      return;
    }
    if (write.isPending) return;
    write.mutate(
      { text: text.trim() },
      {
        onSuccess: () => {
          draft.drop();
          toast(t('notes.saved'));
        },
      },
    );
  };
  return (
    <div className={styles.notes}>
      {proposal.notes.length === 0 ? (
        <p className={styles.soft}>{t('notes.none')}</p>
      ) : (
        <ul>
          {proposal.notes.map((note) => (
            <li key={note.id}>
              {note.text}
              <p className={styles.by}>
                {t('notes.by', { author: note.author, when: moment(note.createdAt) })}
              </p>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={send}>
        <TextArea
          ref={field}
          label={t('notes.label')}
          hint={t('notes.hint')}
          rows={2}
          value={text}
          limit={LIMITS.noteCharacters}
          onChange={(event) => {
            draft.change({ text: event.target.value });
          }}
        />
        {write.error && (
          <ErrorState error={write.error} title={t('notes.failed')} kept={t('decision.kept')} />
        )}
        <Button type="submit" busy={write.isPending}>
          {t('notes.add')}
        </Button>
      </form>
    </div>
  );
}
