import { useTranslation } from 'react-i18next';
import { SignedOut } from '../../ui/signed-out.js';
import { walkBox } from './walk-device.js';

/** Nobody is signed in: how much waits for that, and no more of it. */
export function OutsideSignedOut({ address }: { address: string }) {
  const { t } = useTranslation('work-walks');
  return (
    <SignedOut
      address={address}
      count={walkBox.count}
      words={{
        title: t('out.signedOut.title'),
        lead: t('out.signedOut.lead'),
        waits: (count) => t('out.signedOut.waits', { count }),
        signIn: t('out.signedOut.signIn'),
      }}
    />
  );
}
