import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { useCompleteSignIn } from '../features/staff/account.queries.js';
import { ButtonLink } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { PageTitle } from '../ui/page-title.js';
import { Skeleton, SkeletonBlock } from '../ui/skeleton.js';
import styles from './work-sign-in.page.module.css';

/** `/arbete/logga-in/svar`: where a sign-in service sends the browser back. Its answer is handed on once. */
export default function WorkSignedInPage() {
  const { t } = useTranslation('work-account');
  const { search } = useLocation();
  const navigate = useNavigate();
  const complete = useCompleteSignIn();
  const { mutate, error } = complete;
  const sent = useRef<string | null>(null);
  useEffect(
    function handTheAnswerOn() {
      if (sent.current === search) return;
      sent.current = search;
      mutate(search.slice(1) || 'error=none', {
        onSuccess: ({ to }) => void navigate(to, { replace: true }),
      });
    },
    [mutate, navigate, search],
  );
  return (
    <div className={`wrap ${styles.page}`}>
      <PageTitle title={error ? t('service.failed') : t('service.coming')} />
      {error ? (
        <Notice tone="error" title={error.detail || t('service.failedHow')}>
          <ButtonLink to="/arbete/logga-in">{t('service.again')}</ButtonLink>
        </Notice>
      ) : (
        <Skeleton label={t('service.coming')}>
          <SkeletonBlock height="6rem" />
        </Skeleton>
      )}
    </div>
  );
}
