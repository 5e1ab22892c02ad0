import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../../platform/clipboard.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { toast } from '../../ui/toast.js';
import styles from './own-account.module.css';

/** Recovery codes, the only time that they are shown. */
export function RecoveryCodeList({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { t } = useTranslation('work-account');
  return (
    <Notice tone="success" title={t('codes.title')} announced>
      <p>{t('codes.lead')}</p>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.acts}>
        <Button
          icon={<Copy size={18} aria-hidden="true" />}
          onClick={() => {
            void copyText(codes.join('\n')).then((isCopied) => {
              toast(isCopied ? t('codes.copied') : t('codes.notCopied'), isCopied ? undefined : 'error');
            });
          }}
        >
          {t('codes.copy')}
        </Button>
        <Button look="primary" onClick={onKept}>
          {t('codes.kept')}
        </Button>
      </div>
    </Notice>
  );
}
