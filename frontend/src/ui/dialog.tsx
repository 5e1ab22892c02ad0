import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import styles from './dialog.module.css';

export interface DialogProps {
  title: string;
  open: boolean;
  /** The cross, Escape, and a press outside unless `insists`. */
  onClose: () => void;
  children: ReactNode;
  /** Buttons in the last row, the primary one last. */
  actions?: ReactNode;
  /** A question that must be answered: a press outside does not close it. */
  insists?: boolean;
  wide?: boolean;
}

interface OverlayProps extends DialogProps {
  isSheet: boolean;
}

function Overlay({
  title,
  open,
  onClose,
  children,
  actions,
  insists = false,
  wide = false,
  isSheet,
}: OverlayProps) {
  const { t } = useTranslation('ui');
  return (
    <ModalOverlay
      className={isSheet ? `${styles.veil} ${styles.sheetVeil}` : styles.veil}
      isOpen={open}
      isDismissable={!insists}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Modal className={[styles.box, wide && styles.wide, isSheet && styles.sheet].filter(Boolean).join(' ')}>
        <AriaDialog className={styles.dialog} role={insists ? 'alertdialog' : 'dialog'}>
          <div className={styles.head}>
            <Heading slot="title" level={2} className={styles.title}>
              {title}
            </Heading>
            <button type="button" className={styles.close} aria-label={t('close')} onClick={onClose}>
              <X size={22} aria-hidden="true" />
            </button>
          </div>
          <div className={styles.body}>{children}</div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A window over the page that keeps the focus until it is closed. Never one inside another. */
export function Dialog(props: DialogProps) {
  return <Overlay {...props} isSheet={false} />;
}

/** The same as a sheet from the lower edge on phones: filters, a proposal on the map. */
export function Sheet(props: DialogProps) {
  return <Overlay {...props} isSheet />;
}
