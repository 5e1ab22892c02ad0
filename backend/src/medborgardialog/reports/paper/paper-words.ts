import type { DialogueLevel } from '@lofteskartan/shared/medborgardialog';
import type { StatementVerdict } from '@lofteskartan/shared/medborgardialog-live';
import type {
  DialogueBand,
  PointOutcome,
  PointStanding,
  ThingState,
} from '@lofteskartan/shared/medborgardialog-outcomes';

/** The words of the report on paper, in Swedish. */
export const OUTCOMES: Readonly<Record<PointOutcome, string>> = {
  proposal: 'Blev ett förslag',
  commitment: 'Blev en del av ett åtagande',
  measure: 'Blev en åtgärd',
  activity: 'Blev en insats',
  answered: 'Besvarad',
  outside: 'Någon annan bestämmer',
  no: 'Nej',
};

export const STANDINGS: Readonly<Record<PointStanding, string>> = {
  open: 'Utan utfall',
  withdrawn: 'Återtagen',
  late: 'Försenad',
  'under-way': 'På gång',
  done: 'Klar',
  settled: 'Besvarad',
};

export const STATES: Readonly<Record<ThingState, string>> = {
  waiting: 'väntar på handläggning',
  'under-way': 'på gång',
  late: 'försenad',
  done: 'klar',
  declined: 'blev det inget av',
  withdrawn: 'togs tillbaka',
};

export const VERDICTS: Readonly<Record<StatementVerdict, string>> = {
  agreed: 'Eniga',
  divided: 'Delade',
  unsure: 'Går inte att säga',
  few: 'För få svar',
};

export const LEVELS: Readonly<Record<DialogueLevel, string>> = {
  information: 'Information',
  consultation: 'Konsultation',
  dialogue: 'Dialog',
  influence: 'Inflytande',
  'shared-decision': 'Medbeslutande',
};

export const BANDS: Readonly<Record<DialogueBand, string>> = {
  women: 'Kvinnor',
  men: 'Män',
  'other-sex': 'Annat kön eller vill inte säga',
  'under-18': 'Under 18 år',
  '18-29': '18–29 år',
  '30-64': '30–64 år',
  '65-more': '65 år och äldre',
};
