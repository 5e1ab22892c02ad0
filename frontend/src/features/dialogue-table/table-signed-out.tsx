import { useTranslation } from 'react-i18next';
import { SignedOut } from '../../ui/signed-out.js';
import { tableBox } from './table-device.js';

/** Nobody is signed in: how much waits for that, and no more of it. */
export function TableSignedOut({ address }: { address: string }) {
  const { t } = useTranslation('dialogue-table');
  return (
    <SignedOut
      address={address}
      count={tableBox.count}
      words={{
        title: t('signedOut.title'),
        lead: t('signedOut.lead'),
        waits: (count) => t('signedOut.waits', { count }),
        signIn: t('signedOut.signIn'),
      }}
    />
  );
}
