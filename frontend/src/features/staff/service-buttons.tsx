import type { SignInService } from '@lofteskartan/shared/contracts/sign-in-ways';
import { LogIn } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { useBeginSignIn } from './account.queries.js';
import styles from './sign-in-form.module.css';

interface ServiceButtonsProps {
  services: readonly SignInService[];
  /** Where to go afterwards. */
  to?: string;
  /** The token of an invitation. */
  invitation?: string;
}

/** One button for each service that staff can sign in with. */
export function ServiceButtons({ services, to, invitation }: ServiceButtonsProps) {
  const { t } = useTranslation('work-account');
  const begin = useBeginSignIn();
  return (
    <div className={styles.services}>
      {begin.error && (
        <Notice tone="error" title={t('service.failed')}>
          {begin.error.detail || t('service.failedHow')}
        </Notice>
      )}
      {services.map(({ id, name }) => (
        <Button
          key={id}
          wide
          busy={(begin.isPending || begin.isSuccess) && begin.variables.service === id}
          icon={<LogIn size={18} aria-hidden="true" />}
          onClick={() => {
            begin.mutate({ service: id, ...(to && { to }), ...(invitation && { invitation }) });
          }}
        >
          {t('service.with', { name })}
        </Button>
      ))}
    </div>
  );
}
