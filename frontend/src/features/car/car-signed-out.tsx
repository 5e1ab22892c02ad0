import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/button.js';
import { PageTitle } from '../../ui/page-title.js';
import { countChecks } from './car-device.js';

/** Nobody is signed in: how many checks wait for that, and no more of them. */
export function CarSignedOut() {
  const { t } = useTranslation('work-car');
  const [count, setCount] = useState(0);
  useEffect(() => {
    countChecks(Date.now()).then(setCount, () => undefined);
  }, []);
  return (
    <div className="wrap">
      <PageTitle
        title={t('signedOut.title')}
        lead={count > 0 ? t('signedOut.waits', { count }) : t('signedOut.lead')}
      />
      <p>
        <ButtonLink to="/arbete/logga-in?till=/arbete/bilen" look="primary">
          {t('signedOut.signIn')}
        </ButtonLink>
      </p>
    </div>
  );
}
