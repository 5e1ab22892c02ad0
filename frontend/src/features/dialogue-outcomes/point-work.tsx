import type { StaffPoint, StaffPoints } from '@lofteskartan/shared/contracts/medborgardialog-points';
import { OUTCOME_LIMITS } from '@lofteskartan/shared/medborgardialog-outcomes';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { swedishDay } from '../../platform/swedish-day.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { ErrorState } from '../../ui/states.js';
import { StatusMark } from '../../ui/status-mark.js';
import { DateField, TextArea } from '../../ui/text-field.js';
import { Timeline } from '../../ui/timeline.js';
import { toast } from '../../ui/toast.js';
import { STANDING_LOOKS } from './outcome-looks.js';
import { historyQuery, useCompletePoint, useWithdrawPoint } from './outcome-work.queries.js';
import { PointForm } from './point-form.js';
import { Thing } from './point-today.js';
import { PointUndo } from './point-undo.js';
import styles from './outcomes.module.css';

/** A point as staff work with it: what was asked, what comes of it, and what can be done now. */
export function PointWork({ all, point }: { all: StaffPoints; point: StaffPoint }) {
  const { t } = useTranslation('dialogue-outcomes');
  const { date } = useFormats();
  const [doing, setDoing] = useState<'edit' | 'done' | 'undo' | 'withdraw' | null>(null);
  const stop = () => {
    setDoing(null);
  };
  const { number, text, source, origin, supporters, outcome, standing, organisation, person, dueOn } = point;
  const isOpen = standing === 'open' || standing === 'withdrawn';
  const care = [
    organisation && t('point.owner', { owner: organisation.name }),
    person && t('work.person', { name: person.name }),
    dueOn && t('point.due', { date: date(dueOn) }),
  ].filter(Boolean);
  return (
    <li className={styles.point} id={`punkt-${String(number)}`}>
      <h3>{t('point.numbered', { number, text })}</h3>
      <p className={styles.soft}>
        {[
          t(`source.${source}`),
          source === 'note' || source === 'statement' ? origin : null,
          supporters ? t('point.supporters', { count: supporters }) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {doing === 'edit' ? (
        <PointForm all={all} point={point} onDone={stop} />
      ) : (
        <>
          <div className={styles.marks}>
            <StatusMark {...STANDING_LOOKS[standing]}>{t(`standing.${standing}`)}</StatusMark>
            {outcome !== null && <span>{t(`outcome.${outcome}`)}</span>}
          </div>
          {point.publicText !== null && <p className={styles.text}>{point.publicText}</p>}
          {point.outsideWho !== null && <p>{t('point.outsideWho', { who: point.outsideWho })}</p>}
          {point.thing && <Thing thing={point.thing} />}
          {care.length > 0 && <p className={styles.soft}>{care.join(' · ')}</p>}
          {point.doneOn !== null && (
            <p className={styles.text}>
              {t('point.done', { date: date(point.doneOn) })} {point.doneText}
            </p>
          )}
          <div className={styles.actions}>
            {all.mayChange && (
              <Button
                look={isOpen ? 'primary' : 'secondary'}
                onClick={() => {
                  setDoing('edit');
                }}
              >
                {t(standing === 'withdrawn' ? 'work.decideAgain' : isOpen ? 'work.decide' : 'work.change')}
              </Button>
            )}
            {point.mayComplete && (
              <Button
                onClick={() => {
                  setDoing('done');
                }}
              >
                {t(point.doneOn === null ? 'work.complete' : 'work.completeAgain')}
              </Button>
            )}
            {point.mayComplete && point.doneOn !== null && (
              <Button
                look="quiet"
                onClick={() => {
                  setDoing('undo');
                }}
              >
                {t('work.undo')}
              </Button>
            )}
            {all.mayChange && source !== 'question' && (
              <Button
                look="quiet"
                onClick={() => {
                  setDoing('withdraw');
                }}
              >
                {t('work.withdraw')}
              </Button>
            )}
          </div>
          <History reference={all.reference} id={point.id} />
        </>
      )}
      {doing === 'done' && <Completion reference={all.reference} point={point} onClose={stop} />}
      {doing === 'undo' && <PointUndo reference={all.reference} point={point} onClose={stop} />}
      {doing === 'withdraw' && <Withdrawal reference={all.reference} point={point} onClose={stop} />}
    </li>
  );
}

interface ActProps {
  reference: string;
  point: StaffPoint;
  onClose: () => void;
}

function Completion({ reference, point, onClose }: ActProps) {
  const { t } = useTranslation('dialogue-outcomes');
  const complete = useCompletePoint(reference);
  const [doneOn, setDoneOn] = useState(() => swedishDay(new Date()));
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <Dialog
      title={t('work.completeTitle', { number: point.number })}
      open
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <Button
            look="primary"
            busy={complete.isPending}
            onClick={() => {
              setTried(true);
              if (!text.trim() || complete.isPending) return;
              complete.mutate(
                { id: point.id, version: point.version, doneOn, text },
                {
                  onSuccess: () => {
                    toast(t('form.saved'));
                    onClose();
                  },
                },
              );
            }}
          >
            {t('work.completeYes')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{t('work.completeHow')}</p>
        <DateField
          label={t('work.doneOn')}
          value={doneOn}
          error={complete.error?.messageFor('doneOn')}
          onChange={setDoneOn}
        />
        <TextArea
          label={t('work.doneText')}
          rows={3}
          limit={OUTCOME_LIMITS.doneCharacters}
          value={text}
          error={tried && !text.trim() ? t('form.missing') : complete.error?.messageFor('text')}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        {complete.error && <ErrorState error={complete.error} title={t('form.notSaved')} />}
      </div>
    </Dialog>
  );
}

function Withdrawal({ reference, point, onClose }: ActProps) {
  const { t } = useTranslation('dialogue-outcomes');
  const withdraw = useWithdrawPoint(reference);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <Dialog
      title={t('work.withdrawTitle', { number: point.number })}
      open
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <Button
            look="danger"
            busy={withdraw.isPending}
            onClick={() => {
              setTried(true);
              if (!reason.trim() || withdraw.isPending) return;
              withdraw.mutate({ id: point.id, version: point.version, reason }, { onSuccess: onClose });
            }}
          >
            {t('work.withdrawYes')}
          </Button>
        </>
      }
    >
      <TextArea
        label={t('work.withdrawReason')}
        rows={2}
        limit={OUTCOME_LIMITS.reasonCharacters}
        value={reason}
        error={tried && !reason.trim() ? t('form.missing') : undefined}
        onChange={(event) => {
          setReason(event.target.value);
        }}
      />
      {withdraw.error && <ErrorState error={withdraw.error} title={t('form.notSaved')} />}
    </Dialog>
  );
}

function History({ reference, id }: { reference: string; id: string }) {
  const { t } = useTranslation('dialogue-outcomes');
  const { date, time } = useFormats();
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery({ ...historyQuery(reference, id), enabled: isOpen });
  const known = ['point-added', 'point-changed', 'point-done', 'point-undone', 'point-withdrawn'] as const;
  return (
    <details
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{t('work.history')}</summary>
      {data?.items.length === 0 && <p className={styles.soft}>{t('work.noHistory')}</p>}
      {data && data.items.length > 0 && (
        <Timeline
          label={t('work.history')}
          entries={data.items.map(({ at, type, actor, reason, changes }, index) => ({
            key: String(index),
            title: t(`work.event.${known.find((each) => each === type) ?? 'point-changed'}`),
            children: [
              `${date(at)} ${time(at)}`,
              actor,
              reason,
              type === 'point-changed' && changes
                ? Object.keys(changes)
                    .flatMap((field) => fieldNames.find((each) => each === field) ?? [])
                    .map((field) => t(`work.field.${field}`))
                    .join(', ')
                : null,
            ]
              .filter(Boolean)
              .join(' · '),
          }))}
        />
      )}
    </details>
  );
}

const fieldNames = [
  'text',
  'outcome',
  'publicText',
  'thingId',
  'outsideWho',
  'organisationId',
  'personId',
  'dueOn',
  'doneOn',
] as const;
