import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { announce } from '../../ui/live-region.js';
import { Notice } from '../../ui/notice.js';
import { TextArea } from '../../ui/text-field.js';
import { useWithdraw } from './follow.queries.js';
import styles from './withdraw.module.css';

export interface WithdrawDialogProps {
  reference: string;
  followToken: string;
  onClose: () => void;
  onWithdrawn: () => void;
}

/** Asks once more before a proposal is taken back: it cannot be undone. */
export function WithdrawDialog({ reference, followToken, onClose, onWithdrawn }: WithdrawDialogProps) {
  const { t } = useTranslation('story');
  const [reason, setReason] = useState('');
  const withdraw = useWithdraw(followToken);
  const isTooLong = reason.length > LIMITS.reasonCharacters;
  return (
    <Dialog
      open
      insists
      title={t('withdraw.question', { reference })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('withdraw.keep')}</Button>
          <Button
            look="danger"
            busy={withdraw.isPending}
            disabled={isTooLong}
            onClick={() => {
              const said = reason.trim();
              withdraw.mutate(said ? { reason: said } : {}, {
                onSuccess: () => {
                  announce(t('withdraw.done'));
                  onWithdrawn();
                },
              });
            }}
          >
            {t('withdraw.yes')}
          </Button>
        </>
      }
    >
      <div className={styles.words}>
        <p>{t('withdraw.means')}</p>
        <p>{t('withdraw.final')}</p>
        <TextArea
          label={t('withdraw.reason')}
          optional
          limit={LIMITS.reasonCharacters}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
        {withdraw.error && (
          <Notice tone="error" title={t('withdraw.failed')}>
            {withdraw.error.detail || t('withdraw.tryAgain')}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
