import type { WheelItem, WheelOccurrence, YearlyWheel } from '@lofteskartan/shared/contracts/yearly-wheel';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Notice } from '../../ui/notice.js';
import { EmptyState } from '../../ui/states.js';
import { asHeading, useMonthWords } from './month-words.js';
import { OccurrenceRow } from './occurrence-row.js';
import { focusMonth, useStayInMonth } from './use-stay-in-month.js';
import { WheelActs, type OpenAct } from './wheel-acts.js';
import { WheelLegend } from './wheel-mark.js';
import { WheelRing } from './wheel-ring.js';
import styles from './wheel.module.css';

interface WheelViewProps {
  wheel: YearlyWheel;
  /** The items that are looked at. */
  items: readonly WheelItem[];
  isAdding: boolean;
  onAdded: () => void;
}

interface Row {
  item: WheelItem;
  occurrence: WheelOccurrence;
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** The year as a wheel and as a list by month: the list comes first where there is little room. */
export function WheelView({ wheel, items, isAdding, onAdded }: WheelViewProps) {
  const { t } = useTranslation('work-wheel');
  const [open, setOpen] = useState<OpenAct | null>(null);
  const lists = useRef<HTMLDivElement>(null);
  const rows = items
    .flatMap((item) => item.occurrences.map((occurrence): Row => ({ item, occurrence })))
    .sort((a, b) => a.occurrence.from.localeCompare(b.occurrence.from));
  const resting = items.filter(({ occurrences }) => occurrences.length === 0);
  const present = wheel.today.startsWith(String(wheel.year)) ? Number(wheel.today.slice(5, 7)) : null;
  const earlier = rows.filter(({ occurrence }) => present !== null && occurrence.month < present);
  const list = { rows, present, onOpen: wheel.mayChange ? setOpen : undefined };
  const stayInMonth = useStayInMonth(lists, wheel);
  const toMonth = (month: number) => {
    // A month without anything leads to the next that has something.
    const at = MONTHS.slice(month - 1).find((each) =>
      rows.some(({ occurrence }) => occurrence.month === each),
    );
    if (at !== undefined) focusMonth(lists.current, at)?.scrollIntoView({ block: 'start' });
  };
  return (
    <>
      <Late wheel={wheel} items={items} onOpen={wheel.mayChange ? setOpen : undefined} />
      {rows.length === 0 && resting.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyHow')}</EmptyState>
      ) : (
        <div className={styles.both}>
          <div className={styles.wheel}>
            <WheelRing
              year={wheel.year}
              today={wheel.today}
              occurrences={rows.map(({ occurrence }) => occurrence)}
              onMonth={toMonth}
            />
            <WheelLegend />
          </div>
          <div ref={lists} className={styles.list}>
            <Months months={MONTHS.slice((present ?? 1) - 1)} {...list} />
            {earlier.length > 0 && (
              <details>
                <summary>
                  {t('earlier', {
                    done: earlier.filter(({ occurrence }) => occurrence.state === 'done').length,
                    all: earlier.length,
                  })}
                </summary>
                <div className={styles.list}>
                  <Months months={MONTHS.slice(0, (present ?? 1) - 1)} {...list} />
                </div>
              </details>
            )}
            {resting.length > 0 && (
              <section aria-labelledby="vilar">
                <h2 id="vilar" className={styles.monthName}>
                  {t('resting', { year: wheel.year })}
                </h2>
                <ul className={styles.rows}>
                  {resting.map((item) => (
                    <OccurrenceRow
                      key={item.id}
                      item={item}
                      occurrence={null}
                      onAct={
                        wheel.mayChange
                          ? (act) => {
                              setOpen({ act, item, occurrence: null });
                            }
                          : undefined
                      }
                    />
                  ))}
                </ul>
              </section>
            )}
          </div>
        </div>
      )}
      <WheelActs
        wheel={wheel}
        open={isAdding ? { act: 'new' } : open}
        onClose={() => {
          const month = open && 'occurrence' in open ? open.occurrence?.month : undefined;
          setOpen(null);
          onAdded();
          stayInMonth(month);
        }}
      />
    </>
  );
}

interface MonthsProps {
  months: readonly number[];
  rows: readonly Row[];
  /** The month of today; null in another year. */
  present: number | null;
  onOpen: ((open: OpenAct) => void) | undefined;
}

/** What is due in some months, each with its heading. */
function Months({ months, rows, present, onOpen }: MonthsProps) {
  const { t } = useTranslation('work-wheel');
  const { long } = useMonthWords();
  return months.map((month) => {
    const here = rows.filter(({ occurrence }) => occurrence.month === month);
    if (here.length === 0) return null;
    return (
      <section key={month} aria-labelledby={`manad-${String(month)}`}>
        <h2 id={`manad-${String(month)}`} tabIndex={-1} className={styles.monthName}>
          {asHeading(long[month - 1] ?? '')}
          {month === present && <span className={styles.now}>{t('now')}</span>}
        </h2>
        <ul className={styles.rows}>
          {here.map(({ item, occurrence }) => (
            <OccurrenceRow
              key={`${item.id} ${String(occurrence.number)}`}
              item={item}
              occurrence={occurrence}
              onAct={
                onOpen
                  ? (act) => {
                      onOpen({ act, item, occurrence });
                    }
                  : undefined
              }
            />
          ))}
        </ul>
      </section>
    );
  });
}

/** What is late now, also when another year is looked at. */
function Late({
  wheel,
  items,
  onOpen,
}: {
  wheel: YearlyWheel;
  items: readonly WheelItem[];
  onOpen: ((open: OpenAct) => void) | undefined;
}) {
  const { t } = useTranslation('work-wheel');
  const { date } = useFormats();
  const late = wheel.late.flatMap(({ itemId, ...occurrence }) => {
    const item = items.find(({ id }) => id === itemId);
    return item ? [{ item, occurrence }] : [];
  });
  if (late.length === 0) return null;
  return (
    <Notice tone="warning" title={t('late.title', { count: late.length })}>
      <ul className={styles.late}>
        {late.map(({ item, occurrence }) => {
          const words = t('late.one', { title: item.title, date: date(occurrence.to) });
          return (
            <li key={`${item.id} ${String(occurrence.year)} ${String(occurrence.number)}`}>
              {onOpen ? (
                <button
                  type="button"
                  className={styles.lateOne}
                  aria-haspopup="dialog"
                  onClick={() => {
                    onOpen({ act: 'report', item, occurrence });
                  }}
                >
                  {words}
                </button>
              ) : (
                words
              )}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
