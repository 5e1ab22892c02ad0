import type { MeasureKind } from '@lofteskartan/shared/inventory';
import type { StretchAlternative } from '@lofteskartan/shared/planner';
import type { Certainty, HeardVerdict, TrendVerdict } from '@lofteskartan/shared/situation';
import type {
  DarkPlaceCause,
  DarkPlaceTime,
  IdeaTopic,
  ProposalKind,
  SpeedProblem,
} from '@lofteskartan/shared/vocabulary';

/** The words of the picture on paper, which is in Swedish: the same as those of the page. */

/** What stands for a figure that is hidden. */
export const HIDDEN = 'visas inte';

/** Kinds, in the plural. */
export const KINDS: Readonly<Record<ProposalKind, string>> = {
  'speed-check': 'Hastighetskontroller',
  'dark-place': 'Otrygga platser',
  idea: 'Idéer',
};

/** What happens on a road. */
export const PROBLEMS: Readonly<Record<SpeedProblem, string>> = {
  speeding: 'Fortkörning',
  'reckless-driving': 'Buskörning',
  'a-traktor': 'A-traktor',
  moped: 'Moped',
  'heavy-traffic': 'Tung trafik',
};

/** Why a place feels unsafe. */
export const CAUSES: Readonly<Record<DarkPlaceCause, string>> = {
  'lamp-broken': 'Lampan är trasig',
  'lamp-missing': 'Lampa saknas',
  'lamp-glaring': 'Lampan bländar',
  'lamp-dimmed': 'Ljuset är nedsatt',
  'poor-overview': 'Skymd sikt',
  vegetation: 'Buskar och träd',
  underpass: 'Gångtunnel',
  stairs: 'Trappa',
  stop: 'Hållplats eller station',
  path: 'Gång- och cykelväg',
  parking: 'Parkering',
  schoolyard: 'Skolgård',
  neglect: 'Skräp, klotter, dålig skötsel',
  deserted: 'Ödsligt',
};

/** What ideas are about. */
export const TOPICS: Readonly<Record<IdeaTopic, string>> = {
  drugs: 'Narkotika',
  traffic: 'Trafik',
  safety: 'Trygghet',
  'night-walks': 'Nattvandring',
  leisure: 'Fritid',
  other: 'Annat',
};

/** When a place feels unsafe. */
export const TIMES: Readonly<Record<DarkPlaceTime, string>> = {
  dark: 'När det är mörkt',
  evening: 'Kvällar',
  night: 'Nätter',
  weekend: 'Helger',
  winter: 'Vintern',
};

/** Beside last year. */
export const TRENDS: Readonly<Record<TrendVerdict, string>> = {
  more: 'Fler än i fjol',
  fewer: 'Färre än i fjol',
  'cannot-say': 'Går inte att säga',
};

/** How sure a place is. */
export const CERTAINTIES: Readonly<Record<Certainty, string>> = {
  certain: 'Säker',
  likely: 'Trolig',
  chance: 'Kan vara slump',
};

/** How a locality is heard. */
export const HEARD: Readonly<Record<HeardVerdict, string>> = {
  nobody: 'Ingen hörd',
  hardly: 'Hörs knappt',
  'as-others': 'Hörs',
};

/** What was done at a place. */
export const MEASURES: Readonly<Record<MeasureKind, string>> = {
  'lamp-repaired': 'Lampa lagad',
  'new-lamp': 'Ny lampa',
  'cut-back': 'Klippt och röjt',
  rebuilt: 'Ombyggt',
  cleaned: 'Städat och sanerat',
  referred: 'Skickat vidare',
  none: 'Ingen åtgärd',
};

/** What was done instead of a check. */
export const ALTERNATIVES: Readonly<Record<StretchAlternative, string>> = {
  'municipal-measurement': 'Kommunal hastighetsmätning',
  'speed-display': 'Hastighetsskylt',
  referral: 'Hänvisad till väghållaren',
};

/** How it is counted: a heading and a paragraph each. */
export const METHOD: readonly (readonly [heading: string, text: string])[] = [
  [
    'Vilka som räknas',
    'Den som har skickat in eller stött något under dagarna räknas en gång, också från flera enheter om personen har bekräftat sin adress. Dolda, tillbakadragna, sekretessmarkerade och gallrade förslag är inte med, och inte det som ligger i karantän.',
  ],
  [
    'Jämförelsen med i fjol',
    'Vi jämför samma dagar och säger fler eller färre bara när slumpen skulle ge en så stor skillnad högst en gång av tjugo (exakt test av två Poissontal). Aldrig i procent. Den som delar en länk kan få många att stödja samma sak, så en skillnad i antal personer är inte en skillnad i vad som händer.',
  ],
  [
    'Platser som sticker ut',
    'Allt inom 150 meter från en mittpunkt är en plats. Hur många som pekar på en plats jämförs med de andra platserna: få personer dras mot det vanliga, många nästan inte alls (empirisk Bayes, gamma–Poisson). Intervallet är var talet skulle ligga nio gånger av tio. Säker: den nedre gränsen är minst dubbelt så hög som en vanlig plats. Trolig: den är högre än en vanlig plats. Annars kan det vara slump. Ordningen följer den nedre gränsen.',
  ],
  [
    'Orterna',
    'Orten är platsens, inte bostadens: vi vet inte var någon bor. Intervallet är exakt för ett Poissontal, nio gånger av tio. En ort hörs knappt när hela intervallet ligger under kommunens.',
  ],
  [
    'Små tal',
    'I utskrift och PDF visas inte tal under fem, inte förslag som färre än fem personer står bakom, och inte heller det som de går att räkna ut från. Platser som färre än fem pekar på är inte med, och lägen är avrundade till 200 meter.',
  ],
  [
    'Källor',
    'Invånarnas förslag och stöd, publicerade insatser och åtgärder, kommunens orter och befolkning. Det här är vad invånarna säger, inte brottsstatistik.',
  ],
];
