import type { StaffWalk } from '@lofteskartan/shared/contracts/safety-walks';
import { WALK_BAND_NAMES, WALK_LIMITS } from '@lofteskartan/shared/safety-walks';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { ErrorState } from '../../ui/states.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useCancelWalk, useCompleteWalk } from './walks.queries.js';
import styles from './walks.module.css';

/** Says that a walk was held and how many took part, or that it was called off. */
export function HeldPart({ walk }: { walk: StaffWalk }) {
  const { t } = useTranslation('work-walks');
  const [isChanging, setChanging] = useState(false);
  const [isCancelling, setCancelling] = useState(false);
  if (walk.participants !== null && !isChanging)
    return (
      <>
        <p>{t('held.count', { count: walk.participants })}</p>
        {walk.mayChange && (
          <div>
            <Button
              onClick={() => {
                setChanging(true);
              }}
            >
              {t('held.change')}
            </Button>
          </div>
        )}
      </>
    );
  return (
    <>
      <p>{t('held.how')}</p>
      <HeldForm
        walk={walk}
        onDone={() => {
          setChanging(false);
        }}
      />
      {walk.status === 'planned' && (
        <div>
          <Button
            look="quiet"
            onClick={() => {
              setCancelling(true);
            }}
          >
            {t('held.cancel')}
          </Button>
        </div>
      )}
      {isCancelling && (
        <Cancellation
          walk={walk}
          onClose={() => {
            setCancelling(false);
          }}
        />
      )}
    </>
  );
}

type Counts = Partial<Record<(typeof WALK_BAND_NAMES)[number], string>>;

function HeldForm({ walk, onDone }: { walk: StaffWalk; onDone: () => void }) {
  const { t } = useTranslation(['work-walks', 'walks']);
  const complete = useCompleteWalk(walk.reference);
  const [people, setPeople] = useState(walk.participants === null ? '' : String(walk.participants));
  const [counts, setCounts] = useState<Counts>(() =>
    Object.fromEntries(WALK_BAND_NAMES.map((band) => [band, String(walk.bands?.[band] ?? '')])),
  );
  const [tried, setTried] = useState(false);
  const participants = Number(people);
  const isNumber = Number.isInteger(participants) && participants >= 1;
  const bands = Object.fromEntries(
    WALK_BAND_NAMES.flatMap((band) => (counts[band] ? [[band, Number(counts[band])]] : [])),
  );
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isNumber || complete.isPending) return;
        const told = Object.keys(bands).length > 0 ? bands : null;
        complete.mutate(
          { version: walk.version, participants, bands: told },
          {
            onSuccess: () => {
              toast(t('held.saved'));
              onDone();
            },
          },
        );
      }}
    >
      <TextField
        label={t('held.participants')}
        hint={t('held.participantsHint')}
        type="number"
        inputMode="numeric"
        min={1}
        max={WALK_LIMITS.people}
        value={people}
        error={tried && !isNumber ? t('held.missing') : complete.error?.messageFor('participants')}
        onChange={(event) => {
          setPeople(event.target.value);
        }}
      />
      <details>
        <summary>{t('held.bands')}</summary>
        <p className={styles.soft}>{t('held.bandsHint')}</p>
        <div className={styles.pair}>
          {WALK_BAND_NAMES.map((band) => (
            <TextField
              key={band}
              label={t(`band.${band}`, { ns: 'walks' })}
              optional
              type="number"
              inputMode="numeric"
              min={0}
              max={WALK_LIMITS.people}
              value={counts[band] ?? ''}
              error={complete.error?.messageFor(`bands.${band}`)}
              onChange={(event) => {
                setCounts((before) => ({ ...before, [band]: event.target.value }));
              }}
            />
          ))}
        </div>
      </details>
      {complete.error && <ErrorState error={complete.error} title={t('held.notSaved')} />}
      <div className={styles.actions}>
        <Button type="submit" look="primary" busy={complete.isPending}>
          {t(walk.participants === null ? 'held.save' : 'held.again')}
        </Button>
      </div>
    </form>
  );
}

function Cancellation({ walk, onClose }: { walk: StaffWalk; onClose: () => void }) {
  const { t } = useTranslation('work-walks');
  const cancel = useCancelWalk(walk.reference);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <Dialog
      title={t('held.cancelTitle')}
      open
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('held.keep')}</Button>
          <Button
            look="danger"
            busy={cancel.isPending}
            onClick={() => {
              setTried(true);
              if (reason.trim()) cancel.mutate({ version: walk.version, reason }, { onSuccess: onClose });
            }}
          >
            {t('held.cancelYes')}
          </Button>
        </>
      }
    >
      <TextArea
        label={t('held.cancelReason')}
        rows={3}
        limit={LIMITS.reasonCharacters}
        value={reason}
        error={tried && !reason.trim() ? t('form.missing') : undefined}
        onChange={(event) => {
          setReason(event.target.value);
        }}
      />
      {cancel.error && <ErrorState error={cancel.error} title={t('held.notSaved')} />}
    </Dialog>
  );
}
