import { useTranslation } from 'react-i18next';
import { Section } from './section.js';
import styles from './situation.module.css';

const PARTS = ['who', 'trend', 'spots', 'localities', 'small', 'sources'] as const;

/** How it is counted, in words that a coordinator and a chief of police can check. */
export function MethodSection() {
  const { t } = useTranslation('work-situation');
  return (
    <Section title={t('method.title')}>
      <dl className={styles.method}>
        {PARTS.map((part) => (
          <div key={part}>
            <dt>{t(`method.${part}`)}</dt>
            <dd>{t(`method.${part}Text`)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
