import type { FollowedProposal } from '@lofteskartan/shared/contracts/proposals';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { announce } from '../../ui/live-region.js';
import { Notice } from '../../ui/notice.js';
import { useRemovePhone } from './follow.queries.js';

/** The number at which staff call the sender, and the way to take it back. */
export function OwnPhone({ phone, token }: { phone: string; token: string }) {
  const { t } = useTranslation('own-page');
  const remove = useRemovePhone(token);
  return (
    <>
      <p>{t('phone.how', { phone })}</p>
      {remove.error && (
        <Notice tone="error" title={t('phone.failed')}>
          {remove.error.detail}
        </Notice>
      )}
      <Button
        busy={remove.isPending}
        onClick={() => {
          remove.mutate(undefined, {
            onSuccess: () => {
              announce(t('phone.removed'));
            },
          });
        }}
      >
        {t('phone.remove')}
      </Button>
    </>
  );
}

/** What was reported in somebody else's system about the same thing. */
export function FaultReports({ reports }: { reports: FollowedProposal['faultReports'] }) {
  const { t } = useTranslation('own-page');
  const { date } = useFormats();
  return (
    <ul>
      {reports.map(({ body, number, linkedAt }) => (
        <li key={`${body} ${number}`}>{t('fault.one', { body, number, date: date(linkedAt) })}</li>
      ))}
    </ul>
  );
}
