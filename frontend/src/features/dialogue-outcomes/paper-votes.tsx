import type { DialoguePaper, PaperStatement } from '@lofteskartan/shared/contracts/medborgardialog-paper';
import { OUTCOME_LIMITS } from '@lofteskartan/shared/medborgardialog-outcomes';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { ErrorState } from '../../ui/states.js';
import { Table } from '../../ui/table.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useSavePaperVotes } from './outcome-work.queries.js';
import styles from './outcomes.module.css';

const answers = ['agree', 'disagree', 'pass'] as const;
const nothing = { agree: '', disagree: '', pass: '' };

/** Votes that were ticked on paper: counts of each table, typed in statement by statement. */
export function PaperVotes({ paper }: { paper: DialoguePaper }) {
  const { t } = useTranslation('dialogue-outcomes');
  if (paper.statements.length === 0) return <p className={styles.soft}>{t('votes.none')}</p>;
  return (
    <>
      <p className={styles.soft}>{t('votes.how')}</p>
      <ol className={styles.points}>
        {paper.statements.map((statement) => (
          <li key={statement.id} className={styles.point}>
            <h3>{t('point.numbered', { number: statement.number, text: statement.text })}</h3>
            {statement.votes.length > 0 && (
              <Table
                caption={t('votes.caption', { text: statement.text })}
                captionHidden
                narrow
                rows={statement.votes}
                rowKey={({ table }) => table}
                columns={[
                  { key: 'table', head: t('notes.table'), cell: ({ table }) => table },
                  ...answers.map((answer) => ({
                    key: answer,
                    head: t(`votes.${answer}`),
                    numeric: true,
                    cell: (row: PaperStatement['votes'][number]) => String(row[answer]),
                  })),
                ]}
              />
            )}
            {paper.mayChange && <TypeIn reference={paper.reference} statement={statement} />}
          </li>
        ))}
      </ol>
    </>
  );
}

function TypeIn({ reference, statement }: { reference: string; statement: PaperStatement }) {
  const { t } = useTranslation('dialogue-outcomes');
  const save = useSavePaperVotes(reference);
  const [table, setTable] = useState('');
  const [counts, setCounts] = useState(nothing);
  const [tried, setTried] = useState(false);
  const known = statement.votes.find((each) => each.table === table.trim());
  return (
    <form
      className={styles.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!table.trim() || save.isPending) return;
        save.mutate(
          {
            statementId: statement.id,
            table,
            agree: Number(counts.agree),
            disagree: Number(counts.disagree),
            pass: Number(counts.pass),
            known: known ? { agree: known.agree, disagree: known.disagree, pass: known.pass } : null,
          },
          {
            onSuccess: () => {
              setCounts(nothing);
              setTable('');
              setTried(false);
              toast(t('form.saved'));
            },
          },
        );
      }}
    >
      <div className={styles.pair}>
        <TextField
          label={t('notes.table')}
          maxLength={OUTCOME_LIMITS.tableCharacters}
          value={table}
          error={tried && !table.trim() ? t('form.missing') : save.error?.messageFor('table')}
          onChange={(event) => {
            setTable(event.target.value);
          }}
        />
        {answers.map((answer) => (
          <TextField
            key={answer}
            label={t(`votes.${answer}`)}
            type="number"
            inputMode="numeric"
            min={0}
            max={OUTCOME_LIMITS.people}
            value={counts[answer]}
            error={save.error?.messageFor(answer)}
            onChange={(event) => {
              setCounts((before) => ({ ...before, [answer]: event.target.value }));
            }}
          />
        ))}
      </div>
      {known && <p role="status">{t('votes.replaces', { table: table.trim() })}</p>}
      {save.error && <ErrorState error={save.error} title={t('form.notSaved')} />}
      <div className={styles.actions}>
        <Button type="submit" busy={save.isPending}>
          {t('votes.save')}
        </Button>
      </div>
    </form>
  );
}
