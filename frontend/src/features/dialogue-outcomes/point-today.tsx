import type { PointThing } from '@lofteskartan/shared/contracts/medborgardialog-points';
import type { PublicPoint } from '@lofteskartan/shared/contracts/medborgardialog-reports';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../platform/format.js';
import { StatusMark } from '../../ui/status-mark.js';
import { STANDING_LOOKS } from './outcome-looks.js';
import styles from './outcomes.module.css';

interface PointTodayProps {
  point: PublicPoint;
  /** What stands below: the dialogue it was raised at, or words of a follow-up. */
  children?: ReactNode;
}

/** What was asked, what came of it, and how that stands today. */
export function PointToday({ point, children }: PointTodayProps) {
  const { t } = useTranslation('dialogue-outcomes');
  const { date } = useFormats();
  const { number, text, supporters, outcome, publicText, thing, outsideWho, owner, dueOn } = point;
  return (
    <li className={styles.point} id={`punkt-${String(number)}`}>
      <h3>{t('point.numbered', { number, text })}</h3>
      {supporters !== null && <p className={styles.soft}>{t('point.supporters', { count: supporters })}</p>}
      {point.statement !== null && (
        <p className={styles.soft}>{t('point.statement', { number: point.statement })}</p>
      )}
      <div className={styles.marks}>
        <StatusMark {...STANDING_LOOKS[point.standing]}>{t(`standing.${point.standing}`)}</StatusMark>
        <span>{t(`outcome.${outcome}`)}</span>
      </div>
      <p className={styles.text}>{publicText}</p>
      {outsideWho !== null && <p>{t('point.outsideWho', { who: outsideWho })}</p>}
      {thing && <Thing thing={thing} />}
      {point.doneOn !== null && (
        <div className={styles.thing}>
          <strong>{t('point.done', { date: date(point.doneOn) })}</strong>
          <p className={styles.text}>{point.doneText}</p>
        </div>
      )}
      {(owner !== null || dueOn !== null) && (
        <p className={styles.soft}>
          {[
            owner !== null && t('point.owner', { owner }),
            dueOn !== null && t('point.due', { date: date(dueOn) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {children}
    </li>
  );
}

/** The thing that a point became, with the way there. */
export function Thing({ thing }: { thing: PointThing }) {
  const { t } = useTranslation('dialogue-outcomes');
  const { date } = useFormats();
  const { kind, name, path, state, day, activities } = thing;
  if (state === 'withdrawn')
    return (
      <div className={styles.thing}>
        {name !== null && path !== null && (
          <>
            <span className={styles.soft}>{t('thing.takenBack')}</span>
            <Link to={path}>{name}</Link>
          </>
        )}
        <span>{day === null ? t('thing.withdrawn') : t('thing.withdrawnOn', { date: date(day) })}</span>
        <span>{t('thing.withdrawnHow')}</span>
      </div>
    );
  if (name === null || path === null || state === null)
    return <p className={styles.soft}>{t(`thing.hidden.${kind}`)}</p>;
  return (
    <div className={styles.thing}>
      <span className={styles.soft}>{t(`thing.kind.${kind}`)}</span>
      <Link to={path}>{name}</Link>
      {kind === 'commitment' ? (
        <span>
          {t('thing.activities', { count: activities ?? 0 })}
          {day !== null && ` ${t('thing.latest', { date: date(day) })}`}
        </span>
      ) : (
        <span>
          {t(`thing.state.${state}`)}
          {day !== null && `, ${date(day)}`}
        </span>
      )}
    </div>
  );
}
