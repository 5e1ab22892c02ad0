import type { WheelItem, WheelItemInput } from '@lofteskartan/shared/contracts/yearly-wheel';
import type { WheelKind, WheelUnit } from '@lofteskartan/shared/yearly-wheel';

/** Something that recurs, as it is written in the form. */
export interface WheelDraft {
  kind: WheelKind;
  title: string;
  unit: WheelUnit;
  /** Months as '1' to '12'. */
  months: string[];
  /** "18, 32" */
  weeks: string;
  everyYears: string;
  startsOn: string;
  endsOn: string;
  bodyId: string;
  places: string[];
  note: string;
}

/** The fields of the message, to be put into one. */
type WheelFields = Pick<WheelItemInput, keyof WheelItemInput>;

/** The word of "nobody is named" in a choice. */
export const NOBODY = 'nobody';

export const emptyWheelDraft = (today: string, places: readonly string[] = []): WheelDraft => ({
  kind: 'cutting',
  title: '',
  unit: 'month',
  months: [],
  weeks: '',
  everyYears: '1',
  startsOn: today,
  endsOn: '',
  bodyId: NOBODY,
  places: [...places],
  note: '',
});

export const wheelDraft = (item: WheelItem): WheelDraft => ({
  kind: item.kind,
  title: item.title,
  unit: item.unit,
  months: item.unit === 'month' ? item.due.map(String) : [],
  weeks: item.unit === 'week' ? item.due.join(', ') : '',
  everyYears: String(item.everyYears),
  startsOn: item.startsOn,
  endsOn: item.endsOn ?? '',
  bodyId: item.bodyId ?? NOBODY,
  places: item.places.map(({ reference }) => reference),
  note: item.note ?? '',
});

/** The weeks of a text, each once; null when something in it is no week. */
export function weeksOf(text: string): number[] | null {
  const weeks = text
    .split(/[\s,;.]+/)
    .filter(Boolean)
    .map(Number);
  if (weeks.some((week) => !Number.isInteger(week) || week < 1 || week > 53)) return null;
  return [...new Set(weeks)];
}

/** What is due by the draft; null when nothing is, or when something is no week. */
export function dueOf({ unit, months, weeks }: WheelDraft): number[] | null {
  const due = unit === 'month' ? months.map(Number) : weeksOf(weeks);
  return due && due.length > 0 ? due : null;
}

/** The message of a draft; null while something is missing. */
export function wheelInput(draft: WheelDraft): WheelFields | null {
  const due = dueOf(draft);
  if (!due || !draft.title.trim() || !draft.startsOn) return null;
  return {
    kind: draft.kind,
    title: draft.title.trim(),
    unit: draft.unit,
    due,
    everyYears: Number(draft.everyYears),
    startsOn: draft.startsOn,
    endsOn: draft.endsOn || null,
    bodyId: draft.bodyId === NOBODY ? null : draft.bodyId,
    places: draft.places,
    note: draft.note.trim() || null,
  };
}
