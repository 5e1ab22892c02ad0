import type { StaffActivity } from '@lofteskartan/shared/contracts/activities';
import type { Commitment } from '@lofteskartan/shared/contracts/medborgarlofte';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { ErrorState } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import { useDecideActivity } from './activities.queries.js';
import styles from './activity-list.module.css';
import { isMeasured } from './log-draft.js';

/** Asks before a confirmation, and says what it does: to the proposals, to the counter, to what residents see. */
export function ConfirmDialog({
  activity,
  commitment,
  onClose,
}: {
  activity: StaffActivity;
  commitment: Commitment | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation(['work-activities', 'words']);
  const { number } = useFormats();
  const confirm = useDecideActivity('confirm');
  const isDelayed = commitment !== undefined && isMeasured(commitment);
  const progress = commitment?.progress;
  const count = activity.proposalReferences.length;
  // Those that wait for their release come before this one.
  const done = progress?.type === 'count' ? progress.done + (progress.awaitingRelease ?? 0) : 0;
  return (
    <Dialog
      title={t('confirm.title')}
      open
      insists
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('confirm.cancel')}</Button>
          <Button
            look="primary"
            busy={confirm.isPending}
            onClick={() => {
              confirm.mutate(activity.id, {
                onSuccess: () => {
                  toast(t('confirm.done'));
                  onClose();
                },
              });
            }}
          >
            {t('confirm.submit')}
          </Button>
        </>
      }
    >
      <div className={styles.dialog}>
        <p>{t('confirm.lead')}</p>
        <ul className={styles.effects}>
          {count > 0 && <li>{t('confirm.closes', { count })}</li>}
          {activity.counts
            ? progress?.type === 'count' && (
                <li>
                  {t('confirm.counter', {
                    from: number(done),
                    to: number(done + 1),
                    when: isDelayed ? t('confirm.counterAtRelease') : '',
                  })}
                </li>
              )
            : activity.whyNot && (
                <li>
                  {t('confirm.noCounter')} {t(`whyNot.${activity.whyNot}`, { ns: 'words' })}.
                </li>
              )}
          <li>{isDelayed ? t('confirm.delayed') : t('confirm.public')}</li>
        </ul>
        {confirm.error && <ErrorState error={confirm.error} title={t('confirm.failed')} />}
      </div>
    </Dialog>
  );
}

/** Asks before a speed check is released ahead of its time. */
export function ReleaseDialog({ activity, onClose }: { activity: StaffActivity; onClose: () => void }) {
  const { t } = useTranslation('work-activities');
  const { moment } = useFormats();
  const release = useDecideActivity('release');
  return (
    <Dialog
      title={t('release.title')}
      open
      insists
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('release.cancel')}</Button>
          <Button
            look="danger"
            busy={release.isPending}
            onClick={() => {
              release.mutate(activity.id, {
                onSuccess: () => {
                  toast(t('release.done'));
                  onClose();
                },
              });
            }}
          >
            {t('release.submit')}
          </Button>
        </>
      }
    >
      <div className={styles.dialog}>
        <p>{t('release.lead')}</p>
        {activity.releaseAt && <p>{t('release.waits', { when: moment(activity.releaseAt) })}</p>}
        {release.error && <ErrorState error={release.error} title={t('release.failed')} />}
      </div>
    </Dialog>
  );
}
