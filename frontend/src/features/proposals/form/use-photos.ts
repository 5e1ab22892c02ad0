import { useCallback, useEffect, useState } from 'react';
import { keepPhotos, loadPhotos } from './photo-store.js';

/** The photos of a draft. They survive a reload where the phone can keep them. */
export function usePhotos(name: string) {
  const [photos, setPhotos] = useState<readonly File[]>([]);
  const [isKept, setKept] = useState(true);
  useEffect(
    function bringBackWhatWasKept() {
      let isHere = true;
      void loadPhotos(name).then((found) => {
        if (isHere) setPhotos((before) => (before.length > 0 ? before : found));
      });
      return () => {
        isHere = false;
      };
    },
    [name],
  );
  const change = useCallback(
    (next: readonly File[]) => {
      setPhotos(next);
      void keepPhotos(name, next).then(setKept);
    },
    [name],
  );
  return { photos, change, isKept };
}
