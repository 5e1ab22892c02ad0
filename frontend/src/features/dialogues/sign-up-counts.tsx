import type { SignUpCounts } from '@lofteskartan/shared/contracts/medborgardialog-staff';
import { useTranslation } from 'react-i18next';
import { DefinitionList } from '../../ui/definition-list.js';
import styles from './dialogues.module.css';

/** How many signed up and what they need. Nobody is named. */
export function SignUpCountsView({ counts }: { counts: SignUpCounts }) {
  const { t } = useTranslation(['work-dialogues', 'dialogues']);
  return (
    <div className={styles.stack}>
      <DefinitionList
        items={[
          {
            term: t('signUps.seated'),
            value: t('signUps.of', { seated: counts.seated, capacity: counts.capacity }),
          },
          { term: t('signUps.waiting'), value: String(counts.waiting) },
          ...counts.needs.map(({ need, signUps }) => ({
            term: t(`need.${need}`, { ns: 'dialogues' }),
            value: t('signUps.need', { count: signUps }),
          })),
        ]}
      />
      <p className={styles.soft}>{t('signUps.how')}</p>
    </div>
  );
}
