import type { StaffLive } from '@lofteskartan/shared/contracts/medborgardialog-statements';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { ErrorState } from '../../ui/states.js';
import { useConduct } from './live.queries.js';
import styles from './live.module.css';

const NOTHING = 'none';

/** Which item of the agenda is dealt with now. */
export function ConductAgenda({ staff }: { staff: StaffLive }) {
  const { t } = useTranslation('work-dialogue-live');
  const { agenda, dialogue } = staff.live;
  const conduct = useConduct(dialogue.reference);
  const go = (agendaItem: string | null) => {
    if (!conduct.isPending) conduct.mutate({ agendaItem });
  };
  const at = agenda.items.findIndex(({ id }) => id === agenda.current);
  const [before, after] = [agenda.items[at - 1], agenda.items[at + 1]];
  if (agenda.items.length === 0) return <p className={styles.soft}>{t('agenda.none')}</p>;
  return (
    <div className={styles.stack}>
      <RadioChips
        stacked
        label={t('agenda.label')}
        value={agenda.current ?? NOTHING}
        options={[
          { value: NOTHING, label: t('agenda.nothing') },
          ...agenda.items.map(({ id, title }) => ({ value: id, label: title })),
        ]}
        onChange={(chosen) => {
          go(chosen === NOTHING ? null : chosen);
        }}
      />
      <div className={styles.actions}>
        <Button
          icon={<ChevronLeft size={20} aria-hidden="true" />}
          disabled={!before}
          busy={conduct.isPending}
          onClick={() => {
            go(before?.id ?? null);
          }}
        >
          {t('agenda.back')}
        </Button>
        <Button
          look="primary"
          icon={<ChevronRight size={20} aria-hidden="true" />}
          disabled={!after}
          busy={conduct.isPending}
          onClick={() => {
            go(after?.id ?? null);
          }}
        >
          {t('agenda.next')}
        </Button>
      </div>
      {conduct.error && <ErrorState error={conduct.error} title={t('failed')} />}
    </div>
  );
}
