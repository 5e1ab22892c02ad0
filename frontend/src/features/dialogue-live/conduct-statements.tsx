import type { StaffLive, StaffStatement } from '@lofteskartan/shared/contracts/medborgardialog-statements';
import { LIVE_LIMITS, type StatementStatus } from '@lofteskartan/shared/medborgardialog-live';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { Button } from '../../ui/button.js';
import { ErrorState } from '../../ui/states.js';
import { Tag } from '../../ui/status-mark.js';
import { TextField } from '../../ui/text-field.js';
import { useAddStatement, useChangeStatement } from './live.queries.js';
import { ResultFigures } from './results.js';
import styles from './live.module.css';

/** What can be done with a statement in a state, the first thing first. */
const ACTS: Readonly<Record<StatementStatus, readonly StatementStatus[]>> = {
  waiting: ['open', 'refused'],
  open: ['closed'],
  closed: ['open'],
  refused: ['open'],
};

/** The statements: written, shown, closed. */
export function ConductStatements({ staff }: { staff: StaffLive }) {
  const { t } = useTranslation('work-dialogue-live');
  return (
    <div className={styles.stack}>
      <p className={styles.soft}>{t('statements.how')}</p>
      {staff.mayConduct && <AddStatementForm reference={staff.live.dialogue.reference} />}
      {staff.statements.length === 0 && <p className={styles.soft}>{t('statements.none')}</p>}
      <ul className={styles.rows}>
        {staff.statements.map((statement) => (
          <Statement key={statement.id} staff={staff} statement={statement} />
        ))}
      </ul>
    </div>
  );
}

function AddStatementForm({ reference }: { reference: string }) {
  const { t } = useTranslation('work-dialogue-live');
  const [text, setText] = useState('');
  const [key, setKey] = useState(newKey);
  const [tried, setTried] = useState(false);
  const add = useAddStatement(reference);
  return (
    <form
      className={styles.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (text.trim() === '' || add.isPending) return;
        add.mutate(
          { text, key },
          {
            onSuccess: () => {
              setText('');
              setKey(newKey());
              setTried(false);
            },
          },
        );
      }}
    >
      <TextField
        label={t('statements.label')}
        hint={t('statements.hint')}
        maxLength={LIVE_LIMITS.statementCharacters}
        value={text}
        error={tried && text.trim() === '' ? t('statements.empty') : add.error?.messageFor('text')}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      <div>
        <Button type="submit" busy={add.isPending}>
          {t('statements.add')}
        </Button>
      </div>
      {add.error && <ErrorState error={add.error} title={t('failed')} />}
    </form>
  );
}

function Statement({ staff, statement }: { staff: StaffLive; statement: StaffStatement }) {
  const { t } = useTranslation('work-dialogue-live');
  const { id, text, status, source, version } = statement;
  const [words, setWords] = useState<string | null>(null);
  const change = useChangeStatement(staff.live.dialogue.reference);
  const result = staff.live.results.find((each) => each.id === id);
  return (
    <li className={styles.row}>
      <div className={styles.actions}>
        <Tag>{t(`statements.status.${status}`)}</Tag>
        {source === 'resident' && <Tag>{t('statements.fromResident')}</Tag>}
      </div>
      {words === null ? (
        <p className={styles.words}>{text}</p>
      ) : (
        <TextField
          label={t('statements.words')}
          maxLength={LIVE_LIMITS.statementCharacters}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
          }}
        />
      )}
      {result && (
        <div className={styles.figures}>
          <ResultFigures result={result} />
        </div>
      )}
      {staff.mayConduct && words === null && (
        <div className={styles.actions}>
          {ACTS[status].map((to, index) => (
            <Button
              key={to}
              look={index === 0 ? 'secondary' : 'quiet'}
              aria-label={t(`statements.actOf.${to}`, { text })}
              busy={change.isPending}
              onClick={() => {
                change.mutate({ id, version, status: to });
              }}
            >
              {t(`statements.act.${to}`)}
            </Button>
          ))}
          {(status === 'waiting' || status === 'refused') && (
            <Button
              look="quiet"
              aria-label={t('statements.editOf', { text })}
              onClick={() => {
                setWords(text);
              }}
            >
              {t('statements.edit')}
            </Button>
          )}
        </div>
      )}
      {words !== null && (
        <div className={styles.actions}>
          <Button
            busy={change.isPending}
            disabled={words.trim() === ''}
            onClick={() => {
              change.mutate(
                { id, version, text: words },
                {
                  onSuccess: () => {
                    setWords(null);
                  },
                },
              );
            }}
          >
            {t('statements.save')}
          </Button>
          <Button
            look="quiet"
            onClick={() => {
              setWords(null);
            }}
          >
            {t('statements.cancel')}
          </Button>
        </div>
      )}
      {change.error && <ErrorState error={change.error} title={t('failed')} />}
    </li>
  );
}
