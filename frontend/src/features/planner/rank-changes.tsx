import type { RankChange, RankPreview } from '@lofteskartan/shared/contracts/planner';
import { useTranslation } from 'react-i18next';
import { Table } from '../../ui/table.js';
import styles from './planner.module.css';

/** Where the first stretches stand now, and would stand. */
export function RankChanges({ preview }: { preview: RankPreview }) {
  const { t } = useTranslation('work-planner');
  const move = ({ rankNow, rankThen }: RankChange): string => {
    if (rankNow === rankThen) return t('weights.stays');
    return rankThen < rankNow
      ? t('weights.up', { count: rankNow - rankThen })
      : t('weights.down', { count: rankThen - rankNow });
  };
  return (
    <section className={styles.section} role="status">
      <h2>{t('weights.preview')}</h2>
      <p>
        {preview.moved === 0
          ? t('weights.same')
          : t('weights.moved', { count: preview.moved, total: preview.total })}
      </p>
      <Table
        caption={t('weights.preview')}
        captionHidden
        narrow
        columns={[
          {
            key: 'name',
            head: t('weights.stretch'),
            cell: ({ name, localityName }) => [name ?? t('unnamed'), localityName].filter(Boolean).join(', '),
          },
          { key: 'now', head: t('weights.now'), numeric: true, cell: ({ rankNow }) => rankNow },
          {
            key: 'then',
            head: t('weights.then'),
            numeric: true,
            cell: (row) => `${String(row.rankThen)} (${move(row)})`,
          },
        ]}
        rows={preview.items}
        rowKey={({ id }) => id}
      />
    </section>
  );
}
