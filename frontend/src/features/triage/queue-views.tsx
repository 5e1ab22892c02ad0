import { BUILT_IN_VIEWS } from '@lofteskartan/shared/queue';
import { useQuery } from '@tanstack/react-query';
import { useImperativeHandle, useRef, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import styles from './desk.module.css';
import { viewsQuery } from './desk.queries.js';
import { OwnViewsDialog } from './own-views-dialog.js';
import { isPlain, readFilters, writeFilters, type QueueFilters } from './queue-filters.js';

/** Own views are counted so far. */
const COUNTED_AT_MOST = 1000;

/** A view as the address has it, so that the same choice of filters is the same view. */
const addressOf = (filters: object): string => {
  const parameters = new URLSearchParams();
  for (const [name, values] of Object.entries(filters) as [string, readonly string[]][])
    for (const value of values) parameters.append(name, value);
  return writeFilters(readFilters(parameters)).toString();
};

export interface ViewsHandle {
  focus: () => void;
}

interface QueueViewsProps {
  filters: QueueFilters;
  onChoose: (filters: QueueFilters) => void;
  ref: Ref<ViewsHandle>;
}

/** The views of the queue, each with how many are in it: those that everyone has, then one's own. */
export function QueueViews({ filters, onChoose, ref }: QueueViewsProps) {
  const { t } = useTranslation('work-desk');
  const { number } = useFormats();
  const { data } = useQuery(viewsQuery);
  const [isOpen, setOpen] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  useImperativeHandle(ref, () => ({
    focus: () => {
      const chosen = list.current?.querySelector<HTMLElement>('[aria-pressed="true"]');
      (chosen ?? list.current?.querySelector<HTMLElement>('button'))?.focus();
    },
  }));
  const now = writeFilters({ ...filters, sort: 'newest' }).toString();
  const withOrder = writeFilters(filters).toString();
  const view = (key: string, name: string, count: number, address: string, pressed: boolean) => (
    <li key={key}>
      <button
        type="button"
        className={styles.view}
        aria-pressed={pressed}
        onClick={() => {
          onChoose(readFilters(new URLSearchParams(pressed ? '' : address)));
        }}
      >
        {name}
        <span className={styles.number}>
          {count >= COUNTED_AT_MOST && key.length > 20
            ? t('views.many', { number: number(count) })
            : number(count)}
        </span>
      </button>
    </li>
  );
  if (!data) return null;
  return (
    <nav aria-label={t('views.label')}>
      <ul ref={list} className={styles.views}>
        {data.builtIn.map(({ view: name, count }) => {
          const address = addressOf(BUILT_IN_VIEWS[name]);
          return view(name, t(`views.${name}`), count, address, address === now);
        })}
        {data.own.map(({ id, name, count, filters: address }) =>
          view(
            id,
            name,
            count,
            address,
            writeFilters(readFilters(new URLSearchParams(address))).toString() === withOrder,
          ),
        )}
        <li>
          <button
            type="button"
            className={styles.view}
            aria-haspopup="dialog"
            onClick={() => {
              setOpen(true);
            }}
          >
            {t('views.own')}
          </button>
        </li>
      </ul>
      <OwnViewsDialog
        open={isOpen}
        onClose={() => {
          setOpen(false);
        }}
        views={data.own}
        filters={isPlain(filters) ? null : withOrder}
      />
    </nav>
  );
}
