import type { ChangeMunicipalitySettings } from '@lofteskartan/shared/contracts/municipalities';
import {
  changedSettings,
  emptiedSettings,
  movesAnswerTimes,
  movesPublicPositions,
} from './settings.rules.js';

const before = {
  releaseDelayHours: 24,
  snapMetresSpeedCheck: 25,
  snapMetresDarkPlace: 25,
  snapMetresIdea: 25,
  wishMaxDistanceMetres: 1000,
  wishMaxAgeMonths: 24,
  pinMonths: 24,
  answerWithinWorkingDays: 5,
  answerWithinSpeedCheck: null,
  answerWithinDarkPlace: null,
  answerWithinIdea: null,
};

const cases: [string, ChangeMunicipalitySettings, string[], boolean][] = [
  ['nothing given changes nothing', {}, [], false],
  ['the same value changes nothing', { releaseDelayHours: 24 }, [], false],
  ['a longer delay is one change', { releaseDelayHours: 48 }, ['releaseDelayHours'], false],
  ['a coarser grid moves public positions', { snapMetresIdea: 100 }, ['snapMetresIdea'], true],
  [
    'no promised answer time is a value too',
    { answerWithinWorkingDays: null },
    ['answerWithinWorkingDays'],
    false,
  ],
  [
    'several at once',
    { wishMaxAgeMonths: 12, snapMetresDarkPlace: 50 },
    ['snapMetresDarkPlace', 'wishMaxAgeMonths'],
    true,
  ],
];

it.each(cases)('%s', (_what, given, names, moves) => {
  const changes = changedSettings(before, given);
  expect(changes.map(({ name }) => name)).toEqual(names);
  expect(movesPublicPositions(changes)).toBe(moves);
});

it('says what it was and what it is', () => {
  expect(changedSettings(before, { releaseDelayHours: 0 })).toEqual([
    { name: 'releaseDelayHours', from: 24, to: 0 },
  ]);
});

it('only promised answer times may be emptied', () => {
  const given = { answerWithinWorkingDays: null, answerWithinIdea: null, releaseDelayHours: null };
  expect(emptiedSettings(given as unknown as ChangeMunicipalitySettings)).toEqual(['releaseDelayHours']);
});

it.each<[string, ChangeMunicipalitySettings, boolean]>([
  ['the time for all', { answerWithinWorkingDays: 7 }, true],
  ['no time any more', { answerWithinWorkingDays: null }, true],
  ['the time of one kind', { answerWithinIdea: 10 }, true],
  ['the same time as before', { answerWithinWorkingDays: 5, answerWithinDarkPlace: null }, false],
  ['something else', { releaseDelayHours: 0 }, false],
])('whether the days of answers are counted anew: %s', (_what, given, counted) => {
  expect(movesAnswerTimes(changedSettings(before, given))).toBe(counted);
});
