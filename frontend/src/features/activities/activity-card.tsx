import type { StaffActivity } from '@lofteskartan/shared/contracts/activities';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { StatusMark, Tag } from '../../ui/status-mark.js';
import styles from './activity-list.module.css';

export type ActivityAct = 'confirm' | 'release' | 'change';

/** The figures of a result, as staff may read them. */
function useFigures(result: StaffActivity['result']): string[] {
  const { t } = useTranslation(['work-activities', 'work-car']);
  const { number } = useFormats();
  const figures = [
    ['list.result.measured', result.measured],
    ['list.result.reported', result.reported],
    ['list.result.licences', result.licencesSeized],
    ['list.result.topSpeed', result.topSpeed],
    ['list.result.participants', result.participants],
  ] as const;
  return [
    ...figures.flatMap(([label, figure]) => (figure === undefined ? [] : [`${t(label)} ${number(figure)}`])),
    ...(result.method ? [t(`method.${result.method}`, { ns: 'work-car' })] : []),
    ...(result.durationMinutes ? [t('minutes.of', { ns: 'work-car', count: result.durationMinutes })] : []),
    ...(result.topSpeedBand
      ? [
          result.topSpeedBand === 'none'
            ? t('band.none', { ns: 'work-car' })
            : t('band.told', { ns: 'work-car', band: t(`band.${result.topSpeedBand}`, { ns: 'work-car' }) }),
        ]
      : []),
    ...(result.subject ? [`${t('list.result.subject')} ${result.subject}`] : []),
  ];
}

interface ActivityCardProps {
  activity: StaffActivity;
  localityName: string | null;
  onAct: (act: ActivityAct) => void;
  /** What is kept of it besides. */
  record: ReactNode;
}

/** An activity with all that a coordinator needs to confirm it, and what this person may do with it. */
export function ActivityCard({ activity, localityName, onAct, record }: ActivityCardProps) {
  const [showsRecord, setShowsRecord] = useState(false);
  const { t } = useTranslation(['work-activities', 'words']);
  const { date, moment } = useFormats();
  const figures = useFigures(activity.result);
  const { allowed, proposalReferences, whyNot } = activity;
  return (
    <article className={styles.card}>
      <div className={styles.head}>
        <h2>
          {date(activity.occurredOn)}
          {localityName && `, ${localityName}`}
        </h2>
        {activity.counts ? (
          <StatusMark fill="check" tone="done">
            {t('list.counts')}
          </StatusMark>
        ) : (
          <StatusMark fill="bar" tone="no">
            {t('list.countsNot')}
          </StatusMark>
        )}
      </div>
      <p className={styles.what}>{activity.commitmentTitle}</p>
      {whyNot && <p className={styles.why}>{t(`whyNot.${whyNot}`, { ns: 'words' })}.</p>}
      <p className={styles.text}>{activity.publicText}</p>
      {figures.length > 0 && (
        <ul className={styles.tags}>
          {figures.map((figure) => (
            <li key={figure}>
              <Tag>{figure}</Tag>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.soft}>
        {proposalReferences.length > 0
          ? t('list.linked', { count: proposalReferences.length })
          : t('list.noLinked')}
        {proposalReferences.map((reference, index) => (
          <span key={reference}>
            {index === 0 ? ': ' : ', '}
            <Link to={`/arbete/forslag/${reference}`}>{reference}</Link>
          </span>
        ))}
      </p>
      <p className={styles.soft}>
        {t('list.loggedBy', {
          name: activity.loggedBy,
          organisation: activity.organisationName,
          when: moment(activity.loggedAt),
        })}
        {activity.sourceNote && <> · {t('list.source', { note: activity.sourceNote })}</>}
        {activity.confirmedAt && <> · {t('list.confirmedAt', { when: moment(activity.confirmedAt) })}</>}
      </p>
      {activity.state === 'awaiting-release' && activity.releaseAt && (
        <p className={styles.when}>{t('list.releaseAt', { when: moment(activity.releaseAt) })}</p>
      )}
      {activity.releasedAt && (
        <p className={styles.soft}>{t('list.releasedAt', { when: moment(activity.releasedAt) })}</p>
      )}
      {allowed.length > 0 && (
        <div className={styles.acts}>
          {allowed.includes('confirm') && (
            <Button onClick={() => onAct('confirm')}>{t('list.confirm')}</Button>
          )}
          {allowed.includes('release') && (
            <Button onClick={() => onAct('release')}>{t('list.release')}</Button>
          )}
          {allowed.includes('change') && (
            <Button look="quiet" onClick={() => onAct('change')}>
              {t('list.change')}
            </Button>
          )}
        </div>
      )}
      <details
        onToggle={(event) => {
          setShowsRecord(event.currentTarget.open);
        }}
      >
        <summary>{t('list.record')}</summary>
        {showsRecord && record}
      </details>
    </article>
  );
}
