import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useLive } from '../features/dialogue-live/live.queries.js';
import { LiveScreen } from '../features/dialogue-live/screen.js';
import { useDocumentTitle } from '../ui/page-title.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';

/** `/live/:code/skarm`: a dialogue on the big screen, outside the frame of all other pages. */
export default function LiveScreenPage() {
  const { t } = useTranslation('dialogue-live');
  const code = (useParams()['code'] ?? '').toUpperCase();
  const { data: live, error, refetch, line } = useLive(code);
  useDocumentTitle(live?.dialogue.title ?? t('page.screen'));
  if (live) return <LiveScreen live={live} line={line} />;
  return (
    <main className="wrap">
      {error ? (
        <ErrorState
          error={error}
          title={t(error.status === 404 ? 'page.notFound' : 'page.failed')}
          onRetry={() => void refetch()}
        />
      ) : (
        <SkeletonPage label={t('page.loading')} />
      )}
    </main>
  );
}
