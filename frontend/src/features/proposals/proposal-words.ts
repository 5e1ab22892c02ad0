import type { PublicProposal } from '@lofteskartan/shared/contracts/proposals';
import type {
  IdeaDetails,
  PublicDarkPlaceDetails,
  PublicSpeedCheckDetails,
} from '@lofteskartan/shared/contracts/proposal-details';
import { WEEKDAYS, type ProposalKind, type Weekday } from '@lofteskartan/shared/vocabulary';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import type { Counts } from '../../map/cluster-index.js';
import { KIND_SHAPES, statusWord } from '../../platform/looks.js';

/** What a proposal is called and said about it, from the part that is public. */
type Sayable = Pick<PublicProposal, 'kind' | 'status' | 'details' | 'placeName' | 'locality'>;

/** "kl. 7–9" reads better than "07-09". */
export const hoursInWords = (band: string) => band.replace('-', '–');

/** As within a sentence; letters that stand alone, as in A-traktor, keep their size. */
const within = (text: string) =>
  text.charAt(1) === '-' ? text : text.charAt(0).toLowerCase() + text.slice(1);

/** The words for proposals in the chosen language. */
export function useProposalWords(localities: readonly { slug: string; name: string }[]) {
  const { t } = useTranslation(['proposals', 'words']);
  const { list, number } = useFormats();
  return useMemo(() => {
    const localityName = (slug: string | null) => localities.find((each) => each.slug === slug)?.name ?? null;

    /** "Göteborgsvägen, Nödinge": the place; for an idea its topic and place. */
    const title = ({ kind, details, placeName, locality }: Sayable): string => {
      const place =
        placeName ?? (kind === 'speed-check' ? (details as PublicSpeedCheckDetails).roadName : null);
      const where = [place, localityName(locality)].filter(Boolean).join(', ');
      if (kind === 'idea') {
        const topic = t(`words:topic.${(details as IdeaDetails).topic}`);
        return where ? t('proposals:title.ideaAt', { topic, where }) : topic;
      }
      return where || t('proposals:title.nowhere');
    };

    /** "vardagar" is what five days in a row are called. */
    const days = (chosen: readonly Weekday[]): string => {
      const [work, rest] = [WEEKDAYS.slice(0, 5), WEEKDAYS.slice(5)];
      const all = (some: readonly Weekday[]) => some.every((day) => chosen.includes(day));
      if (all(WEEKDAYS)) return t('proposals:days.all');
      if (all(work) && chosen.length === work.length) return t('proposals:days.work');
      if (all(rest) && chosen.length === rest.length) return t('proposals:days.rest');
      return list(WEEKDAYS.filter((day) => chosen.includes(day)).map((day) => t(`words:weekday.${day}`)));
    };

    /** "Fortkörning och A-traktor · 07–09 · 50 km/h": the coded answers. */
    const summary = ({ kind, details }: Sayable): string => {
      if (kind === 'idea') return '';
      if (kind === 'dark-place') {
        const { causes, when } = details as PublicDarkPlaceDetails;
        return [
          list(causes.map((cause) => within(t(`words:cause.${cause}`)))),
          list(when.map((time) => within(t(`words:when.${time}`)))),
        ]
          .filter(Boolean)
          .join(' · ');
      }
      const { problems, hourBands, weekdays, postedLimit, near } = details as PublicSpeedCheckDetails;
      return [
        list(problems.map((problem) => within(t(`words:problem.${problem}`)))),
        days(weekdays),
        list([...hourBands].sort().map(hoursInWords)),
        postedLimit ? t('proposals:limit', { limit: postedLimit }) : '',
        near.length > 0
          ? t('proposals:near', { near: list(near.map((each) => within(t(`words:near.${each}`)))) })
          : '',
      ]
        .filter(Boolean)
        .join(' · ');
    };

    const status = ({ kind, status: at }: Pick<Sayable, 'kind' | 'status'>) =>
      t(`words:${statusWord(kind, at)}`);
    const kindOf = (kind: ProposalKind) => t(`words:kind.${kind}`);

    /** "9 hastighetskontroller, 1 idé" for a cluster on the map. */
    const counts = (of: Counts): string =>
      list(
        (['speed-check', 'dark-place', 'idea'] as const)
          .filter((kind) => of[KIND_SHAPES[kind]] > 0)
          .map((kind) => {
            const count = of[KIND_SHAPES[kind]];
            return t(`proposals:count.${kind}`, { count, number: number(count) });
          }),
      );

    return { title, summary, status, kindOf, counts, localityName };
  }, [t, list, number, localities]);
}

export type ProposalWords = ReturnType<typeof useProposalWords>;
