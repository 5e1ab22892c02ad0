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
  return (
    <div className={styles.more}>
      {total !== undefined && <p className={styles.count}>{t('shown', { shown, total })}</p>}
      {total === undefined && !hasMore && shown > 0 && <p className={styles.count}>{t('shownAll')}</p>}
      {hasMore && (
        <Button busy={busy} onClick={onMore}>
          {busy ? t('moreBusy') : t('more')}
        </Button>
      )}
    </div>
  );
}
