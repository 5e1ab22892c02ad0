import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { PencilLine } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useEditWords } from './case.mutations.js';
import { useHeldCase } from './held-case.js';
import styles from './publication.module.css';

/** What everyone reads of the words, edited with a reason; the resident's own stay above, as they were sent. */
export function EditWords({ proposal, description }: { proposal: TriageProposal; description: string }) {
  const { t } = useTranslation(['work-case', 'work-records']);
  const [isOpen, setOpen] = useState(false);
  const { edited } = proposal;
  return (
    <div className={styles.choices}>
      {edited && (
        <>
          <p className={styles.soft}>{t('work-records:edit.now', { reason: edited.reason })}</p>
          <blockquote className={styles.quote}>{edited.description}</blockquote>
        </>
      )}
      {isOpen ? (
        <EditForm
          proposal={proposal}
          start={edited?.description ?? description}
          onDone={() => {
            setOpen(false);
          }}
        />
      ) : (
        <div>
          <Button
            look="quiet"
            icon={<PencilLine size={18} aria-hidden="true" />}
            onClick={() => {
              setOpen(true);
            }}
          >
            {t('work-records:edit.open')}
          </Button>
        </div>
      )}
    </div>
  );
}

interface EditFormProps {
  proposal: TriageProposal;
  start: string;
  onDone: () => void;
}

function EditForm({ proposal, start, onDone }: EditFormProps) {
  const { t } = useTranslation(['work-case', 'work-records']);
  const edit = useEditWords(proposal.reference);
  const [words, setWords] = useState(start);
  const [reason, setReason] = useState('');
  const [wasSent, setSent] = useState(false);
  const held = useHeldCase({ proposal, act: edit });
  const now = held.saved.edited?.description ?? held.saved.description ?? '';
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    setSent(true);
    if (edit.isPending || !words.trim() || !reason.trim() || words.length > LIMITS.descriptionCharacters)
      return;
    edit.mutate(
      { version: held.saved.version, description: words.trim(), reason: reason.trim() },
      {
        onSuccess: () => {
          toast(t('work-records:edit.saved'));
          onDone();
        },
      },
    );
  };
  return (
    <form className={styles.choices} onSubmit={save}>
      <TextArea
        label={t('work-records:edit.words')}
        hint={t('work-records:edit.wordsHint')}
        rows={5}
        value={words}
        limit={LIMITS.descriptionCharacters}
        error={
          (wasSent && !words.trim() && t('work-records:edit.wordsMissing')) ||
          edit.error?.messageFor('description')
        }
        onChange={(event) => {
          setWords(event.target.value);
        }}
      />
      <TextField
        label={t('work-records:edit.reason')}
        hint={t('work-records:edit.reasonHint')}
        maxLength={LIMITS.reasonCharacters}
        value={reason}
        error={wasSent && !reason.trim() ? t('work-records:edit.reasonMissing') : undefined}
        onChange={(event) => {
          setReason(event.target.value);
        }}
      />
      <SaveFailed
        error={edit.error?.messageFor('description') ? null : edit.error}
        title={t('decision.failed')}
        kept={t('decision.kept')}
        latest={held}
        now={now === words.trim() ? [] : [{ label: t('work-records:edit.words'), value: now }]}
      />
      <div className={styles.acts}>
        <Button type="submit" busy={edit.isPending}>
          {t('work-records:edit.save')}
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            setWords(proposal.description ?? '');
          }}
        >
          {t('work-records:edit.restore')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('work-records:edit.cancel')}
        </Button>
      </div>
    </form>
  );
}
