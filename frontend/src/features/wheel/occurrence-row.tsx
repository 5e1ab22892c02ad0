import type { WheelItem, WheelOccurrence } from '@lofteskartan/shared/contracts/yearly-wheel';
import { Check, PencilLine, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { StatusMark } from '../../ui/status-mark.js';
import { useEvery } from './every-words.js';
import { OCCURRENCE_LOOKS } from './wheel-looks.js';
import styles from './wheel.module.css';

export type WheelAct = 'report' | 'undo' | 'change';

interface OccurrenceRowProps {
  item: WheelItem;
  /** Null for what has none in the year. */
  occurrence: WheelOccurrence | null;
  /** Undefined where nothing can be done here. */
  onAct?: (act: WheelAct) => void;
  /** Where the places are known: on the page of one of them. */
  withoutPlaces?: boolean;
}

const PLACES_SHOWN = 3;

/** One occurrence: what, who, where, how far it has come, and what can be done about it. */
export function OccurrenceRow({ item, occurrence, onAct, withoutPlaces = false }: OccurrenceRowProps) {
  const { t } = useTranslation('work-wheel');
  const { date, shortDate } = useFormats();
  const every = useEvery();
  const { places } = item;
  const named = places.slice(0, PLACES_SHOWN);
  const facts = [
    t(`kind.${item.kind}`),
    item.body,
    item.everyYears > 1 && every(item.everyYears),
    item.unit === 'week' &&
      occurrence &&
      t('row.week', { week: occurrence.number, from: shortDate(occurrence.from) }),
  ];
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <b>{item.title}</b>
        <span className={styles.facts}>
          {occurrence && (
            <StatusMark {...OCCURRENCE_LOOKS[occurrence.state]}>
              {occurrence.doneOn
                ? t('row.doneOn', { date: date(occurrence.doneOn) })
                : t(`state.${occurrence.state}`)}
            </StatusMark>
          )}
          <span className={styles.soft}>{facts.filter(Boolean).join(' · ')}</span>
        </span>
        {!withoutPlaces && places.length > 0 && (
          <span className={styles.soft}>
            {named.map(({ reference, name }, index) => (
              <span key={reference}>
                {index > 0 && ', '}
                <Link to={`/arbete/platser/${reference}`}>{name}</Link>
              </span>
            ))}
            {places.length > PLACES_SHOWN &&
              ` ${t('row.morePlaces', { count: places.length - PLACES_SHOWN })}`}
          </span>
        )}
        {occurrence?.note && <span>{occurrence.note}</span>}
      </div>
      {onAct && (
        <div className={styles.acts}>
          {occurrence && occurrence.state !== 'done' && (
            <Button
              look={occurrence.state === 'coming' ? 'quiet' : 'secondary'}
              icon={<Check size={18} aria-hidden="true" />}
              aria-haspopup="dialog"
              aria-label={t('row.reportOne', { title: item.title })}
              onClick={() => {
                onAct('report');
              }}
            >
              {t('row.report')}
            </Button>
          )}
          {occurrence?.state === 'done' && (
            <Button
              look="quiet"
              icon={<Undo2 size={18} aria-hidden="true" />}
              aria-haspopup="dialog"
              aria-label={t('row.undoOne', { title: item.title })}
              onClick={() => {
                onAct('undo');
              }}
            >
              {t('row.undo')}
            </Button>
          )}
          <Button
            look="quiet"
            icon={<PencilLine size={18} aria-hidden="true" />}
            aria-haspopup="dialog"
            aria-label={t('row.changeOne', { title: item.title })}
            onClick={() => {
              onAct('change');
            }}
          >
            {t('row.change')}
          </Button>
        </div>
      )}
    </li>
  );
}
