import type { ReportProposal, ReportReceipt } from '@lofteskartan/shared/contracts/reports';
import { LIMITS, REPORT_REASONS } from '@lofteskartan/shared/vocabulary';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, newKey, type Problem } from '../../platform/api.js';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { Dialog } from '../../ui/dialog.js';
import { announce } from '../../ui/live-region.js';
import { ErrorState } from '../../ui/states.js';
import { TextArea } from '../../ui/text-field.js';
import { TrapField, trapped } from '../../ui/trap-field.js';
import styles from './report-dialog.module.css';

/** What is wrong with a public proposal, in few words; afterwards a receipt in the same place. */
export function ReportDialog({ reference, onClose }: { reference: string; onClose: () => void }) {
  const { t } = useTranslation('report');
  const [reason, setReason] = useState<ReportProposal['reason'] | null>(null);
  const [text, setText] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [idempotencyKey] = useState(newKey);
  const trap = useRef<HTMLInputElement>(null);
  const report = useMutation<ReportReceipt, Problem, ReportProposal>({
    mutationFn: (body) =>
      api.post(`/proposals/${encodeURIComponent(reference)}/reports`, body, { idempotencyKey }),
    onSuccess: () => {
      announce(t('thanks'));
    },
  });
  const send = () => {
    if (!reason) setMissing(true);
    else if (text.length <= LIMITS.reasonCharacters)
      report.mutate({ reason, ...(text.trim() ? { text: text.trim() } : {}), ...trapped(trap) });
  };
  if (report.isSuccess)
    return (
      <Dialog
        open
        title={t('thanks')}
        onClose={onClose}
        actions={
          <Button look="primary" onClick={onClose}>
            {t('close')}
          </Button>
        }
      >
        <p>{t('thanksHow')}</p>
      </Dialog>
    );
  return (
    <Dialog
      open
      title={t('title', { reference })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" busy={report.isPending} onClick={send}>
            {t('send')}
          </Button>
        </>
      }
    >
      <div className={styles.words}>
        <p>{t('lead')}</p>
        <RadioChips
          label={t('reason')}
          value={reason}
          stacked
          error={isMissing ? t('pick') : undefined}
          options={REPORT_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }))}
          onChange={(value) => {
            setReason(value);
            setMissing(false);
          }}
        />
        <TextArea
          label={t('text')}
          hint={t('textHint')}
          optional
          rows={3}
          limit={LIMITS.reasonCharacters}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        <TrapField field={trap} />
        {report.error && <ErrorState error={report.error} title={t('failed')} kept={t('kept')} />}
      </div>
    </Dialog>
  );
}
