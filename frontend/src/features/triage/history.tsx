import type { HistoryEvent, TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { DECLINE_REASONS, REPORT_REASONS } from '@lofteskartan/shared/vocabulary';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { STATUS_LOOKS, statusWord } from '../../platform/looks.js';
import { Timeline, type TimelineEntry } from '../../ui/timeline.js';
import styles from './case-side.module.css';
import { bodyOf, useBodySaid } from './history-bodies.js';
import { useSaid } from './history-said.js';

const FIELDS = ['kind', 'position', 'placeName', 'description', 'details'] as const;

/** What the house does by itself. */
const HOUSE_EVENTS: readonly HistoryEvent['type'][] = [
  'released',
  'activity',
  'reminded',
  'referral-reminded',
  'photo-original-disposed',
  'words-held',
];

/** What a correction changed, as far as it is told: before and after by field. */
function changesOf(changes: object | null): { field: string; before: unknown; after: unknown }[] {
  if (!changes) return [];
  return Object.entries(changes as Record<string, unknown>).flatMap(([field, change]) =>
    typeof change === 'object' && change !== null && 'after' in change
      ? [{ field, before: 'before' in change ? change.before : null, after: change.after }]
      : [],
  );
}

/** The number of the proposal that left the case. */
function memberIn({ changes }: HistoryEvent): string {
  return changes && 'reference' in changes && typeof changes.reference === 'string' ? changes.reference : '';
}

function useEntry(kind: TriageProposal['kind']): (event: HistoryEvent, index: number) => TimelineEntry {
  const { t } = useTranslation(['work-case', 'words']);
  const { moment } = useFormats();
  const said = useSaid();
  const bodySaid = useBodySaid();
  const saidIn = (event: HistoryEvent) => said(event) ?? bodySaid(event);
  const reasonWords = ({ type, reason }: HistoryEvent) => {
    const reported = type === 'reported' && REPORT_REASONS.find((each) => each === reason);
    if (reported) return t(`reports.reasons.${reported}`);
    const code = DECLINE_REASONS.find((each) => each === reason);
    return code ? t(`declineReason.${code}`, { ns: 'words' }) : (reason ?? '');
  };
  const fieldWords = (field: string): string => {
    const known = FIELDS.find((each) => each === field);
    if (known === 'kind') return t('correction.kind');
    if (known === 'position') return t('sections.place');
    if (known === 'details') return t('sections.answers');
    return known ? t(`field.${known}`) : field;
  };
  const valueWords = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('history.empty');
    return typeof value === 'string' ? value : JSON.stringify(value);
  };
  return (event, index) => {
    const said = saidIn(event);
    const look = event.to ? STATUS_LOOKS[event.to] : null;
    const who = event.actor
      ? event.organisation
        ? t('history.of', { actor: event.actor, organisation: event.organisation })
        : event.actor
      : HOUSE_EVENTS.includes(event.type)
        ? t('history.system')
        : event.type === 'referral-answered'
          ? bodyOf(event)
          : t('history.sender');
    return {
      key: `${event.at} ${String(index)}`,
      title: t(`history.${event.type}`, {
        to: event.to ? t(statusWord(kind, event.to), { ns: 'words' }) : '',
        reference: memberIn(event),
      }),
      meta: t('history.by', { when: moment(event.at), who }),
      fill: look?.fill ?? 'outline',
      tone: look?.tone ?? 'wait',
      children:
        event.publicText || event.reason || event.changes ? (
          <div className={styles.told}>
            {event.publicText && <p>{t('history.public', { text: event.publicText })}</p>}
            {said?.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            {!said && event.reason && <p>{t('history.reason', { reason: reasonWords(event) })}</p>}
            {changesOf(event.changes).map(({ field, before, after }) => (
              <p key={field} className={styles.change}>
                {t('history.changed', {
                  field: fieldWords(field),
                  before: valueWords(before),
                  after: valueWords(after),
                })}
              </p>
            ))}
          </div>
        ) : undefined,
    };
  };
}

/** What happened: who, when, what, why; the latest first, for that is what a colleague looks for. */
export function History({
  kind,
  events,
  label,
}: {
  kind: TriageProposal['kind'];
  events: readonly HistoryEvent[];
  label: string;
}) {
  const entry = useEntry(kind);
  return <Timeline label={label} entries={events.map(entry).reverse()} />;
}
