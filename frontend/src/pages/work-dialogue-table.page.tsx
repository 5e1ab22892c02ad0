import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { TableForm } from '../features/dialogue-table/table-form.js';
import { TableSignedOut } from '../features/dialogue-table/table-signed-out.js';
import styles from '../features/dialogue-table/table.module.css';
import { useTableWork } from '../features/dialogue-table/use-table-work.js';
import { useFormats } from '../platform/format.js';
import { useSession } from '../platform/session.js';
import { BackLink } from '../ui/back-link.js';
import { Notice } from '../ui/notice.js';
import { PageTitle } from '../ui/page-title.js';
import { Skeleton, SkeletonBlock } from '../ui/skeleton.js';
import { NotOnDevice } from './not-on-device.js';

/** `/arbete/bordet/:reference`: what the tables of a dialogue say is typed in, with or without a network. */
export default function WorkDialogueTablePage() {
  const { t } = useTranslation('dialogue-table');
  const { moment } = useFormats();
  const reference = (useParams()['reference'] ?? '').toUpperCase();
  const { data: session } = useSession();
  const { account, kit, error, queue, retry } = useTableWork(session, reference);
  const address = `/arbete/bordet/${reference}`;
  if (session === null) return <TableSignedOut address={address} />;
  return (
    <div className={`wrap ${styles.page ?? ''}`}>
      <BackLink to={`/arbete/dialoger/${reference}/papper`}>{t('back')}</BackLink>
      <PageTitle title={t('title')} {...(kit ? { lead: kit.title } : {})} />
      {queue.sent.length > 0 && (
        <Notice tone="success" announced>
          {t('sent', { count: queue.sent.length })}
        </Notice>
      )}
      {kit === undefined && (
        <Skeleton label={t('loading')}>
          <SkeletonBlock height="12rem" />
        </Skeleton>
      )}
      {kit === null && (
        <NotOnDevice title={t('nothing')} how={t('nothingHow')} error={error} onRetry={retry} />
      )}
      {kit && account !== null && (
        <>
          {kit.mayChange || kit.mayTypeIn ? (
            <>
              <TableForm kit={kit} account={account} queue={queue} />
              {!kit.mayChange && <p className={styles.soft}>{t('notesLater')}</p>}
              <p className={styles.soft}>{t('ready', { moment: moment(kit.savedAt) })}</p>
            </>
          ) : (
            <Notice>{t('notNow')}</Notice>
          )}
        </>
      )}
    </div>
  );
}
