import type { Commitment } from '@lofteskartan/shared/contracts/medborgarlofte';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../platform/format.js';
import { LampPath } from './lamp-path.js';

/** The path of a commitment with a number, with what is needed from now on. */
export function PromisePath({
  commitment,
  compact = false,
  heading,
  label,
  linked = false,
}: {
  commitment: Commitment;
  /** The commitment's title, unless something else names it here. */
  label?: string;
  compact?: boolean;
  heading?: 'h2' | 'h3';
  /** Adds a link to the commitment's page. */
  linked?: boolean;
}) {
  const { t } = useTranslation('promise');
  const { number, date } = useFormats();
  const { progress } = commitment;
  if (progress.type !== 'count') return null;
  const { neededPerMonth, target, done } = progress;
  /** "Det behövs 2,2 i månaden …"; less than one a month is easier said as how many are left. */
  const toGo = () => {
    if (neededPerMonth === null || neededPerMonth === 0 || commitment.to === null) return null;
    const day = date(commitment.to);
    return neededPerMonth < 1
      ? t('toGo', { count: target - done, number: number(target - done), day })
      : t('needed', { number: number(neededPerMonth, 1), day });
  };
  return (
    <LampPath
      label={label ?? commitment.title}
      target={progress.target}
      done={progress.done}
      opening={progress.opening?.count ?? 0}
      awaiting={progress.awaitingRelease ?? 0}
      expected={progress.expectedToday}
      compact={compact}
      heading={heading}
      aside={toGo()}
    >
      {linked && <Link to={`/${commitment.municipality}/lofte/${commitment.slug}`}>{t('seeEach')}</Link>}
    </LampPath>
  );
}
