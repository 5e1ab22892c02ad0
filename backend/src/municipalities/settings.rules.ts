import type {
  ChangeMunicipalitySettings,
  MunicipalitySettings,
} from '@lofteskartan/shared/contracts/municipalities';

/** A setting that has another value than before. */
export interface SettingChange {
  readonly name: keyof MunicipalitySettings;
  readonly from: number | null;
  readonly to: number | null;
}

const mayBeEmpty: ReadonlySet<string> = new Set([
  'answerWithinWorkingDays',
  'answerWithinSpeedCheck',
  'answerWithinDarkPlace',
  'answerWithinIdea',
] satisfies (keyof MunicipalitySettings)[]);

/** The settings that somebody wants to empty although they must have a value. */
export function emptiedSettings(given: Omit<ChangeMunicipalitySettings, 'version'>): string[] {
  return Object.entries(given)
    .filter(([name, value]) => value === null && !mayBeEmpty.has(name))
    .map(([name]) => name);
}

/** What a change really changes: settings that are not given, or given as they are, stay. */
export function changedSettings(
  before: MunicipalitySettings,
  given: Omit<ChangeMunicipalitySettings, 'version'>,
): SettingChange[] {
  return (Object.keys(before) as (keyof MunicipalitySettings)[]).flatMap((name) => {
    const to = given[name];
    return to === undefined || to === before[name] ? [] : [{ name, from: before[name], to }];
  });
}

/** Whether a change moves what the public sees of places, or how long, so that it must be drawn anew. */
export function movesPublicPositions(changes: readonly SettingChange[]): boolean {
  return changes.some(({ name }) => name.startsWith('snapMetres') || name === 'pinMonths');
}

/** Whether a change moves the days on which answers are due, so that those must be counted anew. */
export function movesAnswerTimes(changes: readonly SettingChange[]): boolean {
  return changes.some(({ name }) => name.startsWith('answerWithin'));
}
