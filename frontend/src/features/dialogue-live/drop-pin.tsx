import type { LiveDialogue } from '@lofteskartan/shared/contracts/medborgardialog-live';
import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { Position } from '@lofteskartan/shared/position';
import { LIVE_LIMITS } from '@lofteskartan/shared/medborgardialog-live';
import { MapPin } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { newKey } from '../../platform/api.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { ErrorState } from '../../ui/states.js';
import { TextArea } from '../../ui/text-field.js';
import { TrapField, trapped } from '../../ui/trap-field.js';
import { useDropPin } from './live.queries.js';
import styles from './live.module.css';

const PlaceDialog = lazy(() => import('../../map/place-dialog.js'));

interface DropPinFormProps {
  live: LiveDialogue;
  municipality: Municipality | undefined;
}

/** Where somebody points out a place while pins are asked for. */
export function DropPinForm({ live, municipality }: DropPinFormProps) {
  const { t } = useTranslation('dialogue-live');
  const { dialogue, pins } = live;
  const [position, setPosition] = useState<Position | null>(null);
  const [description, setDescription] = useState('');
  const [key, setKey] = useState(newKey);
  const [isPicking, setPicking] = useState(false);
  const trap = useRef<HTMLInputElement>(null);
  const drop = useDropPin(dialogue.code);
  const again = () => {
    setPosition(null);
    setDescription('');
    setKey(newKey());
    drop.reset();
  };
  if (drop.data) {
    const { reference, followToken } = drop.data;
    return (
      <div className={styles.stack}>
        <Notice tone="success" announced title={t('pins.sent', { reference })}>
          {t('pins.sentHow')}{' '}
          <Link to={`/${dialogue.municipality}/folj/${reference}#${followToken}`}>{t('pins.follow')}</Link>
        </Notice>
        <div>
          <Button onClick={again}>{t('pins.another')}</Button>
        </div>
      </div>
    );
  }
  return (
    <form
      className={styles.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (position && !drop.isPending)
          drop.mutate({ position, description: description.trim() || undefined, key, ...trapped(trap) });
      }}
    >
      <p className={styles.soft}>{t(`pins.kind.${pins.kind}`)}</p>
      <div>
        <Button
          look={position ? 'secondary' : 'primary'}
          icon={<MapPin size={20} aria-hidden="true" />}
          disabled={!municipality}
          onClick={() => {
            setPicking(true);
          }}
        >
          {t(position ? 'pins.again' : 'pins.place')}
        </Button>
      </div>
      {position && (
        <>
          <p role="status">{t('pins.placed')}</p>
          <TextArea
            label={t('pins.label')}
            optional
            rows={3}
            limit={LIVE_LIMITS.pinCharacters}
            value={description}
            error={drop.error?.messageFor('description')}
            onChange={(event) => {
              setDescription(event.target.value);
            }}
          />
          <TrapField field={trap} />
          <div>
            <Button type="submit" look="primary" busy={drop.isPending}>
              {t('pins.send')}
            </Button>
          </div>
        </>
      )}
      {drop.error && (
        <ErrorState error={drop.error} title={t('pins.failed')} kept={t('questions.failedKept')} />
      )}
      {isPicking && municipality && (
        <Suspense>
          <PlaceDialog
            title={pins.prompt ?? t('pins.title')}
            ground={municipality}
            place={municipality.shortName}
            places={[]}
            start={position ?? dialogue.center ?? undefined}
            onPick={(picked) => {
              setPosition(picked);
              setPicking(false);
            }}
            onClose={() => {
              setPicking(false);
            }}
          />
        </Suspense>
      )}
    </form>
  );
}
