import type { FaultReport } from '@lofteskartan/shared/contracts/fault-reports';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { FAULT_NUMBER_CHARACTERS } from '@lofteskartan/shared/responsible-bodies';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { ErrorState } from '../../ui/states.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import styles from './responsibility.module.css';
import { useLinkFault } from './responsibility.queries.js';

interface FaultReportsProps {
  proposal: TriageProposal;
  reports: readonly FaultReport[];
  bodies: readonly string[];
}

/** Fault reports elsewhere about the same thing; the sender sees them. */
export function FaultReports({ proposal, reports, bodies }: FaultReportsProps) {
  const { t } = useTranslation('work-bodies');
  const { date } = useFormats();
  const list = useId();
  const link = useLinkFault(proposal);
  const [body, setBody] = useState('');
  const [number, setNumber] = useState('');
  const [tried, setTried] = useState(false);
  const missing = (value: string) => (tried && !value.trim() ? t('fault.missing') : undefined);
  return (
    <details className={styles.mail} open={reports.length > 0}>
      <summary>{t('fault.title')}</summary>
      <form
        className={styles.stack}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!body.trim() || !number.trim() || link.isPending) return;
          link.mutate(
            { body: body.trim(), number: number.trim() },
            {
              onSuccess: () => {
                setNumber('');
                setTried(false);
                toast(t('fault.linked'));
              },
            },
          );
        }}
      >
        {reports.length > 0 && (
          <ul>
            {reports.map((each) => (
              <li key={`${each.body} ${each.number}`}>
                {t('fault.one', { number: each.number, body: each.body, date: date(each.linkedAt) })}
              </li>
            ))}
          </ul>
        )}
        <div className={styles.pair}>
          <TextField
            label={t('fault.body')}
            list={list}
            maxLength={LIMITS.responsibleCharacters}
            value={body}
            error={missing(body)}
            onChange={(event) => {
              setBody(event.target.value);
            }}
          />
          <datalist id={list}>
            {bodies.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <TextField
            label={t('fault.number')}
            maxLength={FAULT_NUMBER_CHARACTERS}
            value={number}
            error={missing(number)}
            onChange={(event) => {
              setNumber(event.target.value);
            }}
          />
          <Button type="submit" busy={link.isPending}>
            {t('fault.link')}
          </Button>
        </div>
        {link.error && <ErrorState error={link.error} title={t('fault.failed')} />}
      </form>
    </details>
  );
}
