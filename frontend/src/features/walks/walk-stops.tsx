import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { StaffWalk, WalkStop } from '@lofteskartan/shared/contracts/safety-walks';
import { ArrowDown, ArrowUp, Eye, EyeOff, Trash2 } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { announce } from '../../ui/live-region.js';
import { Notice } from '../../ui/notice.js';
import { SkeletonBlock } from '../../ui/skeleton.js';
import { ErrorState } from '../../ui/states.js';
import { StatusMark, Tag } from '../../ui/status-mark.js';
import { AddStop } from './add-stop.js';
import { AnswerForm } from './answer-form.js';
import { IntoPlace } from './into-place.js';
import { StopSeen } from './stop-seen.js';
import { ANSWER_LOOKS } from './walk-looks.js';
import { useOrderStops, useRemoveStop } from './walks.queries.js';
import styles from './walks.module.css';

const WalkMap = lazy(() => import('./walk-map.js'));

const moveId = (stop: string, by: -1 | 1) => `move-${stop}-${by === -1 ? 'up' : 'down'}`;

/** Who moves a stop goes on moving it: the focus follows, and turns round at the ends. */
function keepFocus(stop: string, by: -1 | 1): void {
  const buttons = [by, by === -1 ? 1 : -1] as const;
  const found = buttons.map((each) => document.getElementById(moveId(stop, each)));
  found.find((button) => button instanceof HTMLButtonElement && !button.disabled)?.focus();
}

interface WalkStopsProps {
  walk: StaffWalk;
  municipality: Municipality | undefined;
}

/** The stops of a walk in their order: moved by buttons, written about, and answered. */
export function WalkStops({ walk, municipality }: WalkStopsProps) {
  const { t } = useTranslation('work-walks');
  const { distance } = useFormats();
  const order = useOrderStops(walk.reference);
  const moved = useRef<{ id: string; by: -1 | 1 } | null>(null);
  useEffect(
    function keepFocusOnMoved() {
      if (moved.current) keepFocus(moved.current.id, moved.current.by);
      moved.current = null;
    },
    [walk.stops],
  );
  const mayChange = walk.mayChange && walk.status !== 'cancelled';
  const move = (index: number, by: -1 | 1) => {
    const stops = walk.stops.map(({ id }) => id);
    const [id] = stops.splice(index, 1);
    if (id === undefined || order.isPending) return;
    stops.splice(index + by, 0, id);
    moved.current = { id, by };
    order.mutate(
      { version: walk.version, stops },
      {
        onSuccess: () => {
          const name = walk.stops[index]?.name ?? '';
          announce(t('stops.moved', { name, number: index + by + 1 }));
        },
      },
    );
  };
  return (
    <>
      {walk.stops.length === 0 && <p className={styles.soft}>{t('stops.none')}</p>}
      {walk.stops.length > 0 && municipality && (
        <Suspense fallback={<SkeletonBlock height="18rem" />}>
          <WalkMap
            key={walk.stops.map(({ position }) => position.join()).join(';')}
            municipality={municipality}
            stops={walk.stops}
          />
        </Suspense>
      )}
      {walk.stops.length > 1 && (
        <p className={styles.soft}>{t('stops.crow', { distance: distance(walk.crowMetres) })}</p>
      )}
      {order.error && <ErrorState error={order.error} title={t('stops.notSaved')} />}
      <ol className={styles.stops}>
        {walk.stops.map((stop, index) => (
          <Stop
            key={stop.id}
            walk={walk}
            stop={stop}
            index={index}
            mayChange={mayChange}
            onMove={(by) => {
              move(index, by);
            }}
          />
        ))}
      </ol>
      {mayChange && <AddStop walk={walk} municipality={municipality} />}
    </>
  );
}

interface StopProps {
  walk: StaffWalk;
  stop: WalkStop;
  index: number;
  mayChange: boolean;
  onMove: (by: -1 | 1) => void;
}

function Stop({ walk, stop, index, mayChange, onMove }: StopProps) {
  const { t } = useTranslation(['work-walks', 'walks']);
  const [isRemoving, setRemoving] = useState(false);
  const { name, place } = stop;
  return (
    <li className={styles.stop}>
      <div className={styles.stopHead}>
        <h3>{t('protocol.stopOf', { ns: 'walks', number: index + 1, name })}</h3>
        {mayChange && (
          <div className={styles.moves}>
            <Button
              look="quiet"
              id={moveId(stop.id, -1)}
              aria-label={t('stops.up', { name })}
              disabled={index === 0}
              icon={<ArrowUp size={20} aria-hidden="true" />}
              onClick={() => {
                onMove(-1);
              }}
            />
            <Button
              look="quiet"
              id={moveId(stop.id, 1)}
              aria-label={t('stops.down', { name })}
              disabled={index === walk.stops.length - 1}
              icon={<ArrowDown size={20} aria-hidden="true" />}
              onClick={() => {
                onMove(1);
              }}
            />
            <Button
              look="quiet"
              aria-label={t('stops.remove', { name })}
              icon={<Trash2 size={20} aria-hidden="true" />}
              onClick={() => {
                setRemoving(true);
              }}
            />
          </div>
        )}
      </div>
      <div className={styles.actions}>
        <Tag
          icon={
            place?.isPublic ? <Eye size={15} aria-hidden="true" /> : <EyeOff size={15} aria-hidden="true" />
          }
        >
          {t(place ? (place.isPublic ? 'stops.isPublic' : 'stops.isHidden') : 'stops.noPlace')}
        </Tag>
        {place && <Link to={`/arbete/platser/${place.reference}`}>{place.reference}</Link>}
      </div>
      {!place && mayChange && <IntoPlace walk={walk} stop={stop} />}
      <StopSeen walk={walk} stop={stop} />
      <StopAnswer walk={walk} stop={stop} mayChange={mayChange} />
      {isRemoving && (
        <Removal
          walk={walk}
          stop={stop}
          onClose={() => {
            setRemoving(false);
          }}
        />
      )}
    </li>
  );
}

function StopAnswer({ walk, stop, mayChange }: Pick<StopProps, 'walk' | 'stop' | 'mayChange'>) {
  const { t } = useTranslation(['work-walks', 'walks']);
  const [isWriting, setWriting] = useState(false);
  const { answer, seen } = stop;
  if (walk.status === 'planned' || walk.status === 'cancelled') return null;
  if (isWriting)
    return (
      <AnswerForm
        walk={walk}
        stop={stop}
        onDone={() => {
          setWriting(false);
        }}
      />
    );
  return (
    <div className={styles.answer}>
      <h4>{t('protocol.answer', { ns: 'walks' })}</h4>
      {answer ? (
        <>
          <StatusMark {...ANSWER_LOOKS[answer.kind]}>
            {t(`answer.${answer.kind}`, { ns: 'walks' })}
          </StatusMark>
          {seen && <p className={styles.text}>{seen}</p>}
          <p className={styles.text}>{answer.text}</p>
          {answer.body && <p>{t('protocol.referredTo', { ns: 'walks', body: answer.body })}</p>}
          {answer.isTakenBack && <Notice tone="warning">{t('answers.takenBack')}</Notice>}
        </>
      ) : (
        <StatusMark fill="dotted" tone="no">
          {t('answers.missing')}
        </StatusMark>
      )}
      {mayChange && (
        <div>
          <Button
            onClick={() => {
              setWriting(true);
            }}
          >
            {t(answer ? 'answers.change' : 'answers.write')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Removal({ walk, stop, onClose }: Pick<StopProps, 'walk' | 'stop'> & { onClose: () => void }) {
  const { t } = useTranslation('work-walks');
  const remove = useRemoveStop(walk.reference);
  return (
    <Dialog
      title={t('stops.removeTitle')}
      open
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('stops.keep')}</Button>
          <Button
            look="danger"
            busy={remove.isPending}
            onClick={() => {
              remove.mutate({ id: stop.id, version: walk.version }, { onSuccess: onClose });
            }}
          >
            {t('stops.removeYes')}
          </Button>
        </>
      }
    >
      <p>{t('stops.removeHow')}</p>
      {remove.error && <ErrorState error={remove.error} title={t('stops.notSaved')} />}
    </Dialog>
  );
}
