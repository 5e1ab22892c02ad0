import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { ErrorState } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import styles from './case-side.module.css';
import { useReadHeldTexts } from './case.mutations.js';

/** Which texts of residents hit the block list, and which words; a human says that they are read. */
export function HeldTexts({ proposal }: { proposal: TriageProposal }) {
  const { t } = useTranslation('work-block-list');
  const { moment } = useFormats();
  const read = useReadHeldTexts(proposal.reference);
  const key = useRef(newKey());
  const open = proposal.heldTexts.filter(({ readBy }) => readBy === null);
  return (
    <div className={styles.notes}>
      {open.length > 0 && <p className={styles.soft}>{t('held.lead')}</p>}
      <ul>
        {proposal.heldTexts.map(({ id, source, words, at, readBy }) => (
          <li key={id}>
            {t('held.hit', { source: t(`held.sources.${source}`), words: words.join(', ') })}
            <p className={styles.by}>
              {readBy === null ? moment(at) : t('held.readBy', { when: moment(at), by: readBy })}
            </p>
          </li>
        ))}
      </ul>
      {read.error && <ErrorState error={read.error} title={t('held.failed')} />}
      {open.length > 0 && (
        <div>
          <Button
            busy={read.isPending}
            onClick={() => {
              read.mutate(
                { ids: open.map(({ id }) => id), key: key.current },
                {
                  onSuccess: () => {
                    toast(t('held.done'));
                  },
                  onSettled: () => {
                    key.current = newKey();
                  },
                },
              );
            }}
          >
            {t('held.read')}
          </Button>
        </div>
      )}
    </div>
  );
}
