import type { CommitmentOpening } from '@lofteskartan/shared/contracts/opening-balances';
import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { ErrorState } from '../../ui/states.js';
import { DateField, TextArea, TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { usePutOpening } from './town.queries.js';
import styles from './town.module.css';

const LONGEST = 500;

interface OpeningDialogProps {
  commitment: CommitmentOpening;
  onClose: () => void;
}

/** Writes an opening balance: how many, until when, where it comes from, and why it is changed. */
export function OpeningDialog({ commitment, onClose }: OpeningDialogProps) {
  const { t } = useTranslation(['work-openings', 'work-town']);
  const { date } = useFormats();
  const form = useId();
  const put = usePutOpening();
  const { opening: before, firstLoggedOn } = commitment;
  const [count, setCount] = useState(before ? String(before.count) : '');
  const [asOf, setAsOf] = useState(before?.asOf ?? '');
  const [source, setSource] = useState(before?.source ?? '');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const number = /^\d{1,6}$/.test(count.replace(/\s/g, '')) ? Number(count.replace(/\s/g, '')) : null;
  const needsReason = before !== null;
  const lacks = (text: string) => (tried && text.trim() === '' ? t('work-town:required') : undefined);

  const send = (takesAway: boolean) => {
    setTried(true);
    if (put.isPending || (needsReason && !reason.trim())) return;
    if (!takesAway && (number === null || !asOf || !source.trim())) return;
    const opening = takesAway || number === null ? null : { count: number, asOf, source: source.trim() };
    const body = { opening, version: commitment.version, ...(needsReason ? { reason: reason.trim() } : {}) };
    put.mutate(
      { id: commitment.id, body },
      {
        onSuccess: () => {
          toast(t(takesAway ? 'removed' : 'saved'));
          onClose();
        },
      },
    );
  };

  return (
    <Dialog
      title={t(before ? 'changeOf' : 'writeOf', { commitment: commitment.title })}
      open
      insists
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('work-town:cancel')}</Button>
          <Button type="submit" form={form} look="primary" busy={put.isPending}>
            {t('work-town:save')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        noValidate
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault();
          send(false);
        }}
      >
        <TextField
          label={t('count')}
          inputMode="numeric"
          autoComplete="off"
          className={styles.short}
          value={count}
          error={tried && number === null ? t('countWrong') : put.error?.messageFor('opening.count')}
          onChange={(event) => {
            setCount(event.target.value);
          }}
        />
        <DateField
          label={t('asOf')}
          hint={
            firstLoggedOn
              ? t('asOfBefore', { date: date(firstLoggedOn) })
              : t('asOfHow', { date: date(commitment.from) })
          }
          className={styles.short}
          value={asOf}
          error={lacks(asOf) ?? put.error?.messageFor('opening.asOf')}
          onChange={setAsOf}
        />
        <TextField
          label={t('source')}
          hint={t('sourceHow')}
          autoComplete="off"
          maxLength={LONGEST}
          value={source}
          error={lacks(source) ?? put.error?.messageFor('opening.source')}
          onChange={(event) => {
            setSource(event.target.value);
          }}
        />
        {needsReason && (
          <TextArea
            label={t('reason')}
            hint={t('reasonHow')}
            rows={2}
            limit={LONGEST}
            value={reason}
            error={lacks(reason) ?? put.error?.messageFor('reason')}
            onChange={(event) => {
              setReason(event.target.value);
            }}
          />
        )}
        {put.error && (
          <ErrorState error={put.error} title={t('work-town:saveFailed')} kept={t('work-town:kept')} />
        )}
        {before && (
          <div>
            <Button
              look="danger"
              onClick={() => {
                send(true);
              }}
            >
              {t('remove')}
            </Button>
          </div>
        )}
      </form>
    </Dialog>
  );
}
