import type {
  DarkPlaceDetails,
  IdeaDetails,
  SpeedCheckDetails,
} from '@lofteskartan/shared/contracts/proposal-details';
import type { PublicProposal, FollowedProposal } from '@lofteskartan/shared/contracts/proposals';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { DefinitionList, type Definition } from '../../ui/definition-list.js';
import { weekdayRuns } from './weekday-runs.js';

type Told = Pick<PublicProposal | FollowedProposal, 'kind' | 'details' | 'placeName'>;

export interface DetailsListProps {
  proposal: Told;
  /** The locality's name, if there is one. */
  locality?: string | null;
}

function useSpeedCheckRows(): (details: SpeedCheckDetails) => Definition[] {
  const { t } = useTranslation(['story', 'words']);
  const { list, phrase } = useFormats();
  return ({ roadName, direction, weekdays, hourBands, postedLimit, problems, near }) => {
    const days =
      weekdays.length === 7
        ? t('story:details.everyDay')
        : list(
            weekdayRuns(weekdays).map(({ from, to }) =>
              from === to
                ? t(`words:weekday.${from}`)
                : `${t(`words:weekday.${from}`)}–${t(`words:weekday.${to}`)}`,
            ),
          );
    const hours = list(hourBands.map((band) => band.replace('-', '–')));
    return [
      { term: t('story:details.road'), value: roadName },
      { term: t('story:details.direction'), value: direction },
      {
        term: t('story:details.problems'),
        value: phrase(problems.map((each) => t(`words:problem.${each}`))),
      },
      {
        term: t('story:details.when'),
        value: [days, hours && t('story:details.hours', { hours })].filter(Boolean).join(', '),
      },
      {
        term: t('story:details.limit'),
        value: postedLimit ? t('story:details.kmh', { limit: postedLimit }) : null,
      },
      { term: t('story:details.near'), value: phrase(near.map((each) => t(`words:near.${each}`))) },
    ];
  };
}

/** The coded answers in words, question by question; what was left out is left out. */
export function DetailsList({ proposal: { kind, details, placeName }, locality }: DetailsListProps) {
  const { t } = useTranslation(['story', 'words']);
  const { phrase } = useFormats();
  const speedCheckRows = useSpeedCheckRows();
  const rows: Definition[] = [];
  if (kind === 'idea')
    rows.push({ term: t('story:details.topic'), value: t(`words:topic.${(details as IdeaDetails).topic}`) });
  rows.push(
    { term: t('story:details.place'), value: placeName },
    { term: t('story:details.locality'), value: locality },
  );
  if (kind === 'speed-check') rows.push(...speedCheckRows(details as SpeedCheckDetails));
  if (kind === 'dark-place') {
    const { causes, when } = details as DarkPlaceDetails;
    rows.push(
      { term: t('story:details.causes'), value: phrase(causes.map((each) => t(`words:cause.${each}`))) },
      { term: t('story:details.when'), value: phrase(when.map((each) => t(`words:when.${each}`))) },
    );
  }
  return <DefinitionList items={rows} />;
}
