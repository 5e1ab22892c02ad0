import type { WorkSummary } from '@lofteskartan/shared/contracts/staff';
import { BUILT_IN_VIEWS } from '@lofteskartan/shared/queue';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { withQuery } from '../../platform/api.js';
import { useFormats } from '../../platform/format.js';
import { EmptyState } from '../../ui/states.js';
import styles from './waiting-board.module.css';

type Counted = Exclude<keyof WorkSummary, 'municipality'>;

const BOXES: readonly { count: Counted; path: string; query: Record<string, string | readonly string[]> }[] =
  [
    { count: 'reported', path: '/arbete/forslag', query: { report: 'open' } },
    { count: 'overdue', path: '/arbete/forslag', query: { deadline: ['overdue'] } },
    { count: 'mine', path: '/arbete/forslag', query: BUILT_IN_VIEWS.mine },
    { count: 'received', path: '/arbete/forslag', query: { status: 'received' } },
    { count: 'underReview', path: '/arbete/forslag', query: { status: 'under-review' } },
    { count: 'awaitingPublication', path: '/arbete/forslag', query: { publication: 'pending' } },
    { count: 'unplaced', path: '/arbete/forslag', query: { placement: 'unplaced' } },
    { count: 'notHelped', path: '/arbete/forslag', query: { outcome: 'not-helped' } },
    { count: 'awaitingConfirmation', path: '/arbete/insatser', query: { lage: 'awaiting-confirmation' } },
    { count: 'awaitingRelease', path: '/arbete/insatser', query: { lage: 'awaiting-release' } },
  ];

/** What waits in one municipality: each number opens its list. Boxes with nothing in them stay, quietly. */
export function WaitingBoard({ summary }: { summary: WorkSummary }) {
  const { t } = useTranslation('work');
  const { number } = useFormats();
  if (BOXES.every(({ count }) => summary[count] === 0)) return <EmptyState title={t('start.nothing')} />;
  return (
    <ul className={styles.board}>
      {BOXES.map(({ count, path, query }) => {
        const waiting = summary[count];
        const to = withQuery(path, { ...query, municipality: summary.municipality });
        return (
          <li key={count}>
            <Link className={waiting > 0 ? styles.box : `${styles.box} ${styles.none}`} to={to}>
              <span className={styles.number}>{number(waiting)}</span>
              <span className={styles.what}>{t(`start.${count}`)}</span>
              <span className={styles.how}>{t(`start.${count}How`)}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
