import type { PlanEntry, RegisterEntry, RiskEntry } from '@lofteskartan/shared/contracts/documentation';
import type { RetentionRule } from '@lofteskartan/shared/contracts/records';
import type { RetentionType } from '@lofteskartan/shared/vocabulary';
import { idempotencyDays } from '../../platform/idempotency/idempotency-days.rules.js';
import { type Processing, type ProcessingName } from './processings.rules.js';

type Processings = Readonly<Record<ProcessingName, Processing>>;
type Fields = Readonly<Record<ProcessingName, Readonly<Record<string, string>>>>;

const names = (processings: Processings): ProcessingName[] => Object.keys(processings) as ProcessingName[];

/** The record of processing activities: each kind of processing with its data. */
export function registerOf(processings: Processings, fields: Fields): RegisterEntry[] {
  return names(processings).map((name) => ({
    ...processings[name],
    data: [...new Set(Object.values(fields[name]))],
  }));
}

/** A draft of the assessment of risks, answered from the catalogue and from what the system does. */
export function risksOf(processings: Processings, fields: Fields): RiskEntry[] {
  const count = Object.values(fields).reduce((sum, columns) => sum + Object.keys(columns).length, 0);
  return [
    {
      question: 'Vilka uppgifter behandlas, och varför?',
      answer: `${String(count)} slags uppgifter i ${String(names(processings).length)} behandlingar. Ändamålen är: ${names(
        processings,
      )
        .map((name) => processings[name].purpose.toLowerCase())
        .join('; ')}.`,
    },
    {
      question: 'Är uppgifterna nödvändiga?',
      answer:
        'Ingen behöver konto, namn eller adress för att skicka in. En adress lämnas frivilligt och bara för svar. Formuläret frågar när och varför, aldrig vem.',
    },
    {
      question: 'Kan någon pekas ut av det som visas?',
      answer:
        'Egna ord och bilder visas först när en människa har läst dem. Personnummer, registreringsnummer, telefonnummer och e-postadresser markeras. Platser avrundas innan de visas, och bilder fråntas uppgifter om var och när de togs.',
    },
    {
      question: 'Vilka kommer åt uppgifterna?',
      answer:
        'Handläggare i den egna kommunen. Kontaktuppgifter är krypterade, öppnas bara av den ansvariga organisationen och varje öppning loggas. Det som är sekretessmarkerat öppnas bara av den personuppgiftsansvarigas egna handläggare.',
    },
    {
      question: 'Hur länge sparas uppgifterna?',
      answer:
        'Så länge kommunens gallringsregler säger. Ingenting gallras utan gallringsbeslut, gallringen är ett loggat jobb och antalen påverkas inte.',
    },
    {
      question: 'Hur tas de registrerades rättigheter om hand?',
      answer:
        'Avsändaren ser allt sitt på sin egen sida, kan ändra eller ta bort sin adress och ta tillbaka förslaget. Om orden har redigerats står det där, och varför.',
    },
    {
      question: 'Vad kan gå fel, och vad minskar risken?',
      answer:
        'Att text om en annan person visas: läsning före visning, anmälan, redigering och möjlighet att dölja. Att någon obehörig loggar in: sessioner med slut, gränser för antal försök och roller per kommun. Att uppgifter hamnar i driftloggar: loggarna innehåller koder, aldrig det någon har skrivit.',
    },
  ];
}

const types: Readonly<Record<RetentionType, string>> = {
  'speed-check': 'Önskemål om hastighetskontroll med bilagor',
  'dark-place': 'Otrygga platser med bilagor',
  idea: 'Idéer med bilagor',
  activity: 'Insatser',
  medborgardialog: 'Medborgardialoger: frågor som inte publicerades, adresser, stöd, anmälningar och röster',
  'photo-original': 'Original av suddade bilder',
};
const database = 'Databas; bilder i fillagring';

/** The plan for the handling of information, with the municipality's own rules. */
export function planOf(rules: readonly RetentionRule[]): PlanEntry[] {
  const byRule = (Object.keys(types) as RetentionType[]).map((type): PlanEntry => {
    const rule = rules.find((each) => each.type === type);
    const retention = rule
      ? `Gallras ${String(rule.years)} år efter avslut`
      : type === 'photo-original'
        ? 'Gallras 12 månader efter suddningen'
        : 'Bevaras tills ett gallringsbeslut finns';
    return { type: types[type], retention, decision: rule?.decision ?? '–', medium: database };
  });
  const kept = (type: string, retention: string): PlanEntry => ({
    type,
    retention,
    decision: '–',
    medium: 'Databas',
  });
  return [
    ...byRule,
    kept('Medborgarlöftet och dess åtaganden', 'Bevaras'),
    kept('Uppföljningar av löftet', 'Bevaras'),
    kept('Logg över personalens åtgärder', 'Bevaras'),
    kept('Uppgift om genomförd gallring', 'Bevaras'),
    kept('Frågor till medborgardialoger', 'Bevaras tills ett gallringsbeslut finns'),
    kept(
      'Mejladresser för svar på frågor till medborgardialoger',
      'Tas bort 13 månader efter rapporten, eller en månad efter att dialogen ställdes in',
    ),
    kept('Obekräftade mejladresser', 'Tas bort efter 14 dagar'),
    kept('Kvitton mot dubbla sändningar', `Tas bort efter ${String(idempotencyDays)} dagar`),
  ];
}
