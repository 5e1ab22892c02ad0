import type { StatementResult } from '@lofteskartan/shared/contracts/medborgardialog-live';
import type { StatementVerdict } from '@lofteskartan/shared/medborgardialog-live';
import { CircleHelp, Equal, Hourglass, Split } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Tag } from '../../ui/status-mark.js';
import { byVerdict } from './stage.js';
import styles from './results.module.css';

const MARKS = { agreed: Equal, divided: Split, unsure: CircleHelp, few: Hourglass } as const;

/** What a statement's votes say, by a word and a shape. */
export function VerdictMark({ verdict }: { verdict: StatementVerdict }) {
  const { t } = useTranslation('dialogue-live');
  const Mark = MARKS[verdict];
  return (
    <Tag icon={<Mark className={styles.mark} aria-hidden="true" />}>{t(`results.verdicts.${verdict}`)}</Tag>
  );
}

/** The votes as a bar: the figures beside it say the same. */
function VoteBar({ agree, disagree, pass }: { agree: number; disagree: number; pass: number }) {
  return (
    <div className={styles.bar} aria-hidden="true">
      {agree > 0 && <span className={styles.agree} style={{ flexGrow: agree }} />}
      {pass > 0 && <span className={styles.pass} style={{ flexGrow: pass }} />}
      {disagree > 0 && <span className={styles.disagree} style={{ flexGrow: disagree }} />}
    </div>
  );
}

/** How people voted on a statement, in a bar and in words. */
export function ResultFigures({ result }: { result: StatementResult }) {
  const { t } = useTranslation('dialogue-live');
  const { number, percent } = useFormats();
  const { answers, agree, disagree, pass, share, low, high, isSmall } = result;
  if (answers === null || agree === null || disagree === null || pass === null)
    return <p className={styles.soft}>{t('results.few')}</p>;
  return (
    <>
      <VoteBar agree={agree} disagree={disagree} pass={pass} />
      <p className={styles.counts}>
        {t('results.counts', { agree: number(agree), disagree: number(disagree), pass: number(pass) })}
      </p>
      {share === null || low === null || high === null ? (
        <p className={styles.soft}>{t('results.fewStands', { count: answers })}</p>
      ) : (
        <p className={styles.soft}>
          {t('results.share', {
            share: percent(share),
            count: agree + disagree,
            low: percent(low),
            high: percent(high),
          })}
          {isSmall && ` ${t('results.small')}`}
        </p>
      )}
    </>
  );
}

/** The results of a dialogue: what people agree on, what divides them, and what cannot be said. */
export function ResultLists({ results }: { results: readonly StatementResult[] }) {
  const { t } = useTranslation('dialogue-live');
  if (results.length === 0) return <p className={styles.soft}>{t('results.none')}</p>;
  return (
    <div className={styles.lists}>
      <p className={styles.soft}>{t('results.how')}</p>
      {byVerdict(results).map((list) => (
        <section key={list.verdict} className={styles.list} aria-labelledby={`verdict-${list.verdict}`}>
          <h3 id={`verdict-${list.verdict}`} className={styles.verdict}>
            {t(`results.verdicts.${list.verdict}`)}
          </h3>
          <p className={styles.soft}>{t(`results.why.${list.verdict}`)}</p>
          <ul className={styles.results}>
            {list.results.map((result) => (
              <li key={result.id} className={styles.result}>
                <p className={styles.text}>{result.text}</p>
                <ResultFigures result={result} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
