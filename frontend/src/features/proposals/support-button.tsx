import { OPEN_STATUSES, type ProposalStatus } from '@lofteskartan/shared/vocabulary';
import { Check, HandHelping } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { announce } from '../../ui/live-region.js';
import { useOwnProposals } from './own-proposals.js';
import styles from './support-button.module.css';
import { useSupport, useSupported } from './support.js';

export interface SupportButtonProps {
  reference: string;
  status: ProposalStatus;
  /** What it is about, for the ear: "Göteborgsvägen, Nödinge". */
  title: string;
  /** The one thing to do here. */
  isMain?: boolean;
  onSupported?: () => void;
}

const isOpen = (status: ProposalStatus) => OPEN_STATUSES.some((open) => open === status);

/** "Jag också", once per device. Afterwards it says that one is counted; it cannot be pressed again or taken back. */
export function SupportButton({ reference, status, title, isMain = false, onSupported }: SupportButtonProps) {
  const { t } = useTranslation('proposals');
  const supported = useSupported();
  const own = useOwnProposals();
  const support = useSupport(reference);
  const isMine = own.some((each) => each.reference === reference);
  const given = useRef<HTMLParagraphElement>(null);
  useEffect(
    function keepTheFocusHere() {
      // The button that was pressed is gone.
      if (support.isPending) given.current?.focus({ preventScroll: true });
    },
    [support.isPending],
  );

  if (isMine || supported.has(reference) || support.isPending)
    return (
      <p ref={given} tabIndex={-1} className={styles.given}>
        <Check size={18} aria-hidden="true" />
        {isMine ? t('support.mine') : t('support.given')}
      </p>
    );
  if (!isOpen(status)) return null;
  return (
    <div className={styles.support}>
      <Button
        look={isMain ? 'primary' : 'secondary'}
        icon={<HandHelping size={20} aria-hidden="true" />}
        aria-label={t('support.doNamed', { title })}
        onClick={() => {
          support.mutate(undefined, {
            onSuccess: () => {
              announce(t('support.given'));
              onSupported?.();
            },
          });
        }}
      >
        {t('support.do')}
      </Button>
      <div role="status">{support.isError && <p className={styles.failed}>{t('support.failed')}</p>}</div>
    </div>
  );
}
