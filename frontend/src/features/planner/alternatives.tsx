import type { SpeedMeasurement } from '@lofteskartan/shared/contracts/speed-measurements';
import type { ArrangedAlternative, StretchDetail } from '@lofteskartan/shared/contracts/stretches';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { StatusMark } from '../../ui/status-mark.js';
import { useMeasurementWords } from './measurement-words.js';
import { measurementsQuery } from './measurements.queries.js';
import styles from './planner.module.css';

const AlternativeDialog = lazy(() => import('./alternative-dialog.js'));
const ResultDialog = lazy(() => import('./result-dialog.js'));

const LOOKS = {
  arranged: { fill: 'half', tone: 'wait' },
  done: { fill: 'check', tone: 'done' },
  'not-done': { fill: 'bar', tone: 'no' },
} as const;

/** What is done instead of a check, and what those who asked were told. */
export function Alternatives({ municipality, stretch }: { municipality: string; stretch: StretchDetail }) {
  const { t } = useTranslation('work-planner');
  const { data: measured } = useQuery(measurementsQuery(municipality, stretch.id));
  const [isOpen, setOpen] = useState(false);
  const [ending, setEnding] = useState<ArrangedAlternative | null>(null);
  return (
    <section className={styles.section}>
      <h2>{t('alternatives.title')}</h2>
      <p className={styles.soft}>{t('alternatives.how')}</p>
      {stretch.alternatives.length === 0 && <p>{t('alternatives.none')}</p>}
      <ul className={styles.items}>
        {stretch.alternatives.map((each) => (
          <Alternative
            key={each.id}
            alternative={each}
            measurement={measured?.items.find(({ id }) => id === each.measurementId)}
            onEnd={() => {
              setEnding(each);
            }}
          />
        ))}
      </ul>
      {stretch.wishes > 0 && (
        <div>
          <Button
            onClick={() => {
              setOpen(true);
            }}
          >
            {t('alternatives.open')}
          </Button>
        </div>
      )}
      <Suspense>
        {isOpen && (
          <AlternativeDialog
            municipality={municipality}
            stretch={stretch}
            onClose={() => {
              setOpen(false);
            }}
          />
        )}
        {ending && (
          <ResultDialog
            municipality={municipality}
            stretchId={stretch.id}
            alternative={ending}
            onClose={() => {
              setEnding(null);
            }}
          />
        )}
      </Suspense>
    </section>
  );
}

interface AlternativeProps {
  alternative: ArrangedAlternative;
  /** The measurement that its result tells of. */
  measurement: SpeedMeasurement | undefined;
  onEnd: () => void;
}

function Alternative({ alternative, measurement, onEnd }: AlternativeProps) {
  const { t } = useTranslation(['work-planner', 'work-measurements']);
  const words = useMeasurementWords();
  const { date } = useFormats();
  const { kind, state, responsible, publicText, resultText, dueOn, overdue, wishes } = alternative;
  return (
    <li>
      <div className={styles.head}>
        <strong>{t(`alternatives.kind.${kind}`)}</strong>
        <StatusMark {...LOOKS[state]}>{t(`alternatives.state.${state}`)}</StatusMark>
      </div>
      <div className={styles.facts}>
        <span>{responsible}</span>
        <span>{t('alternatives.told', { count: wishes.length })}</span>
        {dueOn && state === 'arranged' && (
          <span>{t(overdue ? 'alternatives.late' : 'alternatives.dueOn', { date: date(dueOn) })}</span>
        )}
      </div>
      <p>{publicText}</p>
      {resultText && <p>{resultText}</p>}
      {measurement && (
        <p className={styles.soft}>
          {t('tell.of', { ns: 'work-measurements', name: words.name(measurement) })}
        </p>
      )}
      {state === 'arranged' && (
        <div>
          <Button look="quiet" onClick={onEnd}>
            {t('alternatives.end')}
          </Button>
        </div>
      )}
    </li>
  );
}
