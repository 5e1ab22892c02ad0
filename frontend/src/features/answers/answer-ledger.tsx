import type { AnswerCounts, AnswerLedger as Ledger } from '@lofteskartan/shared/contracts/answers';
import { FILTER_NONE, type AnswerState } from '@lofteskartan/shared/vocabulary';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../platform/format.js';
import { Table } from '../../ui/table.js';
import styles from './answer-ledger.module.css';
import { useTooLong } from './too-long.js';

const STATES = [
  'yes',
  'no',
  'referred',
  'replied',
  'waiting',
  'overdue',
] as const satisfies readonly AnswerState[];

/** Which proposals a number counts: the list's own filters. */
interface Counted {
  answer?: readonly AnswerState[];
  locality?: string;
  owner?: string;
}

/** The list behind a number. */
function listOf(municipality: string, { answer = [], locality, owner }: Counted): string {
  const query = new URLSearchParams({ view: 'list' });
  if (locality) query.set('locality', locality);
  for (const one of answer) query.append('answer', one);
  if (owner) query.set('owner', owner);
  return `/${municipality}/karta?${query.toString()}`;
}

const ANSWERED = ['yes', 'no', 'referred', 'replied'] as const satisfies readonly AnswerState[];

/** How many have an answer, which, where and from whom. Each number opens its list. */
export function AnswerLedger({ ledger }: { ledger: Ledger }) {
  const { t } = useTranslation('answers');
  const { number } = useFormats();
  const { municipality: slug } = ledger;
  const { tooLong } = useTooLong(ledger);
  const to = (counted: Counted) => <Link to={listOf(slug, counted)} />;
  return (
    <>
      <p className={styles.lead}>
        <Trans
          t={t}
          i18nKey="lead"
          values={{
            n: number(ledger.total),
            a: number(ledger.answered),
            w: number(ledger.overdue),
            tooLong,
          }}
          components={{
            total: to({}),
            answered: to({ answer: ANSWERED }),
            overdue: to({ answer: ['overdue'] }),
          }}
        />
      </p>
      {ledger.gathered > 0 && <p>{t('gathered', { count: ledger.gathered })}</p>}
      <section className={styles.section} aria-labelledby="what">
        <h2 id="what">{t('what')}</h2>
        <ul className={styles.states}>
          {STATES.map((state) => (
            <li key={state}>
              <Link className={styles.state} to={listOf(slug, { answer: [state] })}>
                <span className={styles.number}>{number(ledger[state])}</span>
                <span className={styles.name}>{t(`states.${state}`, { tooLong })}</span>
                <span className={styles.how}>{t(`how.${state}`)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <LedgerTable
        id="localities"
        title={t('byLocality')}
        first={t('head.locality')}
        municipality={slug}
        rows={ledger.localities.map((row) => ({
          counts: row,
          key: row.locality ?? FILTER_NONE,
          label: row.name ?? t('noLocality'),
          counted: { locality: row.locality ?? FILTER_NONE },
        }))}
      />
      <LedgerTable
        id="owners"
        title={t('byOwner')}
        first={t('head.owner')}
        municipality={slug}
        rows={ledger.owners.map((row) => ({
          counts: row,
          key: row.owner,
          label: row.name ?? t('noOwner'),
          counted: { owner: row.owner },
        }))}
      />
    </>
  );
}

const COLUMNS = ['total', 'answered', ...STATES] as const;

interface LedgerRow {
  counts: AnswerCounts;
  key: string;
  label: string;
  counted: Counted;
}

/** The same numbers row by row; on a phone each row unfolds. */
function LedgerTable({
  id,
  title,
  first,
  municipality,
  rows,
}: {
  id: string;
  title: string;
  first: string;
  municipality: string;
  rows: readonly LedgerRow[];
}) {
  const { t } = useTranslation('answers');
  const { number } = useFormats();
  const figure = (row: LedgerRow, what: 'total' | 'answered' | AnswerState): ReactNode => {
    if (row.counts[what] === 0) return <span className={styles.none}>0</span>;
    const answer = what === 'total' ? undefined : what === 'answered' ? ANSWERED : [what];
    return (
      <Link
        className={styles.figure}
        to={listOf(municipality, { ...row.counted, answer })}
        aria-label={t('open', {
          number: number(row.counts[what]),
          what: t(`head.${what}`),
          where: row.label,
        })}
      >
        {number(row.counts[what])}
      </Link>
    );
  };
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className={styles.folded}>
        {rows.map((row) => (
          <li key={row.key}>
            <details>
              <summary>
                <span className={styles.name}>{row.label}</span>
                <span className={styles.how}>
                  {t('folded', { a: number(row.counts.answered), n: number(row.counts.total) })}
                </span>
              </summary>
              <dl className={styles.figures}>
                {COLUMNS.map((what) => (
                  <div key={what}>
                    <dt>{t(`head.${what}`)}</dt>
                    <dd>{figure(row, what)}</dd>
                  </div>
                ))}
              </dl>
            </details>
          </li>
        ))}
      </ul>
      <div className={styles.wide}>
        <Table
          caption={title}
          captionHidden
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: 'name', head: first, cell: ({ label }) => label },
            ...COLUMNS.map((what) => ({
              key: what,
              head: t(`head.${what}`),
              numeric: true,
              cell: (row: LedgerRow) => figure(row, what),
            })),
          ]}
        />
      </div>
    </section>
  );
}
