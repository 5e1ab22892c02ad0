import type { FieldProblem } from '@lofteskartan/shared/contracts/problem';
import type { PromiseDraft } from '@lofteskartan/shared/promise-content';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { newKey } from '../../platform/api.js';
import { useHeld } from '../../platform/edited.js';
import { Button } from '../../ui/button.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { TextArea } from '../../ui/text-field.js';
import { noText } from './draft-content.js';
import styles from './editor.module.css';
import {
  draftChangesQuery,
  promiseDraftQuery,
  promisePreviewQuery,
  usePublishPromise,
} from './promise-editor.queries.js';

interface PublishPanelProps {
  draft: PromiseDraft;
  onPublished: (promiseId: string) => void;
  /** Something in the draft keeps it from being published. */
  onFaults: (faults: readonly FieldProblem[]) => void;
}

/** Says what changed and why, and publishes. */
export function PublishPanel({ draft, onPublished, onFaults }: PublishPanelProps) {
  const { t } = useTranslation('work-promise');
  const publish = usePublishPromise(draft.id);
  const [key] = useState(newKey);
  const [note, setNote] = useState(noText);
  const isChange = draft.published > 0;
  const queries = useQueryClient();
  const held = useHeld({
    saved: draft,
    read: async () => {
      for (const { queryKey } of [promisePreviewQuery(draft.id), draftChangesQuery(draft.id)])
        await queries.invalidateQueries({ queryKey });
      return queries.query({ ...promiseDraftQuery(draft.id), staleTime: 0 });
    },
    forget: publish.reset,
  });
  const faultOf = (field: string) => publish.error?.messageFor(field);
  const inContent = (errors: readonly FieldProblem[]) =>
    errors.filter(({ field }) => field.startsWith('content.'));
  return (
    <form
      className={styles.part}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        publish.mutate(
          { body: { version: held.saved.version, ...(isChange ? { note } : {}) }, key },
          {
            onSuccess: ({ promiseId }) => {
              onPublished(promiseId);
            },
            onError: ({ errors }) => {
              const wrong = inContent(errors);
              if (wrong.length > 0) onFaults(wrong);
            },
          },
        );
      }}
    >
      <h2>{t('publish.heading')}</h2>
      {isChange && (
        <>
          <TextArea
            label={t('publish.note')}
            hint={t('publish.noteHow')}
            rows={3}
            limit={500}
            value={note.sv}
            error={faultOf('note.sv')}
            onChange={(event) => {
              setNote({ ...note, sv: event.target.value });
            }}
          />
          <TextArea
            label={t('inEnglish', { label: t('publish.note') })}
            optional
            rows={3}
            limit={500}
            lang="en"
            value={note.en}
            onChange={(event) => {
              setNote({ ...note, en: event.target.value });
            }}
          />
        </>
      )}
      <p className={styles.soft}>{t(isChange ? 'publish.change' : 'publish.first')}</p>
      <SaveFailed
        error={publish.error?.errors.length === 0 ? publish.error : null}
        title={t('publish.failed')}
        latest={held}
      />
      <div>
        <Button type="submit" look="primary" busy={publish.isPending}>
          {t('publish.submit')}
        </Button>
      </div>
    </form>
  );
}
