import { useTranslation } from 'react-i18next';
import { SignedOut } from '../../ui/signed-out.js';
import { carBox } from './car-device.js';

/** Nobody is signed in: how much waits for that, and no more of it. */
export function CarSignedOut({ address }: { address: string }) {
  const { t } = useTranslation('work-car');
  return (
    <SignedOut
      address={address}
      count={carBox.count}
      words={{
        title: t('signedOut.title'),
        lead: t('signedOut.lead'),
        waits: (count) => t('signedOut.waits', { count }),
        signIn: t('signedOut.signIn'),
      }}
    />
  );
}
