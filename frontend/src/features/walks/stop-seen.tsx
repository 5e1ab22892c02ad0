import type { StaffWalk, WalkStop } from '@lofteskartan/shared/contracts/safety-walks';
import { PencilLine, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { ErrorState } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import { ChecklistFields } from './checklist-fields.js';
import { ChecklistMarks } from './checklist-marks.js';
import { isSomethingSeen, nothingSeen } from './nothing-seen.js';
import { useObserve, useWithdrawObservation } from './walks.queries.js';
import styles from './walks.module.css';

interface StopSeenProps {
  walk: StaffWalk;
  stop: WalkStop;
}

/** What was seen at a stop: the sum of it, each note with who wrote it, and photos. */
export function StopSeen({ walk, stop }: StopSeenProps) {
  const { t } = useTranslation(['work-walks', 'walks', 'inventory']);
  const [isWriting, setWriting] = useState(false);
  const mayWrite = walk.mayChange && walk.status !== 'cancelled';
  return (
    <div className={styles.part}>
      {stop.observations.length === 0 ? (
        <p className={styles.soft}>{t('seen.nothing')}</p>
      ) : (
        <>
          <ChecklistMarks checklist={stop.checklist} />
          {stop.impression !== null && <p>{t('impression', { ns: 'walks', value: stop.impression })}</p>}
          <Notes walk={walk} stop={stop} mayWithdraw={mayWrite} />
        </>
      )}
      {stop.photos.length > 0 && (
        <>
          <ul className={styles.photos}>
            {stop.photos.map(({ id, url, thumbnailUrl, width, height, light }) => (
              <li key={id}>
                <a href={url}>
                  <img
                    src={thumbnailUrl}
                    width={width}
                    height={height}
                    alt={t('protocol.photoAlt', {
                      ns: 'walks',
                      name: stop.name,
                      light: t(`light.${light}`, { ns: 'inventory' }),
                    })}
                  />
                </a>
              </li>
            ))}
          </ul>
          <p className={styles.soft}>{t('seen.photosHow')}</p>
        </>
      )}
      {mayWrite &&
        (isWriting ? (
          <Observe
            walk={walk}
            stop={stop}
            onDone={() => {
              setWriting(false);
            }}
          />
        ) : (
          <div>
            <Button
              icon={<PencilLine size={18} aria-hidden="true" />}
              onClick={() => {
                setWriting(true);
              }}
            >
              {t('seen.observe')}
            </Button>
          </div>
        ))}
    </div>
  );
}

function Notes({ walk, stop, mayWithdraw }: StopSeenProps & { mayWithdraw: boolean }) {
  const { t } = useTranslation('work-walks');
  const { moment } = useFormats();
  const withdraw = useWithdrawObservation(walk.reference);
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <details>
      <summary>{t('seen.notes', { count: stop.observations.length })}</summary>
      <p className={styles.soft}>{t('seen.notPublicNote')}</p>
      {stop.observations.map(({ id, by, seenAt, note }) => (
        <div key={id} className={styles.observation}>
          <p className={styles.soft}>{t('seen.by', { name: by ?? '', moment: moment(seenAt) })}</p>
          {note && <p className={styles.text}>{note}</p>}
          {mayWithdraw && (
            <div>
              <Button
                look="quiet"
                icon={<Trash2 size={18} aria-hidden="true" />}
                onClick={() => {
                  setAsked(id);
                }}
              >
                {t('seen.withdraw')}
              </Button>
            </div>
          )}
        </div>
      ))}
      {asked !== null && (
        <Dialog
          title={t('seen.withdrawTitle')}
          open
          onClose={() => {
            setAsked(null);
          }}
          actions={
            <>
              <Button
                onClick={() => {
                  setAsked(null);
                }}
              >
                {t('seen.keep')}
              </Button>
              <Button
                look="danger"
                busy={withdraw.isPending}
                onClick={() => {
                  withdraw.mutate(asked, {
                    onSuccess: () => {
                      toast(t('seen.withdrawn'));
                      setAsked(null);
                    },
                  });
                }}
              >
                {t('seen.withdraw')}
              </Button>
            </>
          }
        >
          <p>{t('seen.withdrawHow')}</p>
          {withdraw.error && <ErrorState error={withdraw.error} />}
        </Dialog>
      )}
    </details>
  );
}

function Observe({ walk, stop, onDone }: StopSeenProps & { onDone: () => void }) {
  const { t } = useTranslation('work-walks');
  const observe = useObserve(walk.reference);
  const [key] = useState(newKey);
  const [draft, setDraft] = useState(nothingSeen);
  const [tried, setTried] = useState(false);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isSomethingSeen(draft) || observe.isPending) return;
        observe.mutate(
          { id: stop.id, key, body: { ...draft, seenAt: new Date().toISOString() } },
          {
            onSuccess: () => {
              toast(t('observe.saved'));
              onDone();
            },
          },
        );
      }}
    >
      <ChecklistFields
        draft={draft}
        change={(part) => {
          setDraft((before) => ({ ...before, ...part }));
        }}
      />
      {tried && !isSomethingSeen(draft) && <p role="alert">{t('observe.nothing')}</p>}
      {observe.error && <ErrorState error={observe.error} title={t('observe.notSaved')} />}
      <div className={styles.actions}>
        <Button type="submit" look="primary" busy={observe.isPending}>
          {t('observe.save')}
        </Button>
        <Button onClick={onDone}>{t('observe.cancel')}</Button>
      </div>
    </form>
  );
}
