import type { PublicStop } from '@lofteskartan/shared/contracts/walk-protocols';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../platform/format.js';
import { StatusMark } from '../../ui/status-mark.js';
import { ChecklistMarks } from './checklist-marks.js';
import { ANSWER_LOOKS, STATE_LOOKS } from './walk-looks.js';
import styles from './walks.module.css';

interface ProtocolStopsProps {
  /** The municipality's slug. */
  municipality: string;
  stops: readonly PublicStop[];
}

/** What was seen at each stop, what comes of it, and how that stands today. */
export function ProtocolStops({ municipality, stops }: ProtocolStopsProps) {
  return (
    <ol className={styles.stops}>
      {stops.map((stop, index) => (
        <Stop key={index} municipality={municipality} stop={stop} number={index + 1} />
      ))}
    </ol>
  );
}

function Stop({ municipality, stop, number }: { municipality: string; stop: PublicStop; number: number }) {
  const { t } = useTranslation(['walks', 'inventory']);
  const { place, checklist, impression, seen, answer, text, body, photos } = stop;
  const name = place?.name ?? t('protocol.hidden');
  return (
    <li className={styles.stop}>
      <h3>{t('protocol.stopOf', { number, name })}</h3>
      {place ? (
        <Link
          to={`/${municipality}/platser/${place.reference}`}
          aria-label={`${t('protocol.place')}: ${place.name}`}
        >
          {t('protocol.place')}
        </Link>
      ) : (
        <p className={styles.soft}>{t('protocol.hiddenHow')}</p>
      )}
      {seen && (
        <div>
          <h4>{t('protocol.seen')}</h4>
          <p className={styles.text}>{seen}</p>
        </div>
      )}
      <ChecklistMarks checklist={checklist} />
      {impression !== null && <p>{t('impression', { value: impression })}</p>}
      {photos.length > 0 && (
        <ul className={styles.photos} aria-label={t('protocol.photos')}>
          {photos.map(({ id, url, thumbnailUrl, width, height, light }) => (
            <li key={id}>
              <a href={url}>
                <img
                  src={thumbnailUrl}
                  width={width}
                  height={height}
                  loading="lazy"
                  alt={t('protocol.photoAlt', { name, light: t(`light.${light}`, { ns: 'inventory' }) })}
                />
              </a>
              <span className={styles.soft}>{t(`light.${light}`, { ns: 'inventory' })}</span>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.answer}>
        <h4>{t('protocol.answer')}</h4>
        <StatusMark {...ANSWER_LOOKS[answer]}>{t(`answer.${answer}`)}</StatusMark>
        <p className={styles.text}>{text}</p>
        {body && <p>{t('protocol.referredTo', { body })}</p>}
        <MeasureToday stop={stop} />
      </div>
    </li>
  );
}

const DAY_WORDS = {
  planned: 'measurePlanned',
  overdue: 'measureLate',
  done: 'measureDone',
  decided: 'measureDecided',
} as const;

function MeasureToday({ stop: { measure, measureTakenBackOn, text } }: { stop: PublicStop }) {
  const { t } = useTranslation(['walks', 'inventory']);
  const { date } = useFormats();
  if (measureTakenBackOn !== null)
    return (
      <div>
        <h4>{t('protocol.now')}</h4>
        <p className={styles.text}>{t('protocol.measureTakenBack', { date: date(measureTakenBackOn) })}</p>
      </div>
    );
  if (!measure) return null;
  const { kind, state, doneOn, plannedOn } = measure;
  const isOpen = state === 'planned' || state === 'overdue';
  const day = doneOn ?? plannedOn;
  return (
    <div>
      <h4>{t('protocol.now')}</h4>
      <p>{t(`${isOpen ? 'toDo' : 'kind'}.${kind}`, { ns: 'inventory' })}</p>
      <StatusMark {...STATE_LOOKS[state]}>
        {day ? t(`protocol.${DAY_WORDS[state]}`, { date: date(day) }) : t('protocol.measureNoDay')}
      </StatusMark>
      {measure.text && measure.text !== text && <p className={styles.text}>{measure.text}</p>}
    </div>
  );
}
