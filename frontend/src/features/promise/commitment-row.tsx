import type { Commitment } from '@lofteskartan/shared/contracts/medborgarlofte';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../platform/format.js';
import styles from './commitment-row.module.css';
import { ProgressLamps } from './progress-lamps.js';
import { useFigure, useOwners, usePaceWord } from './progress-words.js';

/** A commitment in a list: its words, its figure, its lamps, whose it is and how it goes. */
export function CommitmentRow({
  commitment,
  heading: Heading = 'h3',
}: {
  commitment: Commitment;
  heading?: 'h2' | 'h3';
}) {
  const figure = useFigure();
  const pace = usePaceWord();
  const owners = useOwners();
  const { t } = useTranslation('promise');
  const { date } = useFormats();
  const { progress, closing } = commitment;
  return (
    <li className={styles.row}>
      <Heading className={styles.title}>
        <Link to={`/${commitment.municipality}/lofte/${commitment.slug}`}>{commitment.title}</Link>
      </Heading>
      <span className={styles.figure}>{figure(progress)}</span>
      {progress.type !== 'ongoing' && (
        <div className={styles.lamps}>
          <ProgressLamps progress={progress} />
        </div>
      )}
      <p className={styles.why}>
        {[owners(commitment.owners), closing ? t('closedFrom', { day: date(closing.from) }) : pace(progress)]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  );
}
