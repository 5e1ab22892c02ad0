import { CloudOff, Inbox, OctagonAlert, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import styles from './states.module.css';

export interface EmptyStateProps {
  /** What is not here: "Inga förslag passar urvalet". */
  title: string;
  /** Why, or what would fill it. */
  children?: ReactNode;
  /** The way on: a button or a link. */
  action?: ReactNode;
  /** A glyph or an icon of 28 px. */
  glyph?: ReactNode;
}

/** A list, map or diagram with nothing in it. */
export function EmptyState({ title, children, action, glyph }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      <span className={styles.mark} aria-hidden="true">
        {glyph ?? <Inbox size={28} />}
      </span>
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {children && <div className={styles.soft}>{children}</div>}
      </div>
      {action && <div className={styles.actions}>{action}</div>}
    </div>
  );
}

/** What an error tells the page about itself; `Problem` of the api client is one. */
export interface Failure {
  status: number;
  code: string;
  /** The server's own sentence, in the person's language. */
  detail: string;
}

/** What happened, in words: the server's own when it wrote some. */
function useWordsFor(failure: Failure): { happened: string; todo: string } {
  const { t } = useTranslation('ui');
  const todo = t('problem.doRetry');
  if (failure.code === 'network.offline')
    return { happened: t('problem.offline'), todo: t('problem.doOffline') };
  if (failure.code === 'network.timeout') return { happened: t('problem.timeout'), todo };
  if (failure.status === 0) return { happened: t('problem.unreachable'), todo };
  if (failure.status === 404) return { happened: failure.detail || t('problem.notFound'), todo: '' };
  if (failure.status === 429) return { happened: t('problem.busy'), todo };
  if (failure.status >= 500) return { happened: t('problem.server'), todo };
  return { happened: failure.detail || t('problem.server'), todo: failure.detail ? '' : todo };
}

export interface ErrorStateProps {
  error: Failure;
  /** What could not be done: "Kartan gick inte att hämta". */
  title?: string;
  /** What was kept: "Det du har skrivit ligger kvar." */
  kept?: ReactNode;
  onRetry?: () => void;
  /** Another way on, such as the list instead of the map. */
  action?: ReactNode;
}

/** Says what happened, what was kept, and what to do. */
export function ErrorState({ error, title, kept, onRetry, action }: ErrorStateProps) {
  const { t } = useTranslation('ui');
  const { happened, todo } = useWordsFor(error);
  const Mark = error.status === 0 ? CloudOff : OctagonAlert;
  return (
    <div className={`${styles.state} ${styles.error}`} role="alert">
      <Mark className={styles.mark} size={28} aria-hidden="true" />
      <div className={styles.words}>
        <p className={styles.title}>{title ?? t('problem.title')}</p>
        <p>
          {happened} {kept} {todo}
        </p>
      </div>
      {(onRetry ?? action) && (
        <div className={styles.actions}>
          {onRetry && error.status !== 404 && (
            <Button icon={<RotateCw size={18} aria-hidden="true" />} onClick={onRetry}>
              {t('problem.retry')}
            </Button>
          )}
          {action}
        </div>
      )}
    </div>
  );
}
