import { useTranslation } from 'react-i18next';
import type { Problem } from '../platform/api.js';
import { useSession } from '../platform/session.js';
import { Button } from '../ui/button.js';
import { EmptyState, ErrorState } from '../ui/states.js';

interface NotOnDeviceProps {
  /** What is not here. */
  title: string;
  /** How it comes here, for those who have no network. */
  how: string;
  /** Why it could not be read now. */
  error: Problem | null;
  onRetry: () => void;
}

/** On a page that works without a network: nothing lies on the device. A server that does not answer is told from no network. */
export function NotOnDevice({ title, how, error, onRetry }: NotOnDeviceProps) {
  const { t } = useTranslation('ui');
  const session = useSession();
  // Told while it is still being tried: the attempts take many seconds.
  const why = session.failureReason ?? error;
  const retry = () => {
    // Whoever is signed in is read first; the rest follows by itself.
    if (session.failureReason) void session.refetch();
    else onRetry();
  };
  return why && why.code !== 'network.offline' ? (
    <ErrorState title={title} error={why} onRetry={retry} />
  ) : (
    <EmptyState title={title} action={<Button onClick={retry}>{t('problem.retry')}</Button>}>
      {how}
    </EmptyState>
  );
}
