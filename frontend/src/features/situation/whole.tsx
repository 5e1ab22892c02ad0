import type { SituationPicture } from '@lofteskartan/shared/contracts/situation';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { KIND_SHAPES } from '../../platform/looks.js';
import { Glyph } from '../../ui/glyphs/glyph.js';
import { Section } from './section.js';
import styles from './situation.module.css';
import { TrendMark } from './trend-mark.js';
import { useFigure } from './use-figure.js';

/** The period in short: how many were heard, about what, and beside last year. */
export function Whole({ picture }: { picture: SituationPicture }) {
  const { t } = useTranslation(['work-situation', 'words']);
  const { date, number } = useFormats();
  const figure = useFigure();
  const { all, kinds, comparison, heardSince, until, to } = picture;
  return (
    <Section title={t('whole.title')}>
      <div className={styles.whole}>
        <p className={styles.said}>
          <strong>
            {all.people === null
              ? t('whole.peopleHidden')
              : t('whole.people', { count: all.people, number: number(all.people) })}
          </strong>{' '}
          {all.proposals === null
            ? t('whole.proposalsHidden')
            : t('whole.proposals', { count: all.proposals, number: number(all.proposals) })}
          .
        </p>
        <TrendMark figures={all} comparison={comparison} />
        {comparison === 'compared' && all.verdict && (
          <p className={styles.soft}>{t(`trend.${all.verdict}How`)}</p>
        )}
        {comparison !== 'compared' && (
          <p className={styles.soft}>
            {t(`trend.${comparison}`, { day: heardSince ? date(heardSince) : '' })}
          </p>
        )}
        <p className={styles.soft}>
          {t('whole.how')} {until < to && t('period.sofar', { day: date(until) })}
        </p>
      </div>
      <ul className={styles.kinds}>
        {kinds.map((each) => (
          <li key={each.kind} className={styles.kind}>
            <h3>
              <Glyph shape={KIND_SHAPES[each.kind]} size={22} /> {t(`kinds.${each.kind}`, { ns: 'words' })}
            </h3>
            <p>
              <span className={styles.big}>{figure(each.people)}</span>{' '}
              {t('whole.kindPeople', { count: each.people ?? 0 })}
            </p>
            <p className={styles.soft}>
              {each.proposals === null
                ? t('whole.kindProposalsHidden')
                : t('whole.kindProposals', { count: each.proposals, number: number(each.proposals) })}
            </p>
            <TrendMark figures={each} comparison={comparison} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
