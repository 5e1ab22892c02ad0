import type { OutcomeOfSeveral } from '@lofteskartan/shared/contracts/bulk';
import type { TriageItem } from '@lofteskartan/shared/contracts/triage';
import { MOVES_OF_SEVERAL } from '@lofteskartan/shared/queue';
import { useQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { Dialog } from '../../ui/dialog.js';
import { Notice } from '../../ui/notice.js';
import { bulkBody, emptyBulk, faultsOf, takesText, textAt, textsThatGoOut } from './bulk-draft.js';
import { BulkFields } from './bulk-fields.js';
import { BulkTexts } from './bulk-texts.js';
import { BulkWords } from './bulk-words.js';
import styles from './desk.module.css';
import { useMoveSeveral } from './desk.queries.js';
import { templateFacts } from './template-facts.js';
import { templatesQuery } from './templates.queries.js';
import { useLocalityName, useWorkplace } from './workplace.js';

interface BulkMoveProps {
  items: readonly TriageItem[];
  onClose: () => void;
  onDone: (outcome: OutcomeOfSeveral) => void;
}

/** One move for all that is chosen, with one text or a template that is filled in at each; what goes out is shown before it does. */
export function BulkMove({ items, onClose, onDone }: BulkMoveProps) {
  const { t } = useTranslation('work-desk');
  const { commitments } = useWorkplace();
  const localityName = useLocalityName();
  const move = useMoveSeveral();
  const [draft, setDraft] = useState(emptyBulk);
  const [tried, setTried] = useState(false);
  const templates = useQuery(templatesQuery).data?.items ?? [];
  const faults = faultsOf(
    draft,
    items,
    templates.flatMap(({ text }) => [text.sv, text.en]),
  );
  const change = (part: Partial<typeof draft>) => {
    setDraft({ ...draft, ...part });
  };
  const texts = new Map(
    items.map((item) => [
      item.reference,
      textAt(
        draft,
        item,
        templateFacts(item, item.language, {
          locality: localityName(item.locality),
          commitment: commitments.find(({ id }) => id === draft.commitmentId)?.title ?? null,
          responsible: draft.responsible,
        }),
      ),
    ]),
  );
  const textOf = (reference: string) => texts.get(reference) ?? '';
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (draft.to === null || move.isPending || faults.size > 0) return;
    move.mutate(bulkBody(draft.to, draft, items, textOf), { onSuccess: onDone });
  };
  const shown = { items, draft, faults: tried ? faults : new Map<never, never>(), onChange: change };
  return (
    <Dialog title={t('bulk.title', { count: items.length })} open onClose={onClose} insists wide>
      <form className={styles.form} onSubmit={send} noValidate>
        <RadioChips
          label={t('bulk.to')}
          stacked
          value={draft.to}
          options={MOVES_OF_SEVERAL.map((value) => ({ value, label: t(`bulk.moves.${value}`) }))}
          onChange={(to) => {
            setTried(false);
            change({ to });
          }}
        />
        <BulkFields {...shown} />
        {takesText(draft) && <BulkWords {...shown} />}
        <BulkTexts texts={textsThatGoOut(items, textOf)} />
        {move.error && (
          <Notice tone="error" title={t('bulk.failed')}>
            {move.error.detail || t('bulk.failedHow')}
          </Notice>
        )}
        <div className={styles.line}>
          <Button type="submit" look="primary" busy={move.isPending} disabled={draft.to === null}>
            {t('bulk.save', { count: items.length })}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
