import type { StaffDialogue } from '@lofteskartan/shared/contracts/medborgardialog-staff';
import type {
  DialogueItem,
  DialogueSubject,
  Medborgardialog,
} from '@lofteskartan/shared/contracts/medborgardialoger';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { inLanguage } from '../medborgarlofte/words.js';
import type { SubjectRecord } from './dialogue-subjects.repository.js';
import type { AgendaItemRecord } from './medborgardialog-parts.repository.js';
import type { DialogueWords, MedborgardialogRecord } from './medborgardialog.repository.js';
import { questionsCloseAt, signUpClosesAt, whyNotAsk, whyNotSignUp } from './medborgardialog.rules.js';

const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;

/** The words in a language; in Swedish where nobody wrote others. */
export const dialogueSubject = (dialogue: MedborgardialogRecord, language: Language): DialogueWords =>
  (language === 'en' && dialogue.translations.en) || dialogue;

/** A medborgardialog as it stands in a list. */
export function dialogueItem(
  dialogue: MedborgardialogRecord,
  language: Language,
): Pick<DialogueItem, keyof DialogueItem> {
  const { reference, municipality, theme, level, form, venue, localities, status, cancelledReason } =
    dialogue;
  return {
    reference,
    municipality,
    title: dialogueSubject(dialogue, language).title,
    theme,
    level,
    form,
    venue,
    startsAt: dialogue.startsAt.toISOString(),
    endsAt: dialogue.endsAt.toISOString(),
    localities: [...localities],
    status,
    cancelledReason,
    needsSignUp: dialogue.capacity !== null,
  };
}

const subjectView = ({ title, ...subject }: SubjectRecord, language: Language): DialogueSubject => ({
  ...subject,
  title: typeof title === 'string' ? title : inLanguage(title, language),
});

/** What belongs to a medborgardialog. */
export interface DialogueParts {
  readonly agenda: AgendaItemRecord[];
  readonly subjects: readonly SubjectRecord[];
}

/** A medborgardialog as everyone reads it. */
export function publicDialogue(
  dialogue: MedborgardialogRecord,
  { agenda, subjects }: DialogueParts,
  { language, now, isFull }: { readonly language: Language; readonly now: Date; readonly isFull: boolean },
): Medborgardialog {
  const { purpose, levelMeaning } = dialogueSubject(dialogue, language);
  const { targetGroups, venuePosition, onlineUrl, accessibility, interpreter, transport, presidium } =
    dialogue;
  return {
    ...dialogueItem(dialogue, language),
    purpose,
    levelMeaning,
    easy: dialogue.translations.easy ?? null,
    targetGroups,
    venuePosition,
    onlineUrl,
    accessibility,
    interpreter,
    transport,
    questionsUntil: questionsCloseAt(dialogue).toISOString(),
    mayAsk: whyNotAsk(dialogue, 'ahead', now) === null,
    signUp:
      dialogue.capacity === null
        ? null
        : {
            until: signUpClosesAt(dialogue).toISOString(),
            isOpen: whyNotSignUp(dialogue, now) === null,
            isFull,
          },
    presidium: [...presidium],
    agenda,
    subjects: subjects.map((subject) => subjectView(subject, language)),
    liveCode: dialogue.status === 'open' ? dialogue.shortCode : null,
    updatedAt: dialogue.updatedAt.toISOString(),
  };
}

/** The same as staff work with it, but for what is counted and what happened. */
export function staffDialogue(
  dialogue: MedborgardialogRecord,
  { agenda, subjects }: DialogueParts,
): Omit<StaffDialogue, 'signUps' | 'events' | 'mayChange'> {
  const { purpose, levelMeaning, targetGroups, venuePosition, onlineUrl, accessibility, interpreter } =
    dialogue;
  return {
    ...dialogueItem(dialogue, 'sv'),
    version: dialogue.version,
    shortCode: dialogue.shortCode,
    isPublic: dialogue.publishedAt !== null && dialogue.isTownOpen,
    purpose,
    levelMeaning,
    translations: dialogue.translations,
    targetGroups,
    venuePosition,
    onlineUrl,
    accessibility,
    interpreter,
    transport: dialogue.transport,
    questionsUntil: iso(dialogue.questionsUntil),
    capacity: dialogue.capacity,
    signUpUntil: iso(dialogue.signUpUntil),
    presidium: [...dialogue.presidium],
    agenda,
    subjects: subjects.map((subject) => subjectView(subject, 'sv')),
  };
}
