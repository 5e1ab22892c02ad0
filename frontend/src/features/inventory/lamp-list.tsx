import type { LightPoint } from '@lofteskartan/shared/contracts/lighting';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { swedishDay } from '../../platform/swedish-day.js';
import { Table } from '../../ui/table.js';
import styles from './inventory.module.css';

/** The lamps of the map in words, folded up. Nothing where none are told of. */
export function LampList({ lamps }: { lamps: readonly LightPoint[] }) {
  const { t } = useTranslation('inventory');
  const { date } = useFormats();
  const today = swedishDay(new Date());
  if (lamps.length === 0) return null;
  const words = ({ kind, hours, plannedOn }: LightPoint): string => {
    if (kind === 'planned' && plannedOn)
      return t(plannedOn < today ? 'lamps.plannedPast' : 'lamps.plannedOn', { date: date(plannedOn) });
    if (kind === 'planned') return t('lamps.planned');
    return hours ? t('lamps.dimmedAt', { hours: hours.replace('-', '–') }) : t('lamps.dimmed');
  };
  return (
    <details>
      <summary>
        {t('lamps.title')} ({t('lamps.count', { count: lamps.length })})
      </summary>
      <p className={styles.soft}>{t('lamps.legend')}</p>
      <Table<LightPoint>
        caption={t('lamps.title')}
        captionHidden
        narrow
        rows={lamps}
        rowKey={({ number }) => number}
        columns={[
          { key: 'name', head: t('lamps.name'), cell: ({ name, number }) => name ?? number },
          {
            key: 'what',
            head: t('lamps.what'),
            cell: (lamp) => [words(lamp), lamp.text].filter(Boolean).join('. '),
          },
        ]}
      />
    </details>
  );
}
