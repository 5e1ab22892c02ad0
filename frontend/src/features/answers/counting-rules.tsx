import type { AnswerLedger } from '@lofteskartan/shared/contracts/answers';
import { useTranslation } from 'react-i18next';
import { useTooLong } from './too-long.js';

/** What is counted, and how, with the answer times that hold here. */
export function CountingRules({ ledger }: { ledger: AnswerLedger }) {
  const { t } = useTranslation('answers');
  const rules = t('rules', { returnObjects: true, times: useTooLong(ledger).times });
  return (
    <section className="prose" aria-labelledby="counted">
      <h2 id="counted">{t('counted')}</h2>
      <ul>
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </section>
  );
}
