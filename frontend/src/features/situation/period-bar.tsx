import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { DateField } from '../../ui/text-field.js';
import {
  isPossible,
  kindOf,
  type Period,
  periodAt,
  PERIODS,
  type PeriodKind,
  stepped,
} from './period.rules.js';
import styles from './situation.module.css';
import { usePeriodName } from './use-period-name.js';

/** Chooses the period: by the calendar, a step at a time, or by days of one’s own. */
export function PeriodBar({
  period,
  today,
  onChange,
}: {
  period: Period;
  today: string;
  onChange: (period: Period) => void;
}) {
  const { t } = useTranslation('work-situation');
  const nameOf = usePeriodName();
  const [ownDays, setOwnDays] = useState<Period | null>(null);
  const kind: PeriodKind = ownDays ? 'own' : kindOf(period);
  const days = ownDays ?? period;
  const isWrong = !isPossible(days, today);
  const choose = (next: PeriodKind) => {
    if (next === 'own') {
      setOwnDays(period);
      return;
    }
    setOwnDays(null);
    // The period of the new length in which the present one ends, as far as it has come.
    onChange(periodAt(next, period.to < today ? period.to : today));
  };
  const write = (part: Partial<Period>) => {
    const next = { ...days, ...part };
    setOwnDays(next);
    if (isPossible(next, today)) onChange(next);
  };
  const [earlier, later] = [stepped(period, -1, today), stepped(period, 1, today)];
  return (
    <div className={styles.period}>
      <RadioChips
        label={t('period.label')}
        value={kind}
        options={PERIODS.map((value) => ({ value, label: t(`period.${value}`) }))}
        onChange={choose}
      />
      {kind === 'own' ? (
        <div className={styles.days}>
          <DateField
            label={t('period.from')}
            value={days.from}
            max={today}
            onChange={(from) => {
              write({ from });
            }}
          />
          <DateField
            label={t('period.to')}
            value={days.to}
            error={isWrong ? t('period.wrong') : undefined}
            onChange={(to) => {
              write({ to });
            }}
          />
        </div>
      ) : (
        <div className={styles.steps}>
          <Button
            look="quiet"
            aria-label={t('period.earlier')}
            disabled={!earlier}
            icon={<ChevronLeft size={22} aria-hidden="true" />}
            onClick={() => {
              if (earlier) onChange(earlier);
            }}
          />
          <strong aria-live="polite">{nameOf(period)}</strong>
          <Button
            look="quiet"
            aria-label={t('period.later')}
            disabled={!later}
            icon={<ChevronRight size={22} aria-hidden="true" />}
            onClick={() => {
              if (later) onChange(later);
            }}
          />
        </div>
      )}
    </div>
  );
}
