import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/button.js';
import { PageTitle } from '../../ui/page-title.js';
import { countMessages } from './table-device.js';

/** Nobody is signed in: how much waits for that, and no more of it. */
export function TableSignedOut({ address }: { address: string }) {
  const { t } = useTranslation('dialogue-table');
  const [count, setCount] = useState(0);
  useEffect(function countWhatWaits() {
    countMessages(Date.now()).then(setCount, () => undefined);
  }, []);
  return (
    <div className="wrap">
      <PageTitle
        title={t('signedOut.title')}
        lead={count > 0 ? t('signedOut.waits', { count }) : t('signedOut.lead')}
      />
      <p>
        <ButtonLink to={`/arbete/logga-in?till=${address}`} look="primary">
          {t('signedOut.signIn')}
        </ButtonLink>
      </p>
    </div>
  );
}
