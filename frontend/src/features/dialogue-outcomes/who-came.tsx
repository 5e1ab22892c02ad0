import type { DialogueReport } from '@lofteskartan/shared/contracts/medborgardialog-reports';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Table } from '../../ui/table.js';
import styles from './outcomes.module.css';

/** How many came, and from where: counts that tell of nobody. */
export function WhoCame({
  people,
  attendance,
  bands,
}: Pick<DialogueReport, 'people' | 'attendance' | 'bands'>) {
  const { t } = useTranslation('dialogue-outcomes');
  const { number } = useFormats();
  const figure = (count: number | null) => (count === null ? t('people.few') : number(count));
  return (
    <div className={styles.stack}>
      <p>{people === null ? t('people.notTold') : t('people.came', { count: people })}</p>
      <p className={styles.soft}>{t('people.how')}</p>
      <Table
        caption={t('people.byLocality')}
        narrow
        rows={attendance}
        rowKey={({ locality }) => locality ?? ''}
        columns={[
          {
            key: 'locality',
            head: t('people.locality'),
            cell: ({ locality }) => locality ?? t('people.elsewhere'),
          },
          { key: 'people', head: t('people.people'), numeric: true, cell: (row) => figure(row.people) },
        ]}
      />
      {bands.length > 0 && (
        <Table
          caption={t('people.byGroup')}
          narrow
          rows={bands}
          rowKey={({ band }) => band}
          columns={[
            { key: 'band', head: t('people.group'), cell: ({ band }) => t(`band.${band}`) },
            { key: 'people', head: t('people.people'), numeric: true, cell: (row) => number(row.people) },
          ]}
        />
      )}
    </div>
  );
}
