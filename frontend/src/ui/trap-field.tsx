import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './trap-field.module.css';

/** What was filled into the field that no person sees, for the message; nothing of it when it is empty. */
export const trapped = (field: RefObject<HTMLInputElement | null>): { homepage?: string } =>
  field.current?.value ? { homepage: field.current.value } : {};

/** A field that no person sees, hears of or reaches by key, and that no browser fills in: only a machine does. */
export function TrapField({ field }: { field: RefObject<HTMLInputElement | null> }) {
  const { t } = useTranslation('ui');
  return (
    <div className={styles.trap} aria-hidden="true">
      <label>
        {t('trap')}
        <input
          ref={field}
          type="text"
          name="homepage"
          tabIndex={-1}
          autoComplete="off"
          data-1p-ignore
          data-lpignore="true"
        />
      </label>
    </div>
  );
}
