import { INVENTORY_LIMITS } from '@lofteskartan/shared/inventory';
import type { Position } from '@lofteskartan/shared/position';
import { LocateFixed } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { TextField } from '../../ui/text-field.js';
import styles from './outside.module.css';

const PATIENCE_MS = 12_000;

/** A place that was found on the way: a name, and where the phone is. */
export function OutsideNewStop({ onAdd }: { onAdd: (name: string, position: Position) => Promise<void> }) {
  const { t } = useTranslation('work-walks');
  const [name, setName] = useState('');
  const [position, setPosition] = useState<Position | null>(null);
  const [state, setState] = useState<'asking' | 'found' | 'denied' | 'failed' | null>(null);
  const [tried, setTried] = useState(false);
  const [isFull, setFull] = useState(false);
  const [round, setRound] = useState(0);
  const locate = () => {
    if (!('geolocation' in navigator) || !window.isSecureContext) {
      setState('failed');
      return;
    }
    setState('asking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setPosition([coords.longitude, coords.latitude]);
        setState('found');
      },
      ({ code }) => {
        setState(code === 1 ? 'denied' : 'failed');
      },
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 30_000 },
    );
  };
  return (
    <details key={round} className={styles.fold}>
      <summary>{t('out.addStop')}</summary>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!name.trim() || !position) return;
          onAdd(name.trim(), position).then(
            () => {
              setName('');
              setPosition(null);
              setState(null);
              setTried(false);
              setFull(false);
              // Closed again: what comes next is the stop itself.
              setRound((before) => before + 1);
            },
            () => {
              // The device would not keep it: what was told stays on the page.
              setFull(true);
            },
          );
        }}
      >
        <TextField
          label={t('out.newName')}
          maxLength={INVENTORY_LIMITS.nameCharacters}
          value={name}
          error={tried && !name.trim() ? t('out.needName') : undefined}
          onChange={(event) => {
            setName(event.target.value);
          }}
        />
        <div className={styles.acts}>
          <Button icon={<LocateFixed size={20} aria-hidden="true" />} onClick={locate}>
            {t('out.here')}
          </Button>
          <span role="status">{state && t(`out.${state}`)}</span>
          {tried && !position && <span role="alert">{t('out.needPosition')}</span>}
        </div>
        {isFull && (
          <Notice tone="error" announced>
            {t('out.full')}
          </Notice>
        )}
        <Button type="submit">{t('out.saveNew')}</Button>
      </form>
    </details>
  );
}
