import type { CommitmentOpening } from '@lofteskartan/shared/contracts/opening-balances';
import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { useEdited } from '../../platform/edited.js';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { DateField, TextArea, TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { openingsQuery, usePutOpening } from './town.queries.js';
import styles from './town.module.css';

const LONGEST = 500;

interface OpeningDialogProps {
  municipality: string;
  commitment: CommitmentOpening;
  onClose: () => void;
}

const wordsOf = ({ opening }: CommitmentOpening) => ({
  count: opening ? String(opening.count) : '',
  asOf: opening?.asOf ?? '',
  source: opening?.source ?? '',
});

/** Writes an opening balance: how many, until when, where it comes from, and why it is changed. */
export function OpeningDialog({ municipality, commitment, onClose }: OpeningDialogProps) {
  const { t } = useTranslation(['work-openings', 'work-town']);
  const { date } = useFormats();
  const form = useId();
  const put = usePutOpening();
  const queries = useQueryClient();
  const edited = useEdited({
    saved: commitment,
    wordsOf,
    read: async () => {
      const { items } = await queries.query({ ...openingsQuery(municipality), staleTime: 0 });
      return items.find(({ id }) => id === commitment.id) ?? commitment;
    },
    forget: put.reset,
  });
  const { opening: before, firstLoggedOn } = edited.saved;
  const { count, asOf, source } = edited.words;
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
    const body = {
      opening,
      version: edited.saved.version,
      ...(needsReason ? { reason: reason.trim() } : {}),
    };
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
            edited.change({ count: event.target.value });
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
          onChange={(day) => {
            edited.change({ asOf: day });
          }}
        />
        <TextField
          label={t('source')}
          hint={t('sourceHow')}
          autoComplete="off"
          maxLength={LONGEST}
          value={source}
          error={lacks(source) ?? put.error?.messageFor('opening.source')}
          onChange={(event) => {
            edited.change({ source: event.target.value });
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
        <SaveFailed
          error={put.error}
          title={t('work-town:saveFailed')}
          kept={t('work-town:kept')}
          latest={edited}
          now={edited.differences.map(({ name, saved }) => ({ label: t(name), value: saved[name] }))}
        />
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
