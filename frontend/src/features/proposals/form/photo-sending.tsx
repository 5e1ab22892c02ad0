import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../platform/api.js';
import { Button } from '../../../ui/button.js';
import { Notice } from '../../../ui/notice.js';
import { keepPhotos, loadPhotos } from './photo-store.js';
import { isWorthAnotherTry, sendPhoto } from './sending.js';

type PhotoState =
  | { state: 'none' }
  | { state: 'sending'; done: number; of: number }
  | { state: 'done'; of: number }
  /** Those that are left wait on the phone. */
  | { state: 'waiting'; left: number }
  | { state: 'refused'; detail: string; left: number };

export interface PhotoSendingProps {
  /** The name under which the photos are kept. */
  name: string;
  reference: string;
  followToken: string;
}

/** Sends the photos one by one after the proposal itself has arrived; what does not arrive stays on the phone for another try. */
export function PhotoSending({ name, reference, followToken }: PhotoSendingProps) {
  const { t } = useTranslation('form');
  const [photos, setPhotos] = useState<PhotoState>({ state: 'none' });
  const isBusy = useRef(false);

  const send = useCallback(async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    let left = await loadPhotos(name);
    const of = left.length;
    try {
      while (left[0]) {
        setPhotos({ state: 'sending', done: of - left.length, of });
        // Named by what it is, so that a repeat after a lost answer is the same photo, whichever are left.
        const [photo] = left;
        await sendPhoto(
          reference,
          followToken,
          photo,
          `${name.slice(-60)}.${photo.size}.${photo.lastModified}`,
        );
        left = left.slice(1);
        await keepPhotos(name, left);
      }
      setPhotos(of === 0 ? { state: 'none' } : { state: 'done', of });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setPhotos(
        isWorthAnotherTry(error)
          ? { state: 'waiting', left: left.length }
          : { state: 'refused', detail: error.detail, left: left.length },
      );
    } finally {
      isBusy.current = false;
    }
  }, [name, reference, followToken]);

  useEffect(
    function sendAtOnceAndWhenTheNetworkIsBack() {
      const again = () => void send();
      again();
      window.addEventListener('online', again);
      return () => {
        window.removeEventListener('online', again);
      };
    },
    [send],
  );

  if (photos.state === 'sending')
    return <Notice announced>{t('photos.sending', { number: photos.done + 1, of: photos.of })}</Notice>;
  if (photos.state === 'done')
    return (
      <Notice tone="success" announced>
        {t('photos.done', { count: photos.of })}
      </Notice>
    );
  if (photos.state === 'none') return null;
  return (
    <Notice tone="warning" title={t('photos.failed', { count: photos.left })} announced>
      <p>{photos.state === 'refused' ? photos.detail : t('photos.waiting')}</p>
      <div>
        <Button onClick={() => void send()}>{t('photos.again')}</Button>{' '}
        <Button
          look="quiet"
          onClick={() => {
            void keepPhotos(name, []);
            setPhotos({ state: 'none' });
          }}
        >
          {t('photos.drop')}
        </Button>
      </div>
    </Notice>
  );
}
