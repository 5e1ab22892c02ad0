import type { OpeningNeed, Town } from '@lofteskartan/shared/contracts/town';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useHeld } from '../../platform/edited.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { toast } from '../../ui/toast.js';
import { townQuery, useOpenTown } from './town.queries.js';
import styles from './town.module.css';

/** Where each thing that is missing is done. */
const WAYS: Readonly<Record<OpeningNeed, string>> = {
  outline: '/arbete/admin/granser',
  locality: '/arbete/admin/orter',
  police: '/arbete/admin/organisationer',
  office: '/arbete/admin/organisationer',
  contact: '/arbete/admin/kommun',
  promise: '/arbete/admin/lofte',
  commitment: '/arbete/admin/lofte',
  staff: '/arbete/konton',
};

/** A draft: what is missing before its residents can see it, and the act that opens it. */
export function OpeningPanel({ town, mayOpen }: { town: Town; mayOpen: boolean }) {
  const { t } = useTranslation('work-town');
  const open = useOpenTown(town.slug);
  const [isAsked, setAsked] = useState(false);
  const queries = useQueryClient();
  const held = useHeld({
    saved: town,
    read: () => queries.query({ ...townQuery(town.slug), staleTime: 0 }),
    forget: open.reset,
    follows: !isAsked,
  });
  if (town.openedAt) return null;
  const isReady = town.missing.length === 0;
  return (
    <Notice tone={isReady ? 'success' : 'info'} title={t(isReady ? 'opening.ready' : 'opening.draft')}>
      <div className={styles.form}>
        <p>{t('opening.how', { place: town.shortName })}</p>
        {!isReady && (
          <>
            <h2>{t('opening.missing')}</h2>
            <ul className={styles.list}>
              {town.missing.map((need) => (
                <li key={need}>
                  <Link to={`${WAYS[need]}?municipality=${town.slug}`}>{t(`opening.need.${need}`)}</Link>
                </li>
              ))}
            </ul>
          </>
        )}
        <div className={styles.row}>
          <Link to={`/${town.slug}`}>{t('opening.preview')}</Link>
          {mayOpen && isReady && !isAsked && (
            <Button
              look="primary"
              onClick={() => {
                setAsked(true);
              }}
            >
              {t('opening.open')}
            </Button>
          )}
        </div>
        {isReady && isAsked && (
          <div className={styles.form}>
            <p>{t('opening.sure', { municipality: town.name })}</p>
            <div className={styles.row}>
              <Button
                look="primary"
                busy={open.isPending}
                onClick={() => {
                  open.mutate(held.saved.version, {
                    onSuccess: () => {
                      toast(t('opening.opened', { municipality: town.name }));
                    },
                  });
                }}
              >
                {t('opening.yes')}
              </Button>
              <Button
                onClick={() => {
                  setAsked(false);
                }}
              >
                {t('cancel')}
              </Button>
            </div>
          </div>
        )}
        <SaveFailed error={open.error} title={t('opening.failed')} latest={held} />
      </div>
    </Notice>
  );
}
