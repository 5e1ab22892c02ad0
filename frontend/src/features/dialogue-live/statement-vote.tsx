import type { LiveDialogue, LiveStatement } from '@lofteskartan/shared/contracts/medborgardialog-live';
import {
  STATEMENT_VOTES,
  statementOrder,
  type StatementVote,
} from '@lofteskartan/shared/medborgardialog-live';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { announce } from '../../ui/live-region.js';
import { ErrorState } from '../../ui/states.js';
import { useCastVote } from './live.queries.js';
import { keepOwnVotes, readOwnVotes, type OwnVotes } from './own-votes.js';
import styles from './live.module.css';

/** The statements of a dialogue on a phone: one at a time, those with the fewest answers first. */
export function StatementVotes({ live }: { live: LiveDialogue }) {
  const { t } = useTranslation('dialogue-live');
  const { reference } = live.dialogue;
  const [own, setOwn] = useState<OwnVotes>(() => readOwnVotes(reference));
  const [asked, setAsked] = useState<string | null>(null);
  const [changing, setChanging] = useState<string | null>(null);
  const [hasAnswered, setAnswered] = useState(false);
  const answered = new Set(Object.keys(own.votes));
  const waiting = statementOrder(live.statements, answered, own.voter);
  // Who reads one goes on reading it, though another has fewer answers by now.
  const next = waiting.find(({ id }) => id === asked) ?? waiting[0];
  if ((next?.id ?? null) !== asked) setAsked(next?.id ?? null);
  const answers = live.statements.filter(({ id }) => answered.has(id));
  const isChanging = answers.find(({ id }) => id === changing);

  const keep = (statement: string, vote: StatementVote) => {
    const changed = { ...own, votes: { ...own.votes, [statement]: vote } };
    keepOwnVotes(reference, changed);
    setOwn(changed);
    setAnswered(true);
    setChanging(null);
    announce(t('statements.sent'));
  };
  if (live.statements.length === 0) return <p className={styles.soft}>{t('statements.none')}</p>;
  return (
    <div className={styles.stack}>
      {next && !isChanging && (
        <>
          <p className={styles.soft}>{t('statements.how')}</p>
          <OneStatement
            key={next.id}
            code={live.dialogue.code}
            voter={own.voter}
            statement={next}
            hint={t('statements.number', { number: answers.length + 1, of: live.statements.length })}
            before={null}
            takesFocus={hasAnswered}
            onKept={keep}
          />
        </>
      )}
      {isChanging && (
        <OneStatement
          key={isChanging.id}
          code={live.dialogue.code}
          voter={own.voter}
          statement={isChanging}
          before={own.votes[isChanging.id] ?? null}
          takesFocus
          onKept={keep}
          onCancel={() => {
            setChanging(null);
          }}
        />
      )}
      {!next && !isChanging && <AllAnswered takesFocus={hasAnswered} />}
      {answers.length > 0 && (
        <details className={styles.details}>
          <summary>{t('statements.own')}</summary>
          <ul className={styles.rows}>
            {answers.map((statement) => (
              <li key={statement.id} className={styles.row}>
                <p>{statement.text}</p>
                <p className={styles.soft}>
                  {t('statements.ownAnswer', { vote: t(`vote.${own.votes[statement.id] ?? 'pass'}`) })}
                </p>
                <Button
                  look="quiet"
                  aria-label={t('statements.changeOf', { text: statement.text })}
                  onClick={() => {
                    setChanging(statement.id);
                  }}
                >
                  {t('statements.change')}
                </Button>
              </li>
            ))}
          </ul>
          <p className={styles.soft}>{t('statements.onPhone')}</p>
        </details>
      )}
    </div>
  );
}

function AllAnswered({ takesFocus }: { takesFocus: boolean }) {
  const { t } = useTranslation('dialogue-live');
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(
    function goOnHere() {
      if (takesFocus) words.current?.focus();
    },
    [takesFocus],
  );
  return (
    <p ref={words} tabIndex={-1}>
      {t('statements.all')}
    </p>
  );
}

interface OneStatementProps {
  code: string;
  voter: string;
  statement: LiveStatement;
  hint?: string;
  /** What was answered before. */
  before: StatementVote | null;
  /** Whether who answered the one before goes on here. */
  takesFocus: boolean;
  onKept: (statement: string, vote: StatementVote) => void;
  onCancel?: () => void;
}

function OneStatement({
  code,
  voter,
  statement,
  hint,
  before,
  takesFocus,
  onKept,
  onCancel,
}: OneStatementProps) {
  const { t } = useTranslation('dialogue-live');
  const [vote, setVote] = useState<StatementVote | null>(before);
  const [tried, setTried] = useState(false);
  const cast = useCastVote(code);
  const form = useRef<HTMLFormElement>(null);
  useEffect(
    function goOnHere() {
      if (takesFocus) form.current?.focus({ preventScroll: false });
    },
    [takesFocus],
  );
  const send = () => {
    setTried(true);
    if (vote === null || cast.isPending) return;
    cast.mutate(
      { statement: statement.id, voter, vote },
      {
        onSuccess: () => {
          onKept(statement.id, vote);
        },
      },
    );
  };
  return (
    <form
      ref={form}
      className={styles.statement}
      tabIndex={-1}
      aria-label={statement.text}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <RadioChips
        stacked
        label={statement.text}
        hint={hint}
        value={vote}
        error={tried && vote === null ? t('statements.choose') : undefined}
        options={STATEMENT_VOTES.map((value) => ({ value, label: t(`vote.${value}`) }))}
        onChange={setVote}
      />
      {cast.error && (
        <ErrorState error={cast.error} title={t('statements.failed')} kept={t('statements.failedKept')} />
      )}
      <div className={styles.actions}>
        <Button type="submit" look="primary" wide busy={cast.isPending}>
          {t(before === null ? 'statements.send' : 'statements.keep')}
        </Button>
        {onCancel && (
          <Button look="quiet" onClick={onCancel}>
            {t('statements.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
