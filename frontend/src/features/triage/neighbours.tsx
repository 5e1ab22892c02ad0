import type { TriageNeighbour } from '@lofteskartan/shared/contracts/triage';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../platform/format.js';
import { useAge } from './age.js';
import styles from './case-side.module.css';
import { StaffStatus } from './staff-status.js';

/** Other proposals near this one: links, nearest first. */
export function Neighbours({
  neighbours,
  search,
}: {
  neighbours: readonly TriageNeighbour[];
  search: string;
}) {
  const { t } = useTranslation(['work-case', 'work-queue']);
  const { distance } = useFormats();
  const age = useAge();
  if (neighbours.length === 0) return <p className={styles.soft}>{t('neighbours.none')}</p>;
  return (
    <ul className={styles.neighbours}>
      {neighbours.map((each) => (
        <li key={each.reference}>
          <Link to={`/arbete/forslag/${each.reference}${search}`}>
            <span className={styles.row}>
              <StaffStatus kind={each.kind} status={each.status} />
              <span className={styles.soft}>
                {t('neighbours.away', { distance: distance(each.distanceMetres) })}
              </span>
            </span>
            <span className={styles.text}>{each.description ?? t('noWords', { ns: 'work-queue' })}</span>
            <span className={styles.soft}>
              {each.reference} · {t('supporters', { ns: 'work-queue', count: each.supportCount })} ·{' '}
              {age(each.createdAt)}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
