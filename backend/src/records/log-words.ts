import type { LogArea } from '@lofteskartan/shared/vocabulary';

/** What the log's parts are called in its file. */
export const areaWords: Readonly<Record<LogArea, string>> = {
  proposals: 'Förslag',
  activities: 'Insatser',
  'follow-ups': 'Uppföljningar',
  administration: 'Administration',
  records: 'Registerföring',
};

const typeWords: Readonly<Record<string, string>> = {
  moved: 'Flyttat',
  reopened: 'Öppnat igen',
  planned: 'Kontroll planerad',
  unplanned: 'Planering borttagen',
  published: 'Ord eller bilder visas',
  'kept-back': 'Ord eller bilder visas inte',
  noted: 'Anteckning skriven',
  corrected: 'Rättat',
  'words-edited': 'Ord redigerade',
  activity: 'Insats kopplad',
  'contact-opened': 'Kontaktuppgifter öppnade',
  'report-closed': 'Anmälan avslutad',
  'outcome-closed': 'Avsändarens svar läst',
  asked: 'Fråga till avsändaren',
  logged: 'Insats loggad',
  changed: 'Ändrat',
  confirmed: 'Bekräftat',
  released: 'Blev offentlig',
  drafted: 'Utkast påbörjat',
  saved: 'Sparat',
  'account.created': 'Konto skapat',
  'account.changed': 'Konto ändrat',
  'settings.changed': 'Inställningar ändrade',
  'record-changed': 'Registerföring ändrad',
  'rules-changed': 'Gallringsregler ändrade',
  disposed: 'Gallrat',
  'town.created': 'Kommun tillagd',
  'town.changed': 'Kommunens uppgifter ändrade',
  'town.opened': 'Kommunen öppnad för invånarna',
  'shape.replaced': 'Gräns eller skiss bytt',
  'locality.added': 'Ort tillagd',
  'locality.changed': 'Ort ändrad',
  'locality.removed': 'Ort borttagen',
  'organisation.created': 'Organisation skapad',
  'organisation.changed': 'Organisation ändrad',
  'installation.granted': 'Rätt att sköta installationen given',
  'installation.revoked': 'Rätt att sköta installationen borttagen',
};

/** What was done, in words; a kind that has none yet is told by its code. */
export const doneInWords = (type: string): string => typeWords[type] ?? type;
