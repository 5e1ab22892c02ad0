import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { PhoneCall } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { ErrorState } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import { useCallBack } from './responsibility.queries.js';

/** Who left a telephone number alone is called about the answer; only then it counts. */
export function CallBack({ proposal }: { proposal: TriageProposal }) {
  const { t } = useTranslation('work-bodies');
  const tick = useCallBack(proposal.reference);
  if (!proposal.toCall) return null;
  return (
    <Notice tone="warning" title={t('call.title')}>
      <p>{t('call.how')}</p>
      {tick.error && <ErrorState error={tick.error} title={t('call.failed')} />}
      <Button
        icon={<PhoneCall size={18} aria-hidden="true" />}
        busy={tick.isPending}
        onClick={() => {
          tick.mutate(
            {},
            {
              onSuccess: () => {
                toast(t('call.done'));
              },
            },
          );
        }}
      >
        {t('call.tick')}
      </Button>
    </Notice>
  );
}
