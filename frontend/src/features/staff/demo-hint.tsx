import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import styles from './sign-in-form.module.css';

/** The accounts of the example data; their password is told by the service's own start, never here. */
const ACCOUNTS = [
  { address: 'polis@demo.example', role: 'police' },
  { address: 'handlaggare@demo.example', role: 'caseOfficer' },
  { address: 'samordnare@demo.example', role: 'coordinator' },
  { address: 'admin@demo.example', role: 'admin' },
] as const;

/** Which example accounts exist: choosing one fills in its address. */
export function DemoHint({ onChoose }: { onChoose: (address: string) => void }) {
  const { t } = useTranslation('work');
  return (
    <section className={styles.demo} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{t('demo.title')}</h2>
      <p>{t('demo.lead')}</p>
      <ul>
        {ACCOUNTS.map(({ address, role }) => (
          <li key={address}>
            <Button
              wide
              className={styles.account}
              onClick={() => {
                onChoose(address);
              }}
            >
              <span>{t(`demo.${role}`)}</span>
              <span className={styles.address}>{address}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
