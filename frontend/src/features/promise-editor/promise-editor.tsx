import type { FieldProblem } from '@lofteskartan/shared/contracts/problem';
import type { PromiseDraft } from '@lofteskartan/shared/promise-content';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../platform/api.js';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { CheckboxChips } from '../../ui/chips.js';
import { Notice } from '../../ui/notice.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { ErrorState, type Failure } from '../../ui/states.js';
import { missingInEnglish } from './draft-content.js';
import styles from './editor.module.css';
import { EditorBasics } from './editor-basics.js';
import { EditorCommitments } from './editor-commitments.js';
import { EditingContext, idOf } from './editor-context.js';
import { EditorAreas, EditorChannels, EditorGoals } from './editor-lists.js';
import { checkDraft } from './promise-editor.queries.js';
import { useAutosave } from './use-autosave.js';

interface PromiseEditorProps {
  draft: PromiseDraft;
  /** What the server found wrong when the draft was to be published. */
  faults: readonly FieldProblem[];
  /** Everything is saved and could be published. */
  onReady: () => void;
  /** The draft is to be read from the server again. */
  onReload: () => void;
}

/** The form of a promise: saved while it is written, checked as a whole when it is to be looked at. */
export function PromiseEditor({ draft, faults: given, onReady, onReload }: PromiseEditorProps) {
  const { t } = useTranslation('work-promise');
  const { time } = useFormats();
  const autosave = useAutosave(draft);
  const { content, change, state } = autosave;
  const [faults, setFaults] = useState(given);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isChecking, setChecking] = useState(false);
  const missing = missingInEnglish(content);
  const [english, setEnglish] = useState(() => content.title.en !== '' || content.intro.en !== '');
  const readOnly = !draft.mayWrite;

  const look = async () => {
    setChecking(true);
    setFailure(null);
    try {
      if (!readOnly && !(await autosave.flush())) return;
      await checkDraft(draft.id);
      setFaults([]);
      onReady();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      setFaults(problem.errors);
      if (problem.errors.length === 0) setFailure(problem);
    } finally {
      setChecking(false);
    }
  };

  return (
    <EditingContext value={{ faults, english, readOnly }}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        {autosave.found && (
          <Notice tone="warning" title={t('found.title')}>
            <p>{t('found.how')}</p>
            <div className={styles.acts}>
              <Button onClick={autosave.takeFound}>{t('found.take')}</Button>
              <Button look="quiet" onClick={autosave.dropFound}>
                {t('found.drop')}
              </Button>
            </div>
          </Notice>
        )}
        {readOnly && <Notice>{t('readOnly')}</Notice>}
        <CheckboxChips
          label={t('english.label')}
          hint={missing > 0 ? t('english.missing', { count: missing }) : t('english.how')}
          options={[{ value: 'show', label: t('english.show') }]}
          value={english ? ['show'] : []}
          onChange={(chosen) => {
            setEnglish(chosen.length > 0);
          }}
        />
        <EditorBasics content={content} onChange={change} />
        <EditorAreas content={content} onChange={change} />
        <EditorCommitments
          content={content}
          onChange={change}
          organisations={draft.organisations}
          uses={draft.uses}
        />
        <EditorGoals content={content} onChange={change} />
        <EditorChannels content={content} onChange={change} />
        {faults.length > 0 && (
          <Notice tone="error" title={t('faults', { count: faults.length })}>
            <ul className={styles.faults}>
              {faults.map(({ field, message }) => (
                <li key={field}>
                  <a href={`#${idOf(field.replace(/^content\./, ''))}`}>{message}</a>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {state === 'stale' && (
          <SaveFailed
            error={{ status: 409, code: 'version.stale', detail: '' }}
            title={t('state.failed')}
            latest={{ reading: 'none', readLatest: onReload }}
          />
        )}
        {failure && <ErrorState error={failure} />}
        <div className={styles.bar}>
          <Button type="submit" look="primary" busy={isChecking}>
            {t(readOnly ? 'lookOnly' : 'look')}
          </Button>
          <span className={styles.soft} role="status">
            {state === 'saved' ? t('state.saved', { time: time(autosave.savedAt) }) : t(`state.${state}`)}
          </span>
        </div>
      </form>
    </EditingContext>
  );
}
