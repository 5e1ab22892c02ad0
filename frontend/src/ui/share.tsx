import { Link2, Share2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText, shareAddress } from '../platform/clipboard.js';
import { Button, type ButtonLook } from './button.js';
import styles from './share.module.css';
import { TextField } from './text-field.js';
import { toast } from './toast.js';

export interface CopyLinkProps {
  /** The whole address. */
  address: string;
  look?: ButtonLook;
  /** Opens the device's own sheet first, where it has one: for what may go to anybody. */
  share?: { title: string };
}

/** Copies a link, or passes it on. Where the browser allows neither, it shows the link for copying by hand. */
export function CopyLink({ address, look, share }: CopyLinkProps) {
  const { t } = useTranslation('ui');
  const [byHand, setByHand] = useState(false);
  const pass = async () => {
    const shared = share ? await shareAddress(share.title, address) : 'impossible';
    if (shared !== 'impossible') return;
    if (await copyText(address)) toast(t('share.copied'));
    else setByHand(true);
  };
  const Mark = share ? Share2 : Link2;
  return (
    <div className={styles.share}>
      <Button look={look} icon={<Mark size={18} aria-hidden="true" />} onClick={() => void pass()}>
        {share ? t('share.do') : t('share.copy')}
      </Button>
      {byHand && (
        <div className={styles.byHand}>
          <TextField
            label={t('share.byHand')}
            value={address}
            readOnly
            onFocus={(event) => {
              event.target.select();
            }}
          />
        </div>
      )}
    </div>
  );
}
