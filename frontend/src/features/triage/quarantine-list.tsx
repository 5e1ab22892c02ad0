import type { QuarantinedItem } from '@lofteskartan/shared/contracts/quarantine';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { ErrorState } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import styles from './quarantine-list.module.css';
import { useRemoveFromQuarantine, useRestore } from './quarantine.queries.js';

/** What was probably sent by a machine, with what was written in it. */
export function QuarantineList({ items }: { items: readonly QuarantinedItem[] }) {
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <Item key={item.id} item={item} />
      ))}
    </ul>
  );
}

function Item({ item }: { item: QuarantinedItem }) {
  const { t } = useTranslation('work-quarantine');
  const { moment, date } = useFormats();
  const restore = useRestore();
  const remove = useRemoveFromQuarantine();
  const [isRemoving, setRemoving] = useState(false);
  const close = () => {
    setRemoving(false);
  };
  const kind = t(`kinds.${item.kind}`);
  return (
    <li className={styles.item}>
      <h2>{item.reference ? t('head', { kind, reference: item.reference }) : kind}</h2>
      <p className={styles.soft}>{t('at', { when: moment(item.at), until: date(item.disposedAt) })}</p>
      {item.words.length === 0 && <p className={styles.soft}>{t('noWords')}</p>}
      {item.words.map((words, index) => (
        <p key={`${String(index)} ${words}`}>{words}</p>
      ))}
      {(item.photos > 0 || item.hasAddress) && (
        <p className={styles.soft}>
          {[
            ...(item.photos > 0 ? [t('photos', { count: item.photos })] : []),
            ...(item.hasAddress ? [t('address')] : []),
          ].join(' · ')}
        </p>
      )}
      {restore.error && <ErrorState error={restore.error} title={t('actFailed')} />}
      <div className={styles.acts}>
        <Button
          busy={restore.isPending}
          onClick={() => {
            restore.mutate(item.id, {
              onSuccess: ({ kind: restored, reference }) => {
                toast(
                  restored === 'proposal' && reference ? t('restoredProposal', { reference }) : t('restored'),
                );
              },
            });
          }}
        >
          {t('restore')}
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            setRemoving(true);
          }}
        >
          {t('remove')}
        </Button>
      </div>
      {isRemoving && (
        <Dialog
          title={t('removeTitle')}
          open
          insists
          onClose={close}
          actions={
            <>
              <Button onClick={close}>{t('cancel')}</Button>
              <Button
                look="danger"
                busy={remove.isPending}
                onClick={() => {
                  remove.mutate(item.id, {
                    onSuccess: () => {
                      toast(t('removed'));
                      close();
                    },
                  });
                }}
              >
                {t('remove')}
              </Button>
            </>
          }
        >
          <p>{t('removeLead')}</p>
          {remove.error && <ErrorState error={remove.error} title={t('actFailed')} />}
        </Dialog>
      )}
    </li>
  );
}
