import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import styles from './show-more.module.css';

export interface ShowMoreProps {
  /** How many are shown, and how many there are if that is known. */
  shown: number;
  total?: number;
  hasMore: boolean;
  busy: boolean;
  onMore: () => void;
}

/** The end of a list: how many are shown, and the next ones by a press. */
export function ShowMore({ shown, total, hasMore, busy, onMore }: ShowMoreProps) {
  const { t } = useTranslation('ui');
  const count = useRef<HTMLParagraphElement>(null);
  const pressed = useRef(false);
  useEffect(
    function keepTheFocusHere() {
      // The button that was pressed is gone with the last ones: the keyboard goes on from the end of the list.
      if (!hasMore && pressed.current) count.current?.focus({ preventScroll: true });
      if (!hasMore) pressed.current = false;
    },
    [hasMore],
  );
  return (
    <div className={styles.more}>
      {total !== undefined && (
        <p ref={count} tabIndex={-1} className={styles.count}>
          {t('shown', { shown, total })}
        </p>
      )}
      {total === undefined && !hasMore && shown > 0 && (
        <p ref={count} tabIndex={-1} className={styles.count}>
          {t('shownAll')}
        </p>
      )}
      {hasMore && (
        <Button
          busy={busy}
          onClick={() => {
            pressed.current = true;
            onMore();
          }}
        >
          {busy ? t('moreBusy') : t('more')}
        </Button>
      )}
    </div>
  );
}
