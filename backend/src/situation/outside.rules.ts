import type {
  ComparedFigures,
  HotSpot,
  LocalityFigures,
  SituationPicture,
  SituationSpots,
  OutsidePicture,
  ThemeFigures,
} from '@lofteskartan/shared/contracts/situation';
import type { Position } from '@lofteskartan/shared/position';
import { SITUATION_LIMITS } from '@lofteskartan/shared/situation';
import { verdictOf } from './locality.rules.js';
import { hiddenIfSmall, isSmall, suppressed } from './suppress.rules.js';

const metresPerDegree = 111_400;

/** The middle of the square in which a position lies. */
export function rounded([lng, lat]: Position, metres: number = SITUATION_LIMITS.roundedMetres): Position {
  const north = metres / metresPerDegree;
  const middle = (value: number, side: number): number => (Math.floor(value / side) + 0.5) * side;
  const newLat = middle(lat, north);
  const east = north / Math.cos((newLat * Math.PI) / 180);
  const toFive = (value: number): number => Math.round(value * 1e5) / 1e5;
  return [toFive(middle(lng, east)), toFive(newLat)];
}

/** A row with other values in some of its fields. */
const changed = <Row extends object>(row: Row, part: Partial<Row>): Row => Object.assign({}, row, part);

/** Figures of parts that add up to one that is told: one column at a time. What is not told at all stays so. */
function columns<Row extends object>(rows: readonly Row[], keys: readonly (keyof Row)[]): Row[] {
  const shown = keys.map((key) => suppressed(rows.map((row) => Number(row[key] ?? 0))));
  return rows.map((row, index) =>
    Object.assign(
      {},
      row,
      Object.fromEntries(
        keys.map((key, column) => [key, row[key] === null ? null : (shown[column]?.[index] ?? null)]),
      ),
    ),
  );
}

/** A verdict stands on both of its figures. */
const judged = <Figures extends ComparedFigures>(figures: Figures): Figures =>
  figures.people === null || figures.peopleBefore === null
    ? Object.assign({}, figures, { verdict: null })
    : figures;

/** The picture without figures of fewer than five people, and without what they could be computed from. */
export function pictureOutside(picture: SituationPicture): SituationPicture {
  const { all, kinds, months, wishTimes, darkTimes, done } = picture;
  const shownKinds = columns(kinds, ['proposals', 'people', 'peopleBefore']).map(judged);
  const hidden = new Set(shownKinds.filter(({ proposals }) => proposals === null).map(({ kind }) => kind));
  const wishesHidden = hidden.has('speed-check');
  const [told = null, untold = null] = suppressed([wishTimes.told ?? 0, wishTimes.untold ?? 0]);
  return changed(picture, {
    all: judged(alone(all)),
    kinds: shownKinds,
    months: columns(months, ['proposals', 'people', 'peopleBefore']),
    themes: themesOutside(picture, hidden),
    wishTimes: {
      counts: wishTimes.counts.map((row) =>
        row.map((count) => (wishesHidden ? null : hiddenIfSmall(count ?? 0))),
      ),
      told: wishesHidden ? null : told,
      untold: wishesHidden ? null : untold,
    },
    darkTimes: darkTimes.map(({ time, proposals }) => ({
      time,
      proposals: hidden.has('dark-place') ? null : hiddenIfSmall(proposals ?? 0),
    })),
    ...localitiesOutside(picture),
    done: changed(done, { answers: answersOutside(done.answers) }),
  });
}

/** An idea has one topic, so topics add up; problems and causes do not. What names a hidden kind would give it away. */
function themesOutside(
  { themes }: SituationPicture,
  hidden: ReadonlySet<ThemeFigures['kind']>,
): ThemeFigures[] {
  const topics = columns(
    themes.filter(({ kind }) => kind === 'idea'),
    ['proposals'],
  );
  const others = themes
    .filter(({ kind }) => kind !== 'idea')
    .map(({ kind, theme, proposals }) => ({ kind, theme, proposals: hiddenIfSmall(proposals ?? 0) }));
  return [...others, ...topics].map(({ kind, theme, proposals }) => ({
    kind,
    theme,
    proposals: hidden.has(kind) ? null : proposals,
  }));
}

/** The whole period’s figures: each stands alone. */
function alone({ proposals, people, peopleBefore, verdict }: ComparedFigures): ComparedFigures {
  return {
    proposals: hiddenIfSmall(proposals ?? 0),
    people: hiddenIfSmall(people ?? 0),
    peopleBefore: peopleBefore === null ? null : hiddenIfSmall(peopleBefore),
    verdict,
  };
}

/** In time and late add up to what was given. */
function answersOutside({ given, inTime, waiting }: SituationPicture['done']['answers']) {
  const [early] = suppressed([inTime ?? 0, (given ?? 0) - (inTime ?? 0)]);
  const shownGiven = hiddenIfSmall(given ?? 0);
  return {
    given: shownGiven,
    inTime: shownGiven === null ? null : (early ?? null),
    waiting: hiddenIfSmall(waiting ?? 0),
  };
}

/** Localities, with what lies in none as one more part of the whole. */
function localitiesOutside({
  localities,
  inNoLocality,
  perThousand,
}: SituationPicture): Pick<SituationPicture, 'localities' | 'inNoLocality'> {
  const proposals = suppressed([...localities.map((each) => each.proposals ?? 0), inNoLocality ?? 0]);
  const people = suppressed(localities.map((each) => each.people ?? 0));
  const hidden = localities.filter((_, index) => people[index] === null);
  const seenAsFour = (each: LocalityFigures) =>
    verdictOf({ people: SITUATION_LIMITS.leastPeople - 1, population: each.population }, perThousand);
  // What is said of a hidden one must be true of it, and follow from its being hidden alone.
  const allTrue = hidden.every(
    (each) => isSmall(each.people ?? 0) || seenAsFour(each) !== 'hardly' || each.verdict === seenAsFour(each),
  );
  return {
    localities: localities.map((each, index) => {
      const shown = people[index] ?? null;
      const count = changed(each, { proposals: proposals[index] ?? null, people: shown });
      if (shown !== null) return count;
      const verdict = allTrue && seenAsFour(each) === 'hardly' ? 'hardly' : null;
      return changed(count, { perThousand: null, verdict });
    }),
    inNoLocality: proposals.at(-1) ?? null,
  };
}

/** The places that at least five people point at, in localities whose figures are told, with rounded positions. */
export function spotsOutside(spots: SituationSpots, picture: SituationPicture): HotSpot[] {
  const told = new Set(picture.localities.filter(({ people }) => people !== null).map(({ name }) => name));
  return spots.hotSpots
    .filter(({ people, locality }) => !isSmall(people) && (locality === null || told.has(locality)))
    .map((spot, index) => changed(spot, { rank: index + 1, position: rounded(spot.position) }));
}

/** The whole as it may leave the staff side. */
export function outsideOf(picture: SituationPicture, spots: SituationSpots): OutsidePicture {
  const shown = pictureOutside(picture);
  return { picture: shown, hotSpots: spotsOutside(spots, shown), usual: spots.usual };
}
