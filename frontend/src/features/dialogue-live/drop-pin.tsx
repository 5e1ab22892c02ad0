import type { LiveDialogue } from '@lofteskartan/shared/contracts/medborgardialog-live';
import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { Position } from '@lofteskartan/shared/position';
import { LIVE_LIMITS, type PinKind } from '@lofteskartan/shared/medborgardialog-live';
import { MapPin } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useIntention } from '../../platform/intention.js';
import { Button } from '../../ui/button.js';
import { Part } from '../../ui/part.js';
import { Notice } from '../../ui/notice.js';
import { ErrorState } from '../../ui/states.js';
import { TextArea } from '../../ui/text-field.js';
import { TrapField, trapped } from '../../ui/trap-field.js';
import { useDropPin } from './live.queries.js';
import styles from './live.module.css';

const PlaceDialog = lazy(() => import('../../map/place-dialog.js'));

interface LivePinsProps {
  live: LiveDialogue;
  municipality: Municipality | undefined;
}

/** What somebody was asked when they began to point. */
interface Asked {
  readonly prompt: string;
  readonly kind: PinKind;
}

/** Where somebody points out a place while pins are asked for; what was begun can be sent though others conduct on. */
export function LivePins({ live, municipality }: LivePinsProps) {
  const { prompt, kind } = live.pins;
  const [begun, setBegun] = useState<Asked | null>(null);
  const asked = begun ?? (prompt === null ? null : { prompt, kind });
  if (!asked) return null;
  return (
    <Part id="live-pins" title={asked.prompt}>
      <DropPinForm
        live={live}
        municipality={municipality}
        asked={asked}
        onBegun={() => {
          setBegun(asked);
        }}
        onEnd={() => {
          setBegun(null);
        }}
      />
    </Part>
  );
}

interface DropPinFormProps extends LivePinsProps {
  asked: Asked;
  onBegun: () => void;
  onEnd: () => void;
}

function DropPinForm({ live, municipality, asked, onBegun, onEnd }: DropPinFormProps) {
  const { t } = useTranslation('dialogue-live');
  const { dialogue, pins } = live;
  const [position, setPosition] = useState<Position | null>(null);
  const [description, setDescription] = useState('');
  const intention = useIntention();
  const [isPicking, setPicking] = useState(false);
  const trap = useRef<HTMLInputElement>(null);
  const drop = useDropPin(dialogue.code);
  const again = () => {
    setPosition(null);
    setDescription('');
    intention.renew();
    drop.reset();
    onEnd();
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
          drop.mutate(
            {
              position,
              kind: asked.kind,
              description: description.trim() || undefined,
              key: intention.key,
              ...trapped(trap),
            },
            { onError: intention.refused },
          );
      }}
    >
      <p className={styles.soft}>{t(`pins.kind.${asked.kind}`)}</p>
      {pins.prompt !== asked.prompt && (
        <Notice>
          <p>{t('pins.askedOtherwise')}</p>
          <Button look="quiet" onClick={again}>
            {t('pins.giveUp')}
          </Button>
        </Notice>
      )}
      <div>
        <Button
          look={position ? 'secondary' : 'primary'}
          icon={<MapPin size={20} aria-hidden="true" />}
          disabled={!municipality}
          onClick={() => {
            onBegun();
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
      {intention.hasArrived ? (
        <Notice announced>{t('questions.hasArrived')}</Notice>
      ) : (
        drop.error && (
          <ErrorState error={drop.error} title={t('pins.failed')} kept={t('questions.failedKept')} />
        )
      )}
      {isPicking && municipality && (
        <Suspense>
          <PlaceDialog
            title={asked.prompt}
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
