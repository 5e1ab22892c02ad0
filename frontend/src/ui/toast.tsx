import { CircleCheck, OctagonAlert, X } from 'lucide-react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './toast.module.css';

interface Toast {
  id: number;
  text: string;
  tone: 'success' | 'error';
}

const STAYS_MS = 8000;
let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function put(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** A short receipt at the bottom: "Länken är kopierad". What matters beyond a moment belongs on the page. */
export function toast(text: string, tone: Toast['tone'] = 'success'): void {
  last += 1;
  put([...toasts.slice(-2), { id: last, text, tone }]);
}

const dismiss = (id: number) => {
  put(toasts.filter((each) => each.id !== id));
};

function OneToast({ id, text, tone }: Toast) {
  const { t } = useTranslation('ui');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // While somebody points at it or stands in it, it stays.
    const timer = setInterval(() => {
      if (!box.current?.matches(':hover, :focus-within')) dismiss(id);
    }, STAYS_MS);
    return () => {
      clearInterval(timer);
    };
  }, [id]);
  const Mark = tone === 'error' ? OctagonAlert : CircleCheck;
  return (
    <div ref={box} className={styles.toast}>
      <Mark size={20} aria-hidden="true" />
      <p>{text}</p>
      <button
        type="button"
        className={styles.close}
        aria-label={t('close')}
        onClick={() => {
          dismiss(id);
        }}
      >
        <X size={20} aria-hidden="true" />
      </button>
    </div>
  );
}

/** Where toasts are shown. Stands once, in the layout. */
export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <div className={styles.region} role="status">
      {shown.map((each) => (
        <OneToast key={each.id} {...each} />
      ))}
    </div>
  );
}
