import type { WishTerm } from '@lofteskartan/shared/contracts/proposals';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { useRenewWish } from './follow.queries.js';
import styles from './own-contact.module.css';

/** A wish for a speed check that soon ends: until when it holds, and how to renew it. */
export function RenewWish({ wish, token }: { wish: WishTerm; token: string }) {
  const { t } = useTranslation('own-page');
  const { date } = useFormats();
  const renew = useRenewWish(token);
  const panel = useRef<HTMLElement>(null);
  if (!wish.mayRenew && !renew.isSuccess) return null;
  return (
    <section ref={panel} tabIndex={-1} className={styles.panel} aria-labelledby="renew">
      <h2 id="renew">{t('wish.title')}</h2>
      <div role="status">
        {renew.isSuccess && (
          <Notice tone="success" title={t('wish.renewed', { date: date(wish.lapsesOn) })} />
        )}
      </div>
      {wish.mayRenew && <p>{t('wish.until', { date: date(wish.lapsesOn) })}</p>}
      {renew.error && (
        <Notice tone="error" title={t('wish.failed')}>
          {renew.error.detail}
        </Notice>
      )}
      {wish.mayRenew && (
        <div className={styles.row}>
          <Button
            look="primary"
            busy={renew.isPending}
            onClick={() => {
              renew.mutate(undefined, {
                onSuccess: () => {
                  requestAnimationFrame(() => panel.current?.focus());
                },
              });
            }}
          >
            {t('wish.renew')}
          </Button>
        </div>
      )}
    </section>
  );
}
