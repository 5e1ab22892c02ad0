import type { PlaceMeasure } from '@lofteskartan/shared/contracts/inventory-measures';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { RadioChips } from '../../ui/chips.js';
import { proposalToTellQuery } from './inventory.queries.js';
import styles from './inventory.module.css';
import { isToldOf } from './told-people.js';

const NOBODY = 'nobody';

interface TellChoiceProps {
  measures: readonly PlaceMeasure[];
  /** The numbers of the proposals that are linked. */
  proposals: readonly string[];
  /** The measure that they are told of; null for none. */
  value: string | null;
  onChange: (measureId: string | null) => void;
}

/** Whether the people behind proposals that are linked are told of what was done before; staff say so, and read who will be told. */
export function TellChoice({ measures, proposals, value, onChange }: TellChoiceProps) {
  const { t } = useTranslation(['work-inventory', 'inventory']);
  const { date } = useFormats();
  const chosen = measures.find(({ id }) => id === value);
  return (
    <>
      <RadioChips
        label={t('proposals.tell')}
        hint={t('proposals.tellHint')}
        stacked
        value={value ?? NOBODY}
        options={[
          { value: NOBODY, label: t('proposals.tellNobody') },
          ...measures.map(({ id, kind, doneOn }) => ({
            value: id,
            label: t('proposals.tellOf', {
              measure: t(`kind.${kind}`, { ns: 'inventory' }),
              when: date(doneOn ?? ''),
            }),
          })),
        ]}
        onChange={(id) => {
          onChange(id === NOBODY ? null : id);
        }}
      />
      {chosen?.doneOn && <WhoIsTold proposals={proposals} doneOn={chosen.doneOn} />}
    </>
  );
}

function WhoIsTold({ proposals, doneOn }: { proposals: readonly string[]; doneOn: string }) {
  const { t } = useTranslation('work-inventory');
  const { date } = useFormats();
  const found = useQueries({ queries: proposals.map((reference) => proposalToTellQuery(reference)) });
  return (
    <ul className={styles.soft} aria-live="polite">
      {found.flatMap(({ data }) =>
        data
          ? [
              <li key={data.reference}>
                {isToldOf(data, doneOn)
                  ? t('proposals.isTold', { reference: data.reference, count: data.supportCount })
                  : t('proposals.isNotTold', { reference: data.reference, when: date(data.createdAt) })}
              </li>,
            ]
          : [],
      )}
    </ul>
  );
}
