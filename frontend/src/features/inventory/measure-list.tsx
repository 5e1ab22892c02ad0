import type { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import type { PlaceMeasure } from '@lofteskartan/shared/contracts/inventory-measures';
import { Check, Eye, EyeOff, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { ErrorState } from '../../ui/states.js';
import { StatusMark } from '../../ui/status-mark.js';
import { CompleteDialog } from './complete-dialog.js';
import { useSaveMeasure } from './inventory.queries.js';
import styles from './inventory.module.css';
import { MeasureDialog } from './measure-dialog.js';
import { MEASURE_LOOKS } from './place-looks.js';

type Open =
  { what: 'edit'; measure: PlaceMeasure | null } | { what: 'complete'; measure: PlaceMeasure } | null;

/** What is planned, done and decided about a place. */
export function MeasureList({ place }: { place: StaffPlace }) {
  const { t } = useTranslation('work-inventory');
  const [open, setOpen] = useState<Open>(null);
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
      <ul className={styles.measures}>
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
              show(measure, isPublic);
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
    </>
  );
}

interface MeasureProps {
  measure: PlaceMeasure;
  mayChange: boolean;
  busy: boolean;
  onOpen: (what: 'edit' | 'complete') => void;
  onShow: (isPublic: boolean) => void;
}

function Measure({ measure, mayChange, busy, onOpen, onShow }: MeasureProps) {
  const { t } = useTranslation(['work-inventory', 'inventory']);
  const { kind, state, text, owner, cost, isPublic, activityId } = measure;
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
