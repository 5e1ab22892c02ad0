import type {
  LocalityAttendance,
  TableVotes,
  VoteCounts,
} from '@lofteskartan/shared/contracts/medborgardialog-paper';
import type { PointOutcome } from '@lofteskartan/shared/medborgardialog-outcomes';
import type { QuestionKind } from '@lofteskartan/shared/medborgardialog-questions';

/** A question that somebody asked ahead of a dialogue. */
export interface DemoQuestion {
  readonly kind: QuestionKind;
  readonly text: string;
  /** How many others stand behind it; nobody has read it yet where this is left out. */
  readonly supporters?: number;
}

/** What people were asked to agree or disagree with, on phones and on paper. */
export interface DemoStatement {
  readonly text: string;
  readonly phones: Pick<VoteCounts, keyof VoteCounts>;
  readonly tables: readonly Pick<TableVotes, keyof TableVotes>[];
}

/** What came of a point. */
export interface DemoPoint {
  /** Of a question, as it was asked; else it is written down after the meeting. */
  readonly text: string;
  /** Of whose table it was. */
  readonly table?: string;
  readonly outcome: PointOutcome;
  readonly publicText: string;
  /** Words by which the thing is found that it became. */
  readonly thing?: string;
  readonly outsideWho?: string;
  /** Name of the organisation that sees to it. */
  readonly owner?: string;
  /** Days from today by which it is to be done; negative in the past. */
  readonly dueInDays?: number;
  readonly done?: { readonly daysAgo: number; readonly text: string };
}

/** How a dialogue was held, and what came of it. */
export interface DemoHeld {
  readonly statements: readonly DemoStatement[];
  readonly notes: readonly { readonly table: string; readonly text: string }[];
  readonly attendance: readonly Pick<LocalityAttendance, keyof LocalityAttendance>[];
  readonly points: readonly DemoPoint[];
  readonly report: { readonly afterDays: number; readonly summary: string };
  readonly followUp: {
    readonly daysAgo: number;
    readonly words: string;
    /** Beside the points that begin with these words. */
    readonly of: readonly { readonly point: string; readonly words: string }[];
  };
}
