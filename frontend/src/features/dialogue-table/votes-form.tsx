import type { PaperStatement, VoteCounts } from '@lofteskartan/shared/contracts/medborgardialog-paper';
import { OUTCOME_LIMITS } from '@lofteskartan/shared/medborgardialog-outcomes';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { TextField } from '../../ui/text-field.js';
import { areCounts, changedVotes, type TypedCounts, typedOf } from './table-messages.js';
import styles from './table.module.css';

const answers = ['agree', 'disagree', 'pass'] as const;

/** The votes of a table on a statement that are to be kept. */
export interface TypedVotes {
  readonly statement: PaperStatement;
  readonly counts: VoteCounts;
  readonly known: VoteCounts | null;
}

interface VotesFormProps {
  statements: readonly PaperStatement[];
  /** What the server has, or will have, of this table. */
  knownOf: (statementId: string) => VoteCounts | null;
  /** Votes that were refused, as they were typed. */
  start: ReadonlyMap<string, VoteCounts>;
  onSave: (votes: readonly TypedVotes[]) => Promise<'full' | 'table' | null>;
}

/** All statements of a table's papers, one row each: how many ticked what. */
export function VotesForm({ statements, knownOf, start, onSave }: VotesFormProps) {
  const { t } = useTranslation('dialogue-table');
  const [typed, setTyped] = useState<ReadonlyMap<string, TypedCounts>>(new Map());
  const [fault, setFault] = useState<'counts' | 'same' | 'full' | 'table' | null>(null);
  const typedAt = (id: string): TypedCounts => typed.get(id) ?? typedOf(start.get(id) ?? knownOf(id));
  if (statements.length === 0) return <p className={styles.soft}>{t('votes.none')}</p>;
  const save = async () => {
    const isWrong = statements.some(({ id }) => !areCounts(typedAt(id), OUTCOME_LIMITS.people));
    const changed = statements.flatMap((statement) => {
      const known = knownOf(statement.id);
      const counts = changedVotes(typedAt(statement.id), known);
      return counts ? [{ statement, counts, known }] : [];
    });
    if (isWrong || changed.length === 0) {
      setFault(isWrong ? 'counts' : 'same');
      return;
    }
    const said = await onSave(changed);
    setFault(said);
    if (said === null) setTyped(new Map());
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p className={styles.soft}>{t('votes.how')}</p>
      <ol className={styles.rows}>
        {statements.map((statement) => (
          <li key={statement.id}>
            <fieldset className={styles.votes}>
              <legend>{t('votes.statement', { number: statement.number, text: statement.text })}</legend>
              {answers.map((answer) => (
                <TextField
                  key={answer}
                  label={t(`votes.${answer}`)}
                  inputMode="numeric"
                  autoComplete="off"
                  value={typedAt(statement.id)[answer]}
                  onChange={(event) => {
                    const counts = { ...typedAt(statement.id), [answer]: event.target.value };
                    setTyped((before) => new Map(before).set(statement.id, counts));
                  }}
                />
              ))}
            </fieldset>
          </li>
        ))}
      </ol>
      {fault !== null && fault !== 'table' && (
        <Notice tone={fault === 'same' ? 'info' : 'error'} announced>
          {t(`faults.${fault}`)}
        </Notice>
      )}
      <div>
        <Button type="submit" look="primary">
          {t('save.votes')}
        </Button>
      </div>
    </form>
  );
}
