import type { Commitment } from '@lofteskartan/shared/contracts/medborgarlofte';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { DefinitionList } from '../../ui/definition-list.js';
import { Table } from '../../ui/table.js';
import styles from './commitment-facts.module.css';
import { usePaceWord } from './progress-words.js';

/** Whose it is, how it goes and what is needed, as facts by name. */
export function CommitmentFacts({ commitment }: { commitment: Commitment }) {
  const { t } = useTranslation(['promise', 'words']);
  const { number, date, list } = useFormats();
  const pace = usePaceWord();
  const { progress, owners, partners, acceptsKinds } = commitment;
  const count = progress.type === 'count' ? progress : null;
  const perMonth = count?.neededPerMonth ?? null;
  /** Less than one a month is easier said as how many are left. */
  const isFew = perMonth !== null && perMonth > 0 && perMonth < 1;
  const needed = () => {
    if (perMonth === null) return null;
    return perMonth === 0 ? t('commitment.neededDone') : number(perMonth, 1);
  };
  return (
    <DefinitionList
      items={[
        { term: t('commitment.owners'), value: list(owners.map(({ name }) => name)) },
        { term: t('commitment.partners'), value: list(partners.map(({ name }) => name)) },
        { term: t('commitment.pace'), value: pace(progress) },
        { term: t('commitment.expected'), value: count ? number(count.expectedToday) : null },
        { term: t('commitment.needed'), value: isFew ? null : needed() },
        {
          term: t('commitment.left'),
          value: count && isFew ? number(count.target - count.done) : null,
        },
        {
          term: t('commitment.opening'),
          value: count?.opening
            ? t('commitment.openingValue', {
                count: count.opening.count,
                day: date(count.opening.asOf),
                source: count.opening.source,
              })
            : null,
        },
        {
          term: t('commitment.kinds'),
          value: list(acceptsKinds.map((kind) => t(`kinds.${kind}`, { ns: 'words' }))),
        },
      ]}
    />
  );
}

/** What was done but does not count, by reason. */
export function NotCountedList({ commitment }: { commitment: Commitment }) {
  const { t } = useTranslation(['promise', 'words']);
  const { progress } = commitment;
  if (progress.type !== 'count' || progress.notCounted.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="not-counted">
      <h2 id="not-counted">{t('commitment.notCounted')}</h2>
      <p>{t('commitment.notCountedNote')}</p>
      <ul className={styles.reasons}>
        {progress.notCounted.map(({ reason, count }) => (
          <li key={reason}>
            {t(`whyNot.${reason}`, { ns: 'words' })}: {t('count', { count })}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is told for whole years only. */
export function YearlyTotals({ commitment }: { commitment: Commitment }) {
  const { t } = useTranslation('promise');
  const { number } = useFormats();
  if (commitment.yearlyTotals.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="yearly">
      <h2 id="yearly">{t('commitment.yearly')}</h2>
      <p>{t('commitment.yearlyNote')}</p>
      <Table
        caption={t('commitment.yearly')}
        captionHidden
        narrow
        columns={[
          { key: 'year', head: t('commitment.year'), cell: ({ year }) => String(year) },
          {
            key: 'licences',
            head: t('commitment.licences'),
            numeric: true,
            cell: ({ licencesSeized }) =>
              licencesSeized === null ? t('commitment.few') : number(licencesSeized),
          },
          {
            key: 'speed',
            head: t('commitment.topSpeed'),
            numeric: true,
            cell: ({ topSpeed }) =>
              topSpeed === null ? '–' : t('commitment.kmh', { number: number(topSpeed) }),
          },
        ]}
        rows={commitment.yearlyTotals}
        rowKey={({ year }) => String(year)}
      />
    </section>
  );
}
