import type {
  DialogueInput,
  DialogueLinkInput,
} from '@lofteskartan/shared/contracts/medborgardialog-planning';
import type { StaffDialogue } from '@lofteskartan/shared/contracts/medborgardialog-staff';
import type {
  DialogueForm,
  DialogueGroup,
  DialogueLevel,
  DialogueRole,
} from '@lofteskartan/shared/medborgardialog';
import type { Position } from '@lofteskartan/shared/position';
import { swedishDay, swedishMoment, swedishTime } from '../../platform/swedish-day.js';

/** An item of the agenda as it is being written. */
export interface AgendaDraft {
  id: string | null;
  title: string;
  minutes: string;
  description: string;
}

/** Its words in another language. */
interface DialogueWords {
  title: string;
  purpose: string;
  levelMeaning: string;
}

/** A medborgardialog as it is being planned. Days are `YYYY-MM-DD`, times `HH:MM`, in Sweden. */
export interface DialogueDraft {
  title: string;
  theme: string;
  purpose: string;
  level: DialogueLevel;
  levelMeaning: string;
  targetGroups: DialogueGroup[];
  form: DialogueForm;
  venue: string;
  venuePosition: Position | null;
  onlineUrl: string;
  accessibility: string;
  interpreter: string;
  transport: string;
  day: string;
  from: string;
  to: string;
  /** The last day on which questions are taken ahead; '' is until it begins. */
  questionsDay: string;
  /** '' where nobody has to sign up. */
  capacity: string;
  /** The last day on which one can sign up; '' is until it begins. */
  signUpDay: string;
  presidium: { role: DialogueRole; organisation: string }[];
  agenda: AgendaDraft[];
  localities: string[];
  links: DialogueLinkInput[];
  en: DialogueWords;
  easy: DialogueWords;
}

const noWords = (): DialogueWords => ({ title: '', purpose: '', levelMeaning: '' });
const dayOf = (moment: string | null): string => (moment ? swedishDay(new Date(moment)) : '');

/** What a new one begins from, or one that is changed. @param meaning what the first level means in plain words */
export function dialogueDraft(dialogue: StaffDialogue | null, meaning = ''): DialogueDraft {
  return {
    title: dialogue?.title ?? '',
    theme: dialogue?.theme ?? '',
    purpose: dialogue?.purpose ?? '',
    level: dialogue?.level ?? 'dialogue',
    levelMeaning: dialogue?.levelMeaning ?? meaning,
    targetGroups: dialogue?.targetGroups ?? ['everyone'],
    form: dialogue?.form ?? 'on-site',
    venue: dialogue?.venue ?? '',
    venuePosition: dialogue?.venuePosition ?? null,
    onlineUrl: dialogue?.onlineUrl ?? '',
    accessibility: dialogue?.accessibility ?? '',
    interpreter: dialogue?.interpreter ?? '',
    transport: dialogue?.transport ?? '',
    day: dayOf(dialogue?.startsAt ?? null),
    from: dialogue ? swedishTime(new Date(dialogue.startsAt)) : '18:00',
    to: dialogue ? swedishTime(new Date(dialogue.endsAt)) : '20:00',
    questionsDay: dayOf(dialogue?.questionsUntil ?? null),
    capacity: String(dialogue?.capacity ?? ''),
    signUpDay: dayOf(dialogue?.signUpUntil ?? null),
    presidium: dialogue?.presidium ?? [],
    agenda:
      dialogue?.agenda.map(({ id, title, minutes, description }) => ({
        id,
        title,
        minutes: minutes === null ? '' : String(minutes),
        description: description ?? '',
      })) ?? [],
    localities: dialogue?.localities ?? [],
    links: dialogue?.subjects.map(({ kind, key }) => ({ kind, key })) ?? [],
    en: dialogue?.translations.en ?? noWords(),
    easy: dialogue?.translations.easy ?? noWords(),
  };
}

const isWritten = (words: DialogueWords): boolean => Object.values(words).some((text: string) => text.trim());

/** The fields that are not filled in, or not so that they can be kept. */
export function missingOf(draft: DialogueDraft): (keyof DialogueDraft)[] {
  const blank = (['title', 'theme', 'purpose', 'levelMeaning'] as const).filter(
    (name) => !draft[name].trim(),
  );
  const starts = swedishMoment(draft.day, draft.from);
  const ends = swedishMoment(draft.day, draft.to);
  return [
    ...blank,
    ...(draft.targetGroups.length === 0 ? (['targetGroups'] as const) : []),
    ...(starts === null ? (['day'] as const) : []),
    ...(starts !== null && (ends === null || ends <= starts) ? (['to'] as const) : []),
    ...(draft.agenda.some(({ title }) => !title.trim()) ? (['agenda'] as const) : []),
    ...(draft.presidium.some(({ organisation }) => !organisation.trim()) ? (['presidium'] as const) : []),
    ...(['en', 'easy'] as const).filter(
      (name) => isWritten(draft[name]) && Object.values(draft[name]).some((text: string) => !text.trim()),
    ),
  ];
}

/** The end of a day, but not after it begins; null for none. */
function deadline(day: string, startsAt: string): string | null {
  const end = swedishMoment(day, '23:59');
  if (end === null) return null;
  return end < startsAt ? end : startsAt;
}

/** A plan as it was written, to be put into a message. */
type WrittenDialogue = Pick<DialogueInput, keyof DialogueInput>;

/** What is sent of a draft that misses nothing. */
export function writtenDialogue(draft: DialogueDraft): WrittenDialogue {
  const { day, from, to, questionsDay, signUpDay, en, easy, capacity, agenda, ...rest } = draft;
  const startsAt = swedishMoment(day, from) ?? '';
  return {
    ...rest,
    onlineUrl: rest.onlineUrl.trim() || null,
    startsAt,
    endsAt: swedishMoment(day, to) ?? '',
    questionsUntil: deadline(questionsDay, startsAt),
    capacity: capacity === '' ? null : Number(capacity),
    signUpUntil: capacity === '' ? null : deadline(signUpDay, startsAt),
    translations: { ...(isWritten(en) && { en }), ...(isWritten(easy) && { easy }) },
    agenda: agenda.map(({ minutes, ...item }) => ({
      ...item,
      minutes: minutes === '' ? null : Number(minutes),
    })),
  };
}
