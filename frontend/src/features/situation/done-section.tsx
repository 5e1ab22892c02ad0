import type { SituationPicture } from '@lofteskartan/shared/contracts/situation';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Table } from '../../ui/table.js';
import { Section } from './section.js';
import styles from './situation.module.css';

/** What was done in the period: only what is public. */
export function DoneSection({ picture }: { picture: SituationPicture }) {
  const { t } = useTranslation(['work-situation', 'inventory']);
  const { number } = useFormats();
  const { commitments, measures, alternatives, answers } = picture.done;
  const made = commitments.filter(({ activities }) => activities > 0);
  const others = [
    ...measures.map(({ kind, count }) => ({
      key: kind,
      words: t(`kind.${kind}`, { ns: 'inventory' }),
      count,
    })),
    ...alternatives.map(({ kind, count }) => ({
      key: `instead-${kind}`,
      words: t(`done.alternative.${kind}`),
      count,
    })),
  ];
  const { given, inTime, waiting } = answers;
  return (
    <Section title={t('done.title')} lead={t('done.lead')}>
      <div className={styles.pair}>
        <div className={styles.part}>
          <h3>{t('done.commitments')}</h3>
          {made.length === 0 ? (
            <p>{t('done.noActivities')}</p>
          ) : (
            <Table
              narrow
              caption={t('done.commitments')}
              captionHidden
              rows={made}
              rowKey={(row) => `${String(row.number)} ${row.title}`}
              columns={[
                { key: 'title', head: t('done.commitment'), cell: ({ title }) => title },
                {
                  key: 'activities',
                  head: t('done.activities'),
                  numeric: true,
                  cell: ({ activities }) => number(activities),
                },
                {
                  key: 'counting',
                  head: t('done.counting'),
                  numeric: true,
                  cell: ({ counting }) => number(counting),
                },
              ]}
            />
          )}
        </div>
        <div className={styles.part}>
          <h3>{t('done.other')}</h3>
          {others.length === 0 ? (
            <p>{t('done.nothing')}</p>
          ) : (
            <Table
              narrow
              caption={t('done.other')}
              captionHidden
              rows={others}
              rowKey={({ key }) => key}
              columns={[
                { key: 'what', head: t('done.what'), cell: ({ words }) => words },
                { key: 'count', head: t('done.count'), numeric: true, cell: ({ count }) => number(count) },
              ]}
            />
          )}
          <h3>{t('done.answers')}</h3>
          <p>
            {given === null
              ? t('done.givenHidden')
              : t('done.given', { count: given, number: number(given) })}
            {inTime === null
              ? `. ${t('done.inTimeHidden')}`
              : `, ${t('done.inTime', { number: number(inTime) })}.`}
          </p>
          <p>
            {waiting === null
              ? t('done.waitingHidden')
              : t('done.waiting', { count: waiting, number: number(waiting) })}
            .
          </p>
        </div>
      </div>
    </Section>
  );
}
