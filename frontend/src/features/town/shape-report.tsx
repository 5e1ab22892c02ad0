import type { ShapeFault, ShapeReport } from '@lofteskartan/shared/contracts/shapes';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Notice } from '../../ui/notice.js';
import styles from './town.module.css';

function FaultList({ faults }: { faults: readonly ShapeFault[] }) {
  const { t } = useTranslation('work-town');
  return (
    <ul className={styles.list}>
      {faults.map((each) => (
        <li key={`${String(each.feature)} ${String(each.line)} ${each.code}`}>
          {each.feature !== null && <strong>{t('shape.feature', { number: each.feature })} </strong>}
          {each.line !== null && <strong>{t('shape.line', { number: each.line })} </strong>}
          {t(`shape.fault.${each.code}`, { found: each.found ?? '' })}
        </li>
      ))}
    </ul>
  );
}

/** What a file holds, and what has to be changed before it can be saved. */
export function ShapeReportView({ report }: { report: ShapeReport }) {
  const { t } = useTranslation('work-town');
  const { number } = useFormats();
  if (report.faults.length > 0)
    return (
      <Notice tone="error" title={t('shape.refused')}>
        <FaultList faults={report.faults} />
      </Notice>
    );
  return (
    <Notice tone={report.remarks.length > 0 ? 'warning' : 'success'} title={t('shape.fits')} announced>
      <div className={styles.figures}>
        <p>
          {t('shape.points', { count: report.pointsRead, number: number(report.pointsRead) })}
          {report.squareKilometres !== null &&
            ` ${t('shape.area', { area: number(report.squareKilometres) })}`}
        </p>
        {report.simplifiedByMetres !== null && (
          <p>
            {t('shape.simplified', {
              kept: number(report.pointsKept),
              metres: number(report.simplifiedByMetres),
            })}
          </p>
        )}
        {report.remarks.length > 0 && <FaultList faults={report.remarks} />}
      </div>
    </Notice>
  );
}
