import type { StaffActivity } from '@lofteskartan/shared/contracts/activities';
import type { Commitment } from '@lofteskartan/shared/contracts/medborgarlofte';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { PageTitle } from '../../ui/page-title.js';
import styles from './log.module.css';
import { isMeasured } from './log-draft.js';

interface LogReceiptProps {
  activity: StaffActivity;
  commitment: Commitment | undefined;
  releaseDelayHours: number;
  onAnother: () => void;
}

/** Whether it counts, if not why and what to do, and what happens next. */
export function LogReceipt({ activity, commitment, releaseDelayHours, onAnother }: LogReceiptProps) {
  const { t } = useTranslation(['work-activities', 'words']);
  const isDelayed = commitment !== undefined && isMeasured(commitment) && releaseDelayHours > 0;
  return (
    <div className={styles.step}>
      <PageTitle title={t('done.title')} />
      {activity.whyNot ? (
        <Notice tone="warning" title={t('done.not')} announced>
          <p>{t(`whyNot.${activity.whyNot}`, { ns: 'words' })}.</p>
          <p>
            {t(`done.whatToDo.${activity.whyNot}`)} {t('done.still')}
          </p>
        </Notice>
      ) : (
        <Notice tone="success" title={t('done.countsFirst')} announced>
          {t('done.counts')}
        </Notice>
      )}
      <p>{isDelayed ? t('done.waitsDelay', { count: releaseDelayHours }) : t('done.waitsConfirm')}</p>
      <ButtonLink to="/arbete/insatser" look="primary" wide className={styles.go}>
        {t('done.list')}
      </ButtonLink>
      <Button wide className={styles.go} onClick={onAnother}>
        {t('done.another')}
      </Button>
    </div>
  );
}
