import type { WhoWasHeard } from '@lofteskartan/shared/contracts/medborgardialog-reports';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Table } from '../../ui/table.js';
import styles from './outcomes.module.css';

/** Who was heard by age and sex, in shares beside those of all who live there. */
export function HeardBands({ bands, populationOf }: Pick<WhoWasHeard, 'bands' | 'populationOf'>) {
  const { t } = useTranslation('dialogue-outcomes');
  const { number, percent } = useFormats();
  const both = (count: number | null, share: number | null, none: string) => {
    if (count === null) return none;
    return share === null
      ? number(count)
      : t('heard.withShare', { share: percent(share), count: number(count) });
  };
  const isHeard = bands.some(({ people }) => people !== null);
  return (
    <>
      <p>{t(isHeard ? 'heard.bandsHow' : 'heard.noBands')}</p>
      {bands.length > 0 && (
        <Table
          caption={t('people.byGroup')}
          captionHidden
          narrow
          rows={bands}
          rowKey={({ band }) => band}
          columns={[
            { key: 'band', head: t('people.group'), cell: ({ band }) => t(`band.${band}`) },
            {
              key: 'people',
              head: t('heard.ofHeard'),
              numeric: true,
              cell: ({ people, share }) => both(people, share, t('people.notTold')),
            },
            ...(populationOf
              ? [
                  {
                    key: 'population',
                    head: t('heard.ofPopulation'),
                    numeric: true,
                    cell: ({ population, populationShare }: WhoWasHeard['bands'][number]) =>
                      both(population, populationShare, t('heard.unknown')),
                  },
                ]
              : []),
          ]}
        />
      )}
      <p className={styles.soft}>
        {populationOf
          ? t('heard.populationOf', { year: populationOf.year, source: populationOf.source })
          : t('heard.noPopulation')}
      </p>
    </>
  );
}
