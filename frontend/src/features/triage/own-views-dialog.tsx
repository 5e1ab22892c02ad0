import type { OwnView } from '@lofteskartan/shared/contracts/queue-views';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { announce } from '../../ui/live-region.js';
import { Notice } from '../../ui/notice.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import styles from './desk.module.css';
import { useOwnViews } from './desk.queries.js';

interface OwnViewsDialogProps {
  open: boolean;
  onClose: () => void;
  views: readonly OwnView[];
  /** The filters that are chosen now, as the address has them; null when there are none to keep. */
  filters: string | null;
}

/** Keeps the chosen filters under a name; renames, orders and removes what was kept. */
export function OwnViewsDialog({ open, onClose, views, filters }: OwnViewsDialogProps) {
  const { t } = useTranslation('work-desk');
  const acts = useOwnViews();
  const [name, setName] = useState('');
  const [key, setKey] = useState(newKey);
  const keep = (event: SubmitEvent) => {
    event.preventDefault();
    if (filters === null || name.trim() === '' || acts.keep.isPending) return;
    acts.keep.mutate(
      { name: name.trim(), filters, key },
      {
        onSuccess: () => {
          toast(t('views.kept', { name: name.trim() }));
          setName('');
          setKey(newKey());
        },
      },
    );
  };
  const moveBy = (index: number, by: 1 | -1) => {
    const ids = views.map(({ id }) => id);
    const [moved] = ids.splice(index, 1);
    if (moved === undefined) return;
    ids.splice(index + by, 0, moved);
    acts.order.mutate(ids, {
      onSuccess: () => {
        announce(t('views.moved', { name: views[index]?.name ?? '', at: index + by + 1 }));
      },
    });
  };
  const problem = acts.keep.error ?? acts.rename.error ?? acts.order.error ?? acts.remove.error;
  return (
    <Dialog
      title={t('views.own')}
      open={open}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('views.done')}</Button>}
    >
      <div className={styles.form}>
        {filters === null ? (
          <p className={styles.soft}>{t('views.nothing')}</p>
        ) : (
          <form className={styles.form} onSubmit={keep}>
            <TextField
              label={t('views.name')}
              hint={t('views.nameHow')}
              value={name}
              maxLength={LIMITS.viewNameCharacters}
              error={acts.keep.error?.messageFor('name')}
              onChange={(event) => {
                setName(event.target.value);
              }}
            />
            <div>
              <Button type="submit" look="primary" busy={acts.keep.isPending}>
                {t('views.keep')}
              </Button>
            </div>
          </form>
        )}
        {problem && <Notice tone="error">{problem.detail || t('views.failed')}</Notice>}
        {views.length > 0 && (
          <ul className={styles.own}>
            {views.map((view, index) => (
              <li key={view.id} className={styles.ownRow}>
                <TextField
                  label={t('views.name')}
                  defaultValue={view.name}
                  maxLength={LIMITS.viewNameCharacters}
                  onBlur={(event) => {
                    const wanted = event.target.value.trim();
                    if (wanted !== '' && wanted !== view.name)
                      acts.rename.mutate({ id: view.id, name: wanted });
                  }}
                />
                <button
                  type="button"
                  className={styles.square}
                  disabled={index === 0}
                  aria-label={t('views.up', { name: view.name })}
                  onClick={() => {
                    moveBy(index, -1);
                  }}
                >
                  <ArrowUp size={20} aria-hidden="true" />
                </button>
                <button
                  type="button"
                  className={styles.square}
                  disabled={index === views.length - 1}
                  aria-label={t('views.down', { name: view.name })}
                  onClick={() => {
                    moveBy(index, 1);
                  }}
                >
                  <ArrowDown size={20} aria-hidden="true" />
                </button>
                <button
                  type="button"
                  className={styles.square}
                  aria-label={t('views.remove', { name: view.name })}
                  onClick={() => {
                    acts.remove.mutate(view.id);
                  }}
                >
                  <Trash2 size={20} aria-hidden="true" />
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  );
}
