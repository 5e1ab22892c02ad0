import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation, useNavigate } from 'react-router';
import { SessionWarning } from '../features/staff/session-warning.js';
import { useForgetWhenSignedOut, useSessionWatch } from '../features/staff/session-watch.js';
import { ShortcutHelp } from '../features/staff/shortcut-help.js';
import { WorkNav } from '../features/staff/work-nav.js';
import { CASE_ROLES, holds } from '../platform/memberships.js';
import { useSession } from '../platform/session.js';
import { useShortcuts, type Shortcut } from '../platform/shortcuts.js';
import { QUEUE_OF_WAITING } from '../platform/work-paths.js';
import { ErrorState } from '../ui/states.js';
import { SkeletonPage } from '../ui/skeleton.js';
import styles from './work.page.module.css';

const ACCOUNT_PAGE = '/arbete/mitt-konto';

/** The frame of the workplace: lets in who is signed in, and shows the ways that their roles have. */
export default function WorkPage() {
  const { t } = useTranslation('work');
  const { data: session, error, refetch } = useSession();
  const isOver = useSessionWatch();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const [isHelpOpen, setHelpOpen] = useState(false);
  useForgetWhenSignedOut(session === null);

  const openHelp = () => {
    setHelpOpen(true);
  };
  const go = (keys: string, words: string, to: string): Shortcut => ({
    keys,
    words: `${t('shortcuts.go')}: ${words}`,
    run: () => void navigate(to),
  });
  useShortcuts(
    t('shortcuts.everywhere'),
    session
      ? [
          { keys: '?', words: t('shortcuts.help'), run: openHelp },
          go('g o', t('nav.start'), '/arbete'),
          ...(holds(session, CASE_ROLES)
            ? [
                go('g q', t('nav.queue'), QUEUE_OF_WAITING),
                go('g l', t('nav.log'), '/arbete/logga-insats'),
                go('g i', t('nav.activities'), '/arbete/insatser'),
              ]
            : []),
        ]
      : [],
  );

  if (session === undefined)
    return (
      <div className="wrap">
        {error ? (
          <ErrorState error={error} title={t('failed')} onRetry={() => void refetch()} />
        ) : (
          <SkeletonPage label={t('loading')} />
        )}
      </div>
    );
  if (session === null)
    return (
      <Navigate
        to={`/arbete/logga-in?till=${encodeURIComponent(pathname + search)}`}
        state={{ expired: isOver }}
        replace
      />
    );
  // Nothing else is open to them until they have set it up.
  if (session.mustSetUpSecondFactor && pathname !== ACCOUNT_PAGE)
    return <Navigate to={ACCOUNT_PAGE} replace />;
  return (
    <>
      <WorkNav session={session} onHelp={openHelp} />
      <div className={styles.page}>
        <Outlet />
      </div>
      <SessionWarning session={session} />
      <ShortcutHelp
        open={isHelpOpen}
        onClose={() => {
          setHelpOpen(false);
        }}
      />
    </>
  );
}
