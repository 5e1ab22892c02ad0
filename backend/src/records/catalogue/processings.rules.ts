/** A kind of processing: why, on which ground, who answers for it, who gets it, and how long. Swedish: it is read by officers and residents. */
export interface Processing {
  readonly name: string;
  readonly whose: string;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly controller: string;
  readonly recipients: string;
  readonly retention: string;
}

const publicTask = 'Uppgift av allmänt intresse (artikel 6.1 e)';
const byKind =
  'Ägaren av det åtagande som förslaget hör till; utan åtagande polisen för hastighetskontroller, annars kommunen';
const untilDisposal = 'Tills förslaget gallras enligt kommunens regel för sorten';
const handlers = 'Handläggare hos kommunen och polisen i kommunen';

/** What personal data is processed for. */
export const processings = {
  proposals: {
    name: 'Förslag från invånare',
    whose: 'Den som skickar in, och den som nämns i texten eller syns på en bild',
    purpose: 'Ta emot, granska, besvara och visa önskemål och platser',
    legalBasis: publicTask,
    controller: byKind,
    recipients: `${handlers}. Allmänheten läser det som har släppts`,
    retention: untilDisposal,
  },
  contacts: {
    name: 'Svar per mejl',
    whose: 'Avsändare och den som stöder ett förslag och har lämnat en adress',
    purpose: 'Skicka svar till den som vill ha dem',
    legalBasis: `${publicTask}; adressen lämnas frivilligt`,
    controller: byKind,
    recipients: 'Den ansvariga organisationen, och varje öppning loggas. Leverantören av mejl',
    retention: 'Obekräftade adresser 14 dagar; andra tills de tas bort eller förslaget gallras',
  },
  supports: {
    name: 'Stöd för förslag',
    whose: 'Den som trycker ”jag också”',
    purpose: 'Räkna varje person en gång, och fråga hur en otrygg plats känns när något har gjorts',
    legalBasis: publicTask,
    controller: byKind,
    recipients: 'Ingen; bara antalet visas, och medelvärden för fem personer eller fler',
    retention: 'Blir oläsliga tal när förslaget gallras; svaren tas bort då',
  },
  votes: {
    name: 'Röster om påståenden vid en medborgardialog',
    whose: 'Den som röstar på sin telefon',
    purpose: 'Räkna varje telefon en gång per påstående och visa vad rummet tycker',
    legalBasis: publicTask,
    controller: 'Kommunen',
    recipients: 'Ingen; bara antal visas, från fem svar och uppåt',
    retention:
      'Nyckeln som håller ihop en telefons röster förstörs när dialogen stängs; därefter går rösterna inte att knyta till någon',
  },
  activities: {
    name: 'Insatser',
    whose: 'Den som nämns i texten',
    purpose: 'Redovisa vad som har gjorts för löftet',
    legalBasis: publicTask,
    controller: 'Den organisation som gjorde insatsen',
    recipients: 'Allmänheten, efter karens',
    retention: 'Tills insatsen gallras enligt kommunens regel',
  },
  subscriptions: {
    name: 'Bevakning av en plats',
    whose: 'Den som vill få nyheter',
    purpose: 'Skicka nyheter om en plats',
    legalBasis: 'Samtycke (artikel 6.1 a)',
    controller: 'Kommunen',
    recipients: 'Leverantören av mejl',
    retention: 'Tills den avslutas; obekräftade adresser 14 dagar',
  },
  inventory: {
    name: 'Mörka och otrygga platser, och trygghetsvandringar',
    whose:
      'Den som nämns i en text eller syns på en bild som personal har lagt in; de som går med på en trygghetsvandring räknas bara till antalet',
    purpose: 'Hålla ordning på platser, vad som görs åt dem och hur trygga de känns',
    legalBasis: publicTask,
    controller: 'Kommunen',
    recipients:
      'Handläggare hos kommunen och polisen i kommunen. Allmänheten läser om de platser som kommunen visar, med avrundat läge, och publicerade protokoll från trygghetsvandringar',
    retention:
      'Så länge kommunen sköter platsen. Anteckningar från en vandring tas bort av den som ser att de inte hör dit; det som ligger på en telefon försvinner inom 12 timmar',
  },
  signUps: {
    name: 'Anmälan till medborgardialoger',
    whose: 'Den som anmäler sig; ingen lämnar namn eller adress',
    purpose: 'Räkna platser och ordna det som behövs, till exempel tolk',
    legalBasis: publicTask,
    controller: 'Kommunen',
    recipients: 'Handläggare hos kommunen och polisen i kommunen, som antal',
    retention:
      'Antal och behov finns kvar. Nyckeln till den egna anmälan glöms när dialogen avslutas; för en inställd dialog finns den kvar så att den som har länken kan läsa varför',
  },
  staff: {
    name: 'Konton och inloggning',
    whose: 'Personal hos kommunen och polisen',
    purpose: 'Ge rätt person tillgång, och hålla obehöriga ute',
    legalBasis: publicTask,
    controller: 'Den organisation som personen arbetar för',
    recipients: 'Administratörer i kommunen',
    retention: 'Så länge kontot finns; sessioner tills de går ut',
  },
  log: {
    name: 'Historik och logg',
    whose: 'Personal, och den som nämns i ett skäl',
    purpose: 'Kunna visa vem som gjorde vad, när och varför',
    legalBasis: 'Rättslig förpliktelse (artikel 6.1 c) och uppgift av allmänt intresse',
    controller: 'Kommunen och polisen för sin personals åtgärder',
    recipients: 'Samordnaren i kommunen',
    retention: 'Skäl och ändringar töms när det de gäller gallras; vem, vad och när finns kvar',
  },
} as const satisfies Record<string, Processing>;

export type ProcessingName = keyof typeof processings;
