import type { StoryEvent } from '@lofteskartan/shared/contracts/proposals';
import type { ProposalKind, ProposalStatus } from '@lofteskartan/shared/vocabulary';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { STATUS_LOOKS, statusWord } from '../../platform/looks.js';
import { Timeline, type TimelineEntry } from '../../ui/timeline.js';
import { isOverdue, nextStep, type NextStep } from './next-step.js';
import styles from './story-timeline.module.css';

export interface StoryTimelineProps {
  kind: ProposalKind;
  status: ProposalStatus;
  events: readonly StoryEvent[];
  createdAt: string;
  responsible: string | null;
  /** Told as to the one who sent it. */
  own?: boolean;
  /** Working days within which an answer is promised; null when none are. */
  answerWithin: number | null;
  releaseDelayHours: number;
  /** Texts that stand elsewhere on the page and are not said twice. */
  saidElsewhere?: readonly string[];
}

function useEventTitle(kind: ProposalKind, own: boolean): (event: StoryEvent) => string {
  const { t } = useTranslation(['story', 'words']);
  return ({ type, status }) => {
    if (type === 'received') return own ? t('story:event.receivedOwn') : t('story:event.received');
    if (type === 'corrected') return t('story:event.corrected');
    if (type === 'reopened') return t('story:event.reopened');
    if (type === 'gathered') return t('story:event.gathered');
    if (status === 'withdrawn') return own ? t('story:event.withdrawnOwn') : t('story:event.withdrawn');
    return t(`words:${statusWord(kind, status)}`);
  };
}

/** What is said of the step that has not happened yet, and of a promised time. */
function useAwaited({ events, createdAt, responsible, answerWithin, releaseDelayHours }: StoryTimelineProps) {
  const { t } = useTranslation('story');
  return (step: NextStep): TimelineEntry => {
    const isFirstAnswer = !events.some(({ type }) => type === 'reopened');
    const deadline =
      answerWithin !== null && isFirstAnswer && (step === 'read' || step === 'answer')
        ? [
            t('next.deadline', { count: answerWithin }),
            isOverdue(createdAt, answerWithin, new Date()) ? t('next.overdue') : '',
          ]
            .filter(Boolean)
            .join(' ')
        : '';
    const how =
      step === 'check'
        ? t('next.checkHow', { count: releaseDelayHours })
        : step === 'reply'
          ? t('next.replyHow')
          : step === 'measure' || step === 'activity'
            ? t('next.workHow')
            : deadline;
    return {
      key: 'awaited',
      awaited: true,
      title: step === 'reply' && responsible ? t('next.replyFrom', { responsible }) : t(`next.${step}`),
      meta: t('next.mark'),
      children: how ? <p className={styles.soft}>{how}</p> : undefined,
    };
  };
}

/** What happened, oldest first, and at the end the step that is awaited. */
export function StoryTimeline(props: StoryTimelineProps) {
  const { kind, status, events, own = false, saidElsewhere = [] } = props;
  const { t } = useTranslation('story');
  const { moment } = useFormats();
  const titleOf = useEventTitle(kind, own);
  const awaited = useAwaited(props);
  const entries = events.map((event, index): TimelineEntry => {
    const look = STATUS_LOOKS[event.status];
    const text = event.text !== null && !saidElsewhere.includes(event.text) ? event.text : null;
    return {
      key: `${event.at} ${String(index)}`,
      title: titleOf(event),
      meta: [moment(event.at), event.organisation].filter(Boolean).join(' · '),
      fill: event.type === 'corrected' ? 'outline' : look.fill,
      tone: event.type === 'corrected' ? 'wait' : look.tone,
      children: text && <p className={styles.text}>{text}</p>,
    };
  });
  const step = nextStep(kind, status);
  if (step) entries.push(awaited(step));
  return <Timeline entries={entries} label={t('timeline')} />;
}
