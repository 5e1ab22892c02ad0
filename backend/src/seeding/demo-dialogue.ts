import type { DialogueInput, DialogueWords } from '@lofteskartan/shared/contracts/medborgardialog-planning';
import type { DialogueNeed } from '@lofteskartan/shared/medborgardialog';
import type { DemoPlace } from './demo-file.js';
import type { DemoHeld, DemoQuestion } from './demo-held-dialogue.js';

/** A medborgardialog: a draft, published with sign-ups, held, or followed up. */
export interface DemoDialogue
  extends
    Pick<DialogueInput, 'title' | 'theme' | 'purpose' | 'level' | 'levelMeaning' | 'targetGroups' | 'form'>,
    Pick<DialogueInput, 'venue' | 'onlineUrl' | 'accessibility' | 'interpreter' | 'transport' | 'capacity'>,
    Pick<DialogueInput, 'presidium' | 'agenda' | 'localities'> {
  readonly state: 'draft' | 'published' | 'closed' | 'followed-up';
  readonly at: DemoPlace;
  /** Days from today; negative in the past. */
  readonly inDays: number;
  /** Slugs of commitments that it is about. */
  readonly commitments?: readonly string[];
  /** Names of places of the inventory that it is about. */
  readonly places?: readonly string[];
  readonly en?: Pick<DialogueWords, keyof DialogueWords>;
  readonly easy?: Pick<DialogueWords, keyof DialogueWords>;
  readonly questions?: readonly DemoQuestion[];
  /** How it was held and what came of it, where it is followed up. */
  readonly held?: DemoHeld;
  readonly signUps?: readonly { readonly people: number; readonly needs?: readonly DialogueNeed[] }[];
}
