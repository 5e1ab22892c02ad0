import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/button.js';
import { PageTitle } from '../../ui/page-title.js';
import { countMessages } from './walk-device.js';

/** Nobody is signed in: how much waits for that, and no more of it. */
export function OutsideSignedOut({ address }: { address: string }) {
  const { t } = useTranslation('work-walks');
  const [count, setCount] = useState(0);
  useEffect(function countWhatWaits() {
    countMessages(Date.now()).then(setCount, () => undefined);
  }, []);
  return (
    <div className="wrap">
      <PageTitle
        title={t('out.signedOut.title')}
        lead={count > 0 ? t('out.signedOut.waits', { count }) : t('out.signedOut.lead')}
      />
      <p>
        <ButtonLink to={`/arbete/logga-in?till=${address}`} look="primary">
          {t('out.signedOut.signIn')}
        </ButtonLink>
      </p>
    </div>
  );
}
