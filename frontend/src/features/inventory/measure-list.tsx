import type { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import type { PlaceMeasure } from '@lofteskartan/shared/contracts/inventory-measures';
import { Check, Eye, EyeOff, Plus, Undo2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { newKey } from '../../platform/api.js';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { ErrorState } from '../../ui/states.js';
import { StatusMark } from '../../ui/status-mark.js';
import { CompleteDialog } from './complete-dialog.js';
import { useSaveMeasure } from './inventory.queries.js';
import styles from './inventory.module.css';
import { MeasureDialog } from './measure-dialog.js';
import { MEASURE_LOOKS } from './place-looks.js';
import { peopleToldOf } from './told-people.js';
import { WithdrawDialog } from './withdraw-dialog.js';

/** What is asked about before it is done. */
type Act = 'complete' | 'show' | 'withdraw';

type Open = { what: 'edit'; measure: PlaceMeasure | null } | { what: Act; measure: PlaceMeasure } | null;

/** What is planned, done and decided about a place. */
export function MeasureList({ place }: { place: StaffPlace }) {
  const { t } = useTranslation('work-inventory');
  const [open, setOpen] = useState<Open>(null);
  const list = useRef<HTMLUListElement>(null);
  const save = useSaveMeasure(place.reference);
  const close = () => {
    setOpen(null);
  };
  /** Shows a measure to everyone, or hides it; all else stays. */
  const show = ({ id, kind, text, plannedOn, cost, ownerId }: PlaceMeasure, isPublic: boolean) => {
    const { version } = place;
    save.mutate({ id, key: newKey(), body: { version, kind, text, plannedOn, cost, ownerId, isPublic } });
  };
  return (
    <>
      {place.measures.length === 0 && <p className={styles.soft}>{t('measures.none')}</p>}
      <ul ref={list} tabIndex={-1} className={styles.measures}>
        {place.measures.map((measure) => (
          <Measure
            key={measure.id}
            measure={measure}
            mayChange={place.mayChange}
            busy={save.isPending}
            onOpen={(what) => {
              setOpen({ what, measure });
            }}
            onShow={(isPublic) => {
              // Who is told is told at once: never by one press.
              if (isPublic && tellsPeople(place, measure)) setOpen({ what: 'show', measure });
              else show(measure, isPublic);
            }}
          />
        ))}
      </ul>
      {save.error && <ErrorState error={save.error} title={t('measures.notSaved')} />}
      {place.mayChange && (
        <div>
          <Button
            icon={<Plus size={18} aria-hidden="true" />}
            aria-haspopup="dialog"
            onClick={() => {
              setOpen({ what: 'edit', measure: null });
            }}
          >
            {t('measures.add')}
          </Button>
        </div>
      )}
      {open?.what === 'edit' && <MeasureDialog place={place} measure={open.measure} onClose={close} />}
      {open?.what === 'complete' && <CompleteDialog place={place} measure={open.measure} onClose={close} />}
      {open?.what === 'withdraw' && (
        <WithdrawDialog
          place={place}
          measure={open.measure}
          onClose={close}
          onWithdrawn={() => {
            close();
            // What was pressed is gone with its measure: the list takes the focus.
            setTimeout(() => list.current?.focus(), 0);
          }}
        />
      )}
      {open?.what === 'show' && (
        <ShowDialog
          count={peopleToldOf(place, open.measure.doneOn ?? '')}
          onClose={close}
          onShow={() => {
            show(open.measure, true);
            close();
          }}
        />
      )}
    </>
  );
}

/** Whether showing a measure tells people of it: it was done for staff alone until now. */
const tellsPeople = (place: StaffPlace, { doneOn, activityId, isTold }: PlaceMeasure): boolean =>
  doneOn !== null && activityId === null && !isTold && peopleToldOf(place, doneOn) > 0;

interface ShowDialogProps {
  count: number;
  onClose: () => void;
  onShow: () => void;
}

/** Says how many are told before they are. */
function ShowDialog({ count, onClose, onShow }: ShowDialogProps) {
  const { t } = useTranslation('work-inventory');
  return (
    <Dialog
      title={t('measures.showTitle')}
      open
      insists
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('measures.cancel')}</Button>
          <Button look="primary" onClick={onShow}>
            {t('measures.showSave')}
          </Button>
        </>
      }
    >
      <p>{t('measures.showLead', { count })}</p>
    </Dialog>
  );
}

interface MeasureProps {
  measure: PlaceMeasure;
  mayChange: boolean;
  busy: boolean;
  onOpen: (what: 'edit' | 'complete' | 'withdraw') => void;
  onShow: (isPublic: boolean) => void;
}

function Measure({ measure, mayChange, busy, onOpen, onShow }: MeasureProps) {
  const { t } = useTranslation(['work-inventory', 'inventory']);
  const { kind, state, text, owner, cost, isPublic, activityId, isCare } = measure;
  const isOpen = state === 'planned' || state === 'overdue';
  const words = [
    owner && t('measures.owner', { name: owner }),
    cost && t(`cost.${cost}`),
    t(isPublic ? 'measures.isPublic' : 'measures.notPublic'),
    activityId && t('measures.evidence'),
  ];
  return (
    <li className={styles.measure}>
      <span className={styles.measureHead}>
        <strong>{t(`${isOpen ? 'toDo' : 'kind'}.${kind}`, { ns: 'inventory' })}</strong>
        <StatusMark {...MEASURE_LOOKS[state]}>{t(`measureState.${state}`, { ns: 'inventory' })}</StatusMark>
      </span>
      <MeasureDay measure={measure} />
      {text && <p>{text}</p>}
      <span className={styles.soft}>{words.filter(Boolean).join(' · ')}</span>
      {mayChange && (
        <div className={styles.actions}>
          {isOpen && (
            <Button
              icon={<Check size={18} aria-hidden="true" />}
              aria-haspopup="dialog"
              onClick={() => {
                onOpen('complete');
              }}
            >
              {t('measures.complete')}
            </Button>
          )}
          {state === 'done' ? (
            <Button
              look="quiet"
              busy={busy}
              icon={isPublic ? <EyeOff size={18} aria-hidden="true" /> : <Eye size={18} aria-hidden="true" />}
              onClick={() => {
                onShow(!isPublic);
              }}
            >
              {t(isPublic ? 'measures.hide' : 'measures.show')}
            </Button>
          ) : (
            <Button
              look="quiet"
              aria-haspopup="dialog"
              onClick={() => {
                onOpen('edit');
              }}
            >
              {t('measures.edit')}
            </Button>
          )}
          {state === 'done' && activityId === null && !isCare && (
            <Button
              look="quiet"
              icon={<Undo2 size={18} aria-hidden="true" />}
              aria-haspopup="dialog"
              onClick={() => {
                onOpen('withdraw');
              }}
            >
              {t('measures.withdraw')}
            </Button>
          )}
          {state === 'done' && activityId !== null && (
            <p className={styles.soft}>{t('measures.countedHow')}</p>
          )}
          {state === 'done' && isCare && (
            <p className={styles.soft}>
              <Link to="/arbete/platser/arshjul">{t('measures.careHow')}</Link>
            </p>
          )}
        </div>
      )}
    </li>
  );
}

function MeasureDay({ measure: { state, plannedOn, doneOn } }: { measure: PlaceMeasure }) {
  const { t } = useTranslation('work-inventory');
  const { date } = useFormats();
  if (doneOn) return <span>{t('measures.doneOn', { date: date(doneOn) })}</span>;
  if (!plannedOn) return <span>{t('measures.noDay')}</span>;
  const words = { planned: 'planned', overdue: 'late', decided: 'decidedOn', done: 'doneOn' } as const;
  return <span>{t(`measures.${words[state]}`, { date: date(plannedOn) })}</span>;
}
