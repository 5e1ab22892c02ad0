import { WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './offline-bar.module.css';

/** Says that there is no network and that nothing is lost by it. */
export function OfflineBar({ online }: { online: boolean }) {
  const { t } = useTranslation('ui');
  return (
    <div role="status">
      {!online && (
        <div className={styles.bar}>
          <p className={`wrap ${styles.inner}`}>
            <WifiOff size={18} aria-hidden="true" />
            {t('offline.bar')}
          </p>
        </div>
      )}
    </div>
  );
}
