import type { PersonalDataFinding } from '@lofteskartan/shared/contracts/proposals';
import type { DialogueStatus } from '@lofteskartan/shared/medborgardialog';
import type {
  QuestionKind,
  QuestionOutcome,
  QuestionRefusal,
  QuestionSource,
  QuestionStatus,
} from '@lofteskartan/shared/medborgardialog-questions';
import type { Language } from '@lofteskartan/shared/vocabulary';

/** A question as it is stored, with the names of its dialogue. */
export interface QuestionRecord {
  readonly id: string;
  readonly reference: string;
  readonly dialogueId: string;
  readonly municipalityId: string;
  readonly kind: QuestionKind;
  /** As it was sent; never rewritten. */
  readonly text: string;
  /** What everyone reads instead, when staff edited the words. */
  readonly editedText: string | null;
  readonly editedReason: string | null;
  readonly status: QuestionStatus;
  readonly source: QuestionSource;
  /** At which table it was written; null for one that did not come from a table's paper. */
  readonly table: string | null;
  readonly language: Language;
  readonly personalData: PersonalDataFinding[];
  readonly blockedWords: string[];
  readonly gatheredInto: string | null;
  readonly refusedReason: QuestionRefusal | null;
  readonly refusedText: string | null;
  readonly answerText: string | null;
  readonly answerOutcome: QuestionOutcome | null;
  readonly answeredAt: Date | null;
  readonly supportCount: number;
  readonly version: number;
  readonly askedAt: Date;
  readonly publishedAt: Date | null;
  readonly dialogue: string;
  readonly dialogueTitle: string;
  readonly startsAt: Date;
  readonly dialogueStatus: DialogueStatus;
  /** Whether what the dialogue held of people was disposed of. */
  readonly isDisposed: boolean;
  /** Why the dialogue was called off, as everyone reads it; null when it was not. */
  readonly cancelledReason: string | null;
  /** The municipality's slug. */
  readonly municipality: string;
}

/** A question to store. */
export interface NewQuestion {
  readonly reference: string;
  readonly dialogueId: string;
  readonly municipalityId: string;
  readonly kind: QuestionKind;
  readonly text: string;
  readonly source: QuestionSource;
  readonly table?: string | null;
  readonly language: Language;
  readonly personalData: readonly PersonalDataFinding[];
  readonly blockedWords: readonly string[];
  readonly followTokenHash: Buffer;
  readonly askedAt: Date;
}
