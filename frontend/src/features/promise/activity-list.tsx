import type { PublicActivity } from '@lofteskartan/shared/contracts/activities';
import { MapPin } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../platform/format.js';
import { StatusMark } from '../../ui/status-mark.js';
import styles from './activity-list.module.css';

/** What is told about the result: measured, reported ("färre än 5"), participants, what it concerned. */
function useResult(): (activity: PublicActivity) => string {
  const { t } = useTranslation('promise');
  const { number } = useFormats();
  return ({ result }) =>
    [
      result.subject,
      result.measured !== null &&
        t('result.measured', { count: result.measured, number: number(result.measured) }),
      result.reportedFewerThanFive
        ? t('result.fewerThanFive')
        : result.reported !== null &&
          t('result.reported', { count: result.reported, number: number(result.reported) }),
      result.participants !== null &&
        t('result.participants', { count: result.participants, number: number(result.participants) }),
    ]
      .filter(Boolean)
      .join(' · ');
}

export interface ActivityListProps {
  activities: readonly PublicActivity[];
  municipality: string;
  localityName: (slug: string) => string | undefined;
  /** The activity whose pin is lit. */
  lit?: string | null;
  /** The proposal on whose page the list stands: it is not linked to. */
  here?: string;
  /** Left out where there is no map. */
  onShowOnMap?: (id: string) => void;
}

/** Where an activity's row is on the page. */
export const activityRowId = (id: string) => `activity-${id}`;

/** What was done, latest first: date without time, place, result, and the wishes that led to it. */
export function ActivityList({
  activities,
  municipality,
  localityName,
  lit = null,
  here,
  onShowOnMap,
}: ActivityListProps) {
  const { t } = useTranslation(['promise', 'words']);
  const { date } = useFormats();
  const resultOf = useResult();
  return (
    <ul className={styles.list}>
      {activities.map((activity) => {
        const { id, occurredOn, publicText, locality, organisation, proposalReferences, counts, whyNot } =
          activity;
        const result = resultOf(activity);
        return (
          <li
            key={id}
            id={activityRowId(id)}
            data-lights={id}
            tabIndex={-1}
            className={lit === id ? `${styles.activity} ${styles.lit}` : styles.activity}
          >
            <div className={styles.head}>
              <span>
                {date(occurredOn)}
                {locality ? ` · ${localityName(locality) ?? locality}` : ''}
              </span>
              {onShowOnMap && activity.position && (
                <button
                  type="button"
                  className={styles.onMap}
                  aria-label={t('showOnMap', { what: date(occurredOn) })}
                  title={t('showOnMap', { what: date(occurredOn) })}
                  onClick={() => {
                    onShowOnMap(id);
                  }}
                >
                  <MapPin size={20} aria-hidden="true" />
                </button>
              )}
            </div>
            <p className={styles.text}>{publicText}</p>
            {result && <p>{result}</p>}
            {whyNot && !counts && (
              <p>
                <StatusMark fill="bar" tone="wait">
                  {t('notCounted')} {t(`whyNot.${whyNot}`, { ns: 'words' })}.
                </StatusMark>
              </p>
            )}
            <p className={styles.soft}>
              {organisation}
              {proposalReferences.length > 0 && (
                <>
                  {' · '}
                  {t('ledFrom', { count: proposalReferences.length })}{' '}
                  {proposalReferences.slice(0, 3).map((reference, index) => (
                    <span key={reference}>
                      {index > 0 && ', '}
                      {reference === here ? (
                        <span className={styles.reference}>{reference}</span>
                      ) : (
                        <Link className={styles.reference} to={`/${municipality}/forslag/${reference}`}>
                          {reference}
                        </Link>
                      )}
                    </span>
                  ))}
                  {proposalReferences.length > 3 &&
                    ` ${t('andMore', { count: proposalReferences.length - 3 })}`}
                </>
              )}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
