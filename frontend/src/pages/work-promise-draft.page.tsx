import type { FieldProblem } from '@lofteskartan/shared/contracts/problem';
import type { PromiseDraft } from '@lofteskartan/shared/promise-content';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { ChangesList } from '../features/promise/changes-list.js';
import { PromiseView } from '../features/promise/promise-view.js';
import { DiscardDraft } from '../features/promise-editor/discard-draft.js';
import { PromiseEditor } from '../features/promise-editor/promise-editor.js';
import {
  draftChangesQuery,
  promiseDraftQuery,
  promisePreviewQuery,
} from '../features/promise-editor/promise-editor.queries.js';
import { PublishPanel } from '../features/promise-editor/publish-panel.js';
import { BackLink } from '../ui/back-link.js';
import { Button } from '../ui/button.js';
import { PageTitle } from '../ui/page-title.js';
import { Skeleton, SkeletonBlock, SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';
import { toast } from '../ui/toast.js';
import styles from './work-promise-draft.page.module.css';

/** `/arbete/admin/lofte/…`: a draft is written, then looked at, compared and published. */
export default function WorkPromiseDraftPage() {
  const { t } = useTranslation('work-promise');
  const queries = useQueryClient();
  const query = promiseDraftQuery(useParams()['id'] ?? '');
  const { data: draft, error, refetch } = useQuery(query);
  const [isLookedAt, setLookedAt] = useState(false);
  const [faults, setFaults] = useState<readonly FieldProblem[]>([]);
  const [reading, setReading] = useState(0);

  /** What is on the server is read anew before it is shown in another way. */
  const readAgain = async () => {
    await queries.refetchQueries({ queryKey: query.queryKey });
    setReading((times) => times + 1);
  };
  const show = async (looked: boolean) => {
    await readAgain();
    setLookedAt(looked);
    window.scrollTo(0, 0);
  };
  return (
    <div className={`wrap ${styles.page}`}>
      <BackLink to={draft ? `/arbete/admin/lofte?municipality=${draft.municipality}` : '/arbete/admin/lofte'}>
        {t('all')}
      </BackLink>
      {!draft && !error && <SkeletonPage label={t('loading')} />}
      {!draft && error && (
        <>
          <PageTitle title={t('list.title')} />
          <ErrorState error={error} title={t('failed')} onRetry={() => void refetch()} />
        </>
      )}
      {draft && (
        <PageTitle
          key={String(isLookedAt)}
          title={isLookedAt ? t('lookTitle') : t(draft.promiseId ? 'changeTitle' : 'newTitle')}
          lead={isLookedAt ? t('lookLead') : t('editLead')}
        />
      )}
      {draft &&
        (isLookedAt ? (
          <Looked
            draft={draft}
            onBack={(found) => {
              setFaults(found);
              void show(false);
            }}
          />
        ) : (
          <>
            <PromiseEditor
              key={reading}
              draft={draft}
              faults={faults}
              onReady={() => {
                setFaults([]);
                void show(true);
              }}
              onReload={() => void readAgain()}
            />
            {draft.mayWrite && <DiscardDraft draft={draft} />}
          </>
        ))}
    </div>
  );
}

interface LookedProps {
  draft: PromiseDraft;
  onBack: (faults: readonly FieldProblem[]) => void;
}

/** The draft as residents would read it, what it changes, and the way to publish it. */
function Looked({ draft, onBack }: LookedProps) {
  const { t } = useTranslation('work-promise');
  const navigate = useNavigate();
  const preview = useQuery(promisePreviewQuery(draft.id));
  const changes = useQuery({ ...draftChangesQuery(draft.id), enabled: draft.promiseId !== null });
  return (
    <>
      <div>
        <Button
          onClick={() => {
            onBack([]);
          }}
        >
          {t('back')}
        </Button>
      </div>
      {draft.promiseId !== null && (
        <section className={styles.section} aria-labelledby="changes">
          <h2 id="changes">{t('changesTitle')}</h2>
          {changes.data && <ChangesList changes={changes.data.items} />}
          {changes.error && <ErrorState error={changes.error} onRetry={() => void changes.refetch()} />}
        </section>
      )}
      <section className={styles.section} aria-labelledby="preview">
        <h2 id="preview">{t('previewTitle')}</h2>
        {preview.data && (
          <div className={styles.preview}>
            <PromiseView
              promise={preview.data}
              heading={(period) => (
                <>
                  <p className={styles.title}>{preview.data.title}</p>
                  <p>{period}</p>
                </>
              )}
            />
          </div>
        )}
        {preview.isPending && (
          <Skeleton label={t('loading')}>
            <SkeletonBlock height="20rem" />
          </Skeleton>
        )}
        {preview.error && <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />}
      </section>
      {draft.mayWrite && (
        <PublishPanel
          draft={draft}
          onFaults={onBack}
          onPublished={() => {
            toast(t('publish.done'));
            void navigate(`/arbete/admin/lofte?municipality=${draft.municipality}`);
          }}
        />
      )}
    </>
  );
}
