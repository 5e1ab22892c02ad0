import type { StaffFollowUp } from '@lofteskartan/shared/contracts/follow-ups';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { CorrectFollowUp } from '../features/promise/correct-follow-up.js';
import { FollowUpEditor } from '../features/promise/follow-up-editor.js';
import { Corrections, FollowUpItems } from '../features/promise/follow-up-items.js';
import {
  followUpPdf,
  staffFollowUpQuery,
  usePublishFollowUp,
} from '../features/promise/follow-up.queries.js';
import { newKey } from '../platform/api.js';
import { useHeld } from '../platform/edited.js';
import { useFormats } from '../platform/format.js';
import { useSession } from '../platform/session.js';
import { BackLink } from '../ui/back-link.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { PageTitle } from '../ui/page-title.js';
import { SaveFailed } from '../ui/save-failed.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';
import { toast } from '../ui/toast.js';
import styles from './follow-up.page.module.css';

/** `/arbete/uppfoljningar/…`: a draft is written, looked at and published; a published one is corrected. */
export default function WorkFollowUpPage() {
  const { t } = useTranslation('work-follow-up');
  const { date } = useFormats();
  const { data, error, refetch } = useQuery(staffFollowUpQuery(useParams().id ?? ''));
  const session = useSession().data;
  const [isLookedAt, setLookedAt] = useState(false);
  return (
    <div className={`wrap ${styles.page}`}>
      <BackLink to="/arbete/uppfoljningar">{t('all')}</BackLink>
      {!data && !error && <SkeletonPage label={t('loading')} />}
      {!data && error && <ErrorState error={error} title={t('failed')} onRetry={() => void refetch()} />}
      {data && (
        <PageTitle
          key={isLookedAt ? 'preview' : data.state}
          title={
            isLookedAt && data.state === 'draft'
              ? t('previewTitle')
              : t('editTitle', { day: date(data.asOf) })
          }
          lead={data.state === 'published' ? undefined : t(isLookedAt ? 'previewHow' : 'editLead')}
        />
      )}
      {data?.state === 'draft' &&
        (isLookedAt ? (
          <Preview
            followUp={data}
            onBack={() => {
              setLookedAt(false);
            }}
          />
        ) : (
          session && (
            <FollowUpEditor
              accountId={session.accountId}
              followUp={data}
              onReady={() => {
                setLookedAt(true);
                window.scrollTo(0, 0);
              }}
            />
          )
        ))}
      {data?.state === 'published' && <Published followUp={data} />}
    </div>
  );
}

/** As residents will read it. */
function Document({ followUp }: { followUp: StaffFollowUp }) {
  const items = followUp.items.map(({ deviation, ...item }) => ({
    ...item,
    deviation: deviation.trim() || null,
  }));
  return (
    <FollowUpItems municipality={followUp.municipality} items={items} corrections={followUp.corrections} />
  );
}

function Preview({ followUp, onBack }: { followUp: StaffFollowUp; onBack: () => void }) {
  const { t } = useTranslation('work-follow-up');
  const publish = usePublishFollowUp(followUp.id);
  const [key] = useState(newKey);
  const queries = useQueryClient();
  const held = useHeld({
    saved: followUp,
    read: () => queries.query({ ...staffFollowUpQuery(followUp.id), staleTime: 0 }),
    forget: publish.reset,
  });
  return (
    <>
      <Document followUp={followUp} />
      <SaveFailed error={publish.error} title={t('publishFailed')} latest={held} />
      <div className={styles.acts}>
        <Button onClick={onBack}>{t('change')}</Button>
        <Button
          look="primary"
          busy={publish.isPending}
          onClick={() => {
            publish.mutate(
              { version: held.saved.version, key },
              {
                onSuccess: () => {
                  toast(t('publishedToast'));
                },
              },
            );
          }}
        >
          {t('publish')}
        </Button>
      </div>
    </>
  );
}

function Published({ followUp }: { followUp: StaffFollowUp }) {
  const { t } = useTranslation('work-follow-up');
  const { municipality, asOf, id, corrections } = followUp;
  return (
    <>
      <Notice tone="success" title={t('isPublished')}>
        <p className={styles.acts}>
          <Link to={`/${municipality}/lofte/uppfoljning/${asOf}`}>{t('seePublic')}</Link>
          <a href={followUpPdf(id)}>{t('pdf')}</a>
        </p>
      </Notice>
      <CorrectFollowUp followUp={followUp} />
      <Corrections
        corrections={corrections.filter(({ commitmentId }) => commitmentId === null)}
        heading="h2"
      />
      <Document followUp={followUp} />
    </>
  );
}
