import { OUTCOME_LIMITS } from '@lofteskartan/shared/medborgardialog-outcomes';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import type { DeviceQueue } from '../../platform/use-device-queue.js';
import { RadioChips } from '../../ui/chips.js';
import { announce } from '../../ui/live-region.js';
import { TextField } from '../../ui/text-field.js';
import {
  kindOf,
  kindsOf,
  type TableKind,
  type TableKit,
  type TableMessage,
  votesOf,
  writtenAtOf,
} from './table-messages.js';
import { TableQueue } from './table-queue.js';
import styles from './table.module.css';
import { type TypedVotes, VotesForm } from './votes-form.js';
import { type WordsKind, WordsForm, type WrittenWords } from './words-form.js';

interface TableFormProps {
  kit: TableKit;
  account: string;
  queue: DeviceQueue<TableMessage, unknown>;
}

/** Where a table's papers are typed in: the table stays, each thing that is saved makes place for the next. */
export function TableForm({ kit, account, queue }: TableFormProps) {
  const { t } = useTranslation('dialogue-table');
  const kinds = kindsOf(kit);
  const tableField = useRef<HTMLInputElement>(null);
  const [table, setTable] = useState('');
  const [kind, setKind] = useState<TableKind>(kinds[0] ?? 'question');
  const [begun, setBegun] = useState<TableMessage | null>(null);
  const [round, setRound] = useState(0);
  const [isMissing, setMissing] = useState(false);
  const label = table.trim();

  const keep = async (whats: readonly { name: string; what: TableMessage['what'] }[]) => {
    const now = Date.now();
    try {
      await queue.add(
        ...whats.map(({ name, what }, index) => ({
          key: newKey(),
          account,
          savedAt: new Date(now + index).toISOString(),
          refusal: null,
          dialogue: kit.reference,
          table: label,
          name,
          what,
        })),
      );
      if (begun) await queue.remove(begun.key);
    } catch {
      // The device would not keep it: what was written stays on the page.
      return 'full' as const;
    }
    setBegun(null);
    announce(t('saved', { kind: t(`kinds.${kind}`) }));
    return null;
  };
  const needsTable = (): boolean => {
    setMissing(!label);
    if (!label) tableField.current?.focus();
    return !label;
  };
  const saveWords = async (of: WordsKind, { text, publish }: WrittenWords) => {
    const whatOf = (): TableMessage['what'] => {
      if (of === 'note')
        return {
          kind: 'note',
          body: { id: crypto.randomUUID(), table: label, text, writtenAt: writtenAtOf(begun, Date.now()) },
        };
      if (of === 'statement') return { kind: 'statement', body: { text, fromResident: true } };
      const source = label ? 'table' : 'paper';
      return { kind: 'question', body: { kind: of, text, source, table: label || null, publish } };
    };
    if (of === 'note' && needsTable()) return 'table' as const;
    return keep([{ name: text.length > 60 ? `${text.slice(0, 59)}…` : text, what: whatOf() }]);
  };
  const saveVotes = async (votes: readonly TypedVotes[]) => {
    if (needsTable()) return 'table' as const;
    return keep(
      votes.map(({ statement, counts, known }) => ({
        name: statement.text,
        what: {
          kind: 'votes' as const,
          body: Object.assign({ statementId: statement.id, table: label, known }, counts),
        },
      })),
    );
  };
  const change = (message: TableMessage) => {
    setBegun(message);
    setTable(message.table);
    setKind(kindOf(message));
    setRound((before) => before + 1);
  };
  const of = begun?.what;
  const start =
    of && of.kind !== 'votes'
      ? { text: of.body.text, publish: of.kind !== 'question' || of.body.publish }
      : { text: '', publish: true };
  return (
    <>
      <TableQueue queue={queue} onChange={change} />
      <div className={styles.form}>
        <TextField
          ref={tableField}
          label={t('table')}
          hint={t('tableHint')}
          maxLength={OUTCOME_LIMITS.tableCharacters}
          value={table}
          error={isMissing && !label ? t('faults.table') : undefined}
          onChange={(event) => {
            setTable(event.target.value);
          }}
        />
        <RadioChips
          label={t('what')}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          onChange={(chosen) => {
            setKind(chosen);
            setBegun(null);
          }}
        />
      </div>
      {kind === 'votes' ? (
        <VotesForm
          key={`${label}-${String(round)}`}
          statements={kit.statements}
          knownOf={(statementId) => votesOf(kit, queue.messages, { statementId, table: label })}
          start={new Map(of?.kind === 'votes' ? [[of.body.statementId, of.body]] : [])}
          onSave={saveVotes}
        />
      ) : (
        <WordsForm
          key={`${kind}-${String(round)}`}
          kind={kind}
          start={start}
          onSave={(written) => saveWords(kind, written)}
        />
      )}
    </>
  );
}
