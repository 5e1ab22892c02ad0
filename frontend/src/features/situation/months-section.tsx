import type { SituationPicture } from '@lofteskartan/shared/contracts/situation';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Table } from '../../ui/table.js';
import { Section } from './section.js';
import styles from './situation.module.css';
import { useFigure } from './use-figure.js';

/** People month by month, beside the same month last year: bars, and the same as a table. */
export function MonthsSection({ picture }: { picture: SituationPicture }) {
  const { t } = useTranslation('work-situation');
  const { month: monthName } = useFormats();
  const figure = useFigure();
  const { months, comparison } = picture;
  if (months.length < 2) return null;
  const isCompared = comparison === 'compared';
  const most = Math.max(1, ...months.flatMap(({ people, peopleBefore }) => [people ?? 0, peopleBefore ?? 0]));
  const high = (count: number): string => `${String((count / most) * 100)}%`;
  return (
    <Section title={t('months.title')}>
      <div className={styles.pair}>
        <div className={styles.part}>
          <div className={styles.columns} aria-hidden="true">
            {months.map(({ month, people, peopleBefore }) => (
              <span key={month} className={styles.column}>
                <span className={styles.shaft}>
                  <span className={styles.pillar} style={{ height: high(people ?? 0) }} />
                  {isCompared && peopleBefore !== null && (
                    <span className={styles.lastYear} style={{ bottom: high(peopleBefore) }} />
                  )}
                </span>
                <span className={styles.columnName}>{monthName(month).slice(0, 3)}</span>
              </span>
            ))}
          </div>
          <p className={styles.soft}>
            {isCompared && t('months.mark')} {t('months.partly')}
          </p>
        </div>
        <Table
          narrow
          caption={t('months.caption')}
          captionHidden
          rows={months}
          rowKey={({ month }) => month}
          columns={[
            { key: 'month', head: t('months.month'), cell: ({ month }) => monthName(month) },
            { key: 'people', head: t('months.people'), numeric: true, cell: ({ people }) => figure(people) },
            ...(isCompared
              ? [
                  {
                    key: 'before',
                    head: t('months.before'),
                    numeric: true,
                    cell: ({ peopleBefore }: (typeof months)[number]) => figure(peopleBefore),
                  },
                ]
              : []),
            {
              key: 'proposals',
              head: t('months.proposals'),
              numeric: true,
              cell: ({ proposals }) => figure(proposals),
            },
          ]}
        />
      </div>
    </Section>
  );
}
