import type { SituationPicture, WishTimes } from '@lofteskartan/shared/contracts/situation';
import { HOUR_BANDS, WEEKDAYS } from '@lofteskartan/shared/vocabulary';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { VisuallyHidden } from '../../ui/visually-hidden.js';
import { BarList } from './bar-list.js';
import { Section } from './section.js';
import styles from './situation.module.css';
import { useFigure } from './use-figure.js';

/** How dark a square is, 0 to 3, beside the darkest. */
function levelOf(count: number | null, most: number): 0 | 1 | 2 | 3 {
  if (!count || most === 0) return 0;
  const share = count / most;
  return share > 2 / 3 ? 3 : share > 1 / 3 ? 2 : 1;
}

/** Wishes by weekday and band: a table whose squares are darker the more there are. */
function Week({ times }: { times: WishTimes }) {
  const { t } = useTranslation(['work-situation', 'words']);
  const figure = useFigure();
  const levels = [undefined, styles.level1, styles.level2, styles.level3];
  const most = Math.max(0, ...times.counts.flat().map((count) => count ?? 0));
  return (
    <table className={styles.week}>
      <caption>
        <VisuallyHidden>{t('times.caption')}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <VisuallyHidden>{t('times.band')}</VisuallyHidden>
          </th>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col">
              <span aria-hidden="true">{t(`times.short.${day}`)}</span>
              <VisuallyHidden>{t(`weekday.${day}`, { ns: 'words' })}</VisuallyHidden>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {HOUR_BANDS.map((band, column) => (
          <tr key={band}>
            <th scope="row">{band.replace('-', '–')}</th>
            {times.counts.map((row, day) => {
              const count = row[column] ?? null;
              return (
                <td key={WEEKDAYS[day]} className={levels[levelOf(count, most)] ?? styles.level0}>
                  {count === null ? (
                    <>
                      <span aria-hidden="true">·</span>
                      <VisuallyHidden>{figure(count)}</VisuallyHidden>
                    </>
                  ) : (
                    figure(count)
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** When it happens, as residents say. */
export function TimesSection({ picture }: { picture: SituationPicture }) {
  const { t } = useTranslation(['work-situation', 'words']);
  const { number } = useFormats();
  const { wishTimes, darkTimes } = picture;
  const { told, untold } = wishTimes;
  const named = darkTimes.filter(({ proposals }) => proposals !== 0);
  return (
    <Section title={t('times.title')} lead={t('times.lead')}>
      <div className={styles.pair}>
        <div className={styles.part}>
          <h3>{t('times.wishes')}</h3>
          {told === 0 ? <p>{t('times.none')}</p> : <Week times={wishTimes} />}
          <p className={styles.soft}>
            {told === null || untold === null
              ? t('times.toldHidden')
              : [
                  told > 0 && t('times.told', { count: told, number: number(told) }),
                  untold > 0 && t('times.untold', { count: untold, number: number(untold) }),
                ]
                  .filter(Boolean)
                  .join(' ')}
          </p>
        </div>
        <div className={styles.part}>
          <h3>{t('times.dark')}</h3>
          {named.length === 0 ? (
            <p>{t('times.darkNone')}</p>
          ) : (
            <BarList
              caption={t('times.dark')}
              name={t('times.band')}
              count={t('themes.proposals')}
              rows={named.map(({ time, proposals }) => ({
                key: time,
                words: t(`when.${time}`, { ns: 'words' }),
                count: proposals,
              }))}
            />
          )}
          <p className={styles.soft}>{t('times.several')}</p>
        </div>
      </div>
    </Section>
  );
}
