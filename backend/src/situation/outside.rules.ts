import type {
  ComparedFigures,
  Count,
  HotSpot,
  LocalityFigures,
  SituationPicture,
  SituationSpots,
  OutsidePicture,
  ThemeFigures,
  WishTimes,
} from '@lofteskartan/shared/contracts/situation';
import type { Position } from '@lofteskartan/shared/position';
import { SITUATION_LIMITS } from '@lofteskartan/shared/situation';
import { type Behind, figureOf, type Some, together } from './behind.rules.js';
import { verdictOf } from './locality.rules.js';
import { hiddenIfSmall, isSmall, mayTellTotal, suppressed } from './suppress.rules.js';

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

/** Figures of parts that add up to one that is told. What is not told at all stays so. @param people those behind the proposals of each */
function parts<Row extends Omit<ComparedFigures, 'verdict'>>(
  rows: readonly Row[],
  people: readonly Some[],
): Row[] {
  const column = (key: 'people' | 'peopleBefore') => suppressed(rows.map((row) => row[key] ?? 0));
  const proposals = suppressed(
    rows.map((row) => row.proposals ?? 0),
    { people },
  );
  const [now, before] = [column('people'), column('peopleBefore')];
  return rows.map((row, index) =>
    Object.assign({}, row, {
      proposals: proposals[index] ?? null,
      people: now[index] ?? null,
      peopleBefore: row.peopleBefore === null ? null : (before[index] ?? null),
    }),
  );
}

/** A verdict stands on both of its figures. */
const judged = <Figures extends ComparedFigures>(figures: Figures): Figures =>
  figures.people === null || figures.peopleBefore === null
    ? Object.assign({}, figures, { verdict: null })
    : figures;

/**
 * The picture without figures of fewer than five people, and without what they could be computed from.
 * @param behind who is behind the figures that count proposals
 */
export function pictureOutside(picture: SituationPicture, behind: Behind): SituationPicture {
  const { all, kinds, months, darkTimes, done } = picture;
  const shownKinds = parts(
    kinds,
    kinds.map(({ kind }) => behind(figureOf.kind(kind))),
  ).map(judged);
  const hidden = new Set(shownKinds.filter(({ proposals }) => proposals === null).map(({ kind }) => kind));
  return changed(picture, {
    all: judged(alone(all, behind(figureOf.all))),
    kinds: shownKinds,
    months: parts(
      months,
      months.map(({ month }) => behind(figureOf.month(month))),
    ),
    themes: themesOutside(picture, hidden, behind),
    wishTimes: wishTimesOutside(picture, hidden.has('speed-check'), behind),
    darkTimes: darkTimes.map(({ time, proposals }) => ({
      time,
      proposals: hidden.has('dark-place') ? null : hiddenIfSmall(proposals ?? 0, behind(figureOf.dark(time))),
    })),
    ...localitiesOutside(picture, behind),
    done: changed(done, { answers: answersOutside(done.answers, behind) }),
  });
}

/** Wishes with a time and without add up to all of them; squares of the week do not. */
function wishTimesOutside({ wishTimes }: SituationPicture, areHidden: boolean, behind: Behind): WishTimes {
  const [told = null, untold = null] = suppressed([wishTimes.told ?? 0, wishTimes.untold ?? 0], {
    people: [behind(figureOf.told), behind(figureOf.untold)],
  });
  return {
    counts: wishTimes.counts.map((row, day) =>
      row.map((count, band) =>
        areHidden ? null : hiddenIfSmall(count ?? 0, behind(figureOf.square(day, band))),
      ),
    ),
    told: areHidden ? null : told,
    untold: areHidden ? null : untold,
  };
}

/** An idea has one topic, so topics add up; problems and causes do not. What names a hidden kind would give it away. */
function themesOutside(
  { themes }: SituationPicture,
  hidden: ReadonlySet<ThemeFigures['kind']>,
  behind: Behind,
): ThemeFigures[] {
  const peopleOf = ({ kind, theme }: ThemeFigures): Some => behind(figureOf.theme(kind, theme));
  const topics = themes.filter(({ kind }) => kind === 'idea');
  const shownTopics = suppressed(
    topics.map(({ proposals }) => proposals ?? 0),
    { people: topics.map(peopleOf) },
  );
  const others = themes
    .filter(({ kind }) => kind !== 'idea')
    .map((each) => changed(each, { proposals: hiddenIfSmall(each.proposals ?? 0, peopleOf(each)) }));
  return [
    ...others,
    ...topics.map((each, index) => changed(each, { proposals: shownTopics[index] ?? null })),
  ].map((each) => (hidden.has(each.kind) ? changed(each, { proposals: null }) : each));
}

/** The whole period’s figures: each stands alone. */
function alone({ proposals, people, peopleBefore, verdict }: ComparedFigures, behind: Some): ComparedFigures {
  return {
    proposals: hiddenIfSmall(proposals ?? 0, behind),
    people: hiddenIfSmall(people ?? 0),
    peopleBefore: peopleBefore === null ? null : hiddenIfSmall(peopleBefore),
    verdict,
  };
}

/** In time and late add up to what was given. */
function answersOutside({ given, inTime, waiting }: SituationPicture['done']['answers'], behind: Behind) {
  const people = [behind(figureOf.inTime), behind(figureOf.late)];
  const [early] = suppressed([inTime ?? 0, (given ?? 0) - (inTime ?? 0)], { people });
  const shownGiven = hiddenIfSmall(given ?? 0, together(people));
  return {
    given: shownGiven,
    inTime: shownGiven === null ? null : (early ?? null),
    waiting: hiddenIfSmall(waiting ?? 0, behind(figureOf.waiting)),
  };
}

/** People of localities, and the mean of those with a population; it is their sum as good as told, and of those without by what is left. */
function peopleOutside({ localities, perThousand }: SituationPicture): {
  people: Count[];
  mean: number | null;
} {
  const people = localities.map((each) => each.people ?? 0);
  if (perThousand === null) return { people: suppressed(people), mean: null };
  const groups = [true, false].map((known) =>
    localities.flatMap(({ population }, index) =>
      (population !== null && population > 0) === known ? [index] : [],
    ),
  );
  const already: boolean[] = [];
  let mayTellMean = true;
  for (const group of groups) {
    const own = group.map((index) => people[index] ?? 0);
    const shown = suppressed(own);
    group.forEach((index, place) => (already[index] = shown[place] === null));
    mayTellMean &&= mayTellTotal(own, shown);
  }
  return { people: suppressed(people, { already }), mean: mayTellMean ? perThousand : null };
}

/** Localities, with what lies in none as one more part of the whole. */
function localitiesOutside(
  picture: SituationPicture,
  behind: Behind,
): Pick<SituationPicture, 'localities' | 'inNoLocality' | 'perThousand'> {
  const { localities, inNoLocality } = picture;
  const proposals = suppressed([...localities.map((each) => each.proposals ?? 0), inNoLocality ?? 0], {
    people: [...localities.map(({ slug }) => slug), null].map((slug) => behind(figureOf.locality(slug))),
  });
  const { people, mean } = peopleOutside(picture);
  const hidden = localities.filter((_, index) => people[index] === null);
  const seenAsFour = (each: LocalityFigures) =>
    verdictOf({ people: SITUATION_LIMITS.leastPeople - 1, population: each.population }, mean);
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
    perThousand: mean,
  };
}

/** The places that at least five people point at, in localities whose figures are told, with rounded positions. */
export function spotsOutside(spots: SituationSpots, picture: SituationPicture): HotSpot[] {
  const told = new Set(picture.localities.filter(({ people }) => people !== null).map(({ name }) => name));
  return spots.hotSpots
    .filter(({ people, locality }) => !isSmall(people) && (locality === null || told.has(locality)))
    .map((spot, index) =>
      changed(spot, { rank: index + 1, kinds: spot.kindsOfMany, position: rounded(spot.position) }),
    );
}

/**
 * How many people point at a usual place. Beside the places that are told it is the sum of those that are not: so there have to be none of
 * them, or several with at least five people together.
 */
function usualOutside({ usual, places, points }: SituationSpots, told: readonly HotSpot[]): number | null {
  const sum = (each: readonly { people: number }[]): number =>
    each.reduce((people, one) => people + one.people, 0);
  const untold = places - told.length;
  return untold === 0 || (untold >= 2 && !isSmall(sum(points) - sum(told))) ? usual : null;
}

/** The whole as it may leave the staff side. */
export function outsideOf(picture: SituationPicture, behind: Behind, spots: SituationSpots): OutsidePicture {
  const shown = pictureOutside(picture, behind);
  const hotSpots = spotsOutside(spots, shown);
  return { picture: shown, hotSpots, usual: usualOutside(spots, hotSpots) };
}
