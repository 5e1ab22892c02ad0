import type { StretchDetail } from '@lofteskartan/shared/contracts/stretches';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../platform/format.js';
import { STATUS_LOOKS, statusWord } from '../../platform/looks.js';
import { Button } from '../../ui/button.js';
import { StatusMark } from '../../ui/status-mark.js';
import styles from './planner.module.css';

const SplitDialog = lazy(() => import('./split-dialog.js'));

/** The wishes of a stretch; some of them can become a stretch of their own. */
export function StretchWishes({ municipality, stretch }: { municipality: string; stretch: StretchDetail }) {
  const { t } = useTranslation(['work-planner', 'words']);
  const { day } = useFormats();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isSplitting, setSplitting] = useState(false);
  const isAll = chosen.length === stretch.wishList.length;
  return (
    <section className={styles.section}>
      <h2>{t('wishes.title')}</h2>
      {stretch.wishList.length === 0 && <p>{t('wishes.gone')}</p>}
      <ul className={styles.items}>
        {stretch.wishList.map((wish) => (
          <li key={wish.reference} className={styles.choice}>
            <input
              type="checkbox"
              aria-label={t('wishes.choose', { reference: wish.reference })}
              checked={chosen.includes(wish.reference)}
              onChange={({ target }) => {
                setChosen((before) =>
                  target.checked
                    ? [...before, wish.reference]
                    : before.filter((reference) => reference !== wish.reference),
                );
              }}
            />
            <div className={styles.rowBody}>
              <div className={styles.head}>
                <Link to={`/arbete/forslag/${wish.reference}`}>{wish.reference}</Link>
                <StatusMark {...STATUS_LOOKS[wish.status]}>
                  {t(statusWord('speed-check', wish.status), { ns: 'words' })}
                </StatusMark>
                <span className={styles.soft}>{t('wishes.people', { count: wish.people })}</span>
                <span className={styles.soft}>{day(wish.createdAt)}</span>
              </div>
              {wish.direction && <span className={styles.soft}>{wish.direction}</span>}
              {wish.description && <p className={styles.why}>{wish.description}</p>}
            </div>
          </li>
        ))}
      </ul>
      {chosen.length > 0 && (
        <div className={styles.acts}>
          <Button
            disabled={isAll}
            onClick={() => {
              setSplitting(true);
            }}
          >
            {t('wishes.split')}
          </Button>
          {isAll && <p className={styles.soft}>{t('wishes.notAll')}</p>}
        </div>
      )}
      {isSplitting && (
        <Suspense>
          <SplitDialog
            municipality={municipality}
            stretch={stretch}
            wishes={chosen}
            onClose={() => {
              setSplitting(false);
            }}
          />
        </Suspense>
      )}
    </section>
  );
}
