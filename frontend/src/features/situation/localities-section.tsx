import type { LocalityFigures, SituationPicture } from '@lofteskartan/shared/contracts/situation';
import { Ear, EarOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Notice } from '../../ui/notice.js';
import { Table } from '../../ui/table.js';
import { IntervalBar } from './interval-bar.js';
import { Section } from './section.js';
import styles from './situation.module.css';
import { useFigure } from './use-figure.js';

const isUnheard = ({ verdict }: LocalityFigures): boolean => verdict === 'nobody' || verdict === 'hardly';

/** Locality by locality beside its population, and which are hardly heard. */
export function LocalitiesSection({ picture }: { picture: SituationPicture }) {
  const { t } = useTranslation('work-situation');
  const { number } = useFormats();
  const figure = useFigure();
  const { localities, perThousand, inNoLocality } = picture;
  const most = Math.max(perThousand ?? 0, ...localities.map((each) => each.perThousand?.high ?? 0));
  const unheard = localities.filter(isUnheard);
  const hidesAny = localities.some(({ people }) => people === null);
  return (
    <Section title={t('localities.title')} lead={t('localities.lead')}>
      {unheard.length > 0 && (
        <Notice title={t('localities.unheard', { names: unheard.map(({ name }) => name).join(' · ') })}>
          {t('localities.unheardHow')}
        </Notice>
      )}
      {unheard.length === 0 && !hidesAny && <p>{t('localities.none')}</p>}
      <Table
        caption={t('localities.caption')}
        captionHidden
        rows={localities}
        rowKey={({ slug }) => slug}
        columns={[
          { key: 'name', head: t('localities.locality'), cell: ({ name }) => name },
          {
            key: 'population',
            head: t('localities.population'),
            numeric: true,
            cell: ({ population }) => (population === null ? t('localities.unknown') : number(population)),
          },
          {
            key: 'people',
            head: t('localities.people'),
            numeric: true,
            cell: ({ people }) => figure(people),
          },
          {
            key: 'per',
            head: t('localities.per'),
            cell: ({ perThousand: per }) =>
              per && (
                <span className={styles.per}>
                  <span>
                    {number(per.value, 1)}{' '}
                    <span className={styles.soft}>
                      ({t('localities.range', { low: number(per.low, 1), high: number(per.high, 1) })})
                    </span>
                  </span>
                  <IntervalBar
                    low={per.low}
                    high={per.high}
                    value={per.value}
                    beside={perThousand}
                    most={most}
                  />
                </span>
              ),
          },
          {
            key: 'verdict',
            head: t('localities.verdict'),
            cell: (each) =>
              each.verdict && (
                <span className={isUnheard(each) ? styles.unheard : styles.heard}>
                  {isUnheard(each) ? (
                    <EarOff size={18} aria-hidden="true" />
                  ) : (
                    <Ear size={18} aria-hidden="true" />
                  )}
                  {t(`localities.verdicts.${each.verdict}`)}
                </span>
              ),
          },
          {
            key: 'activities',
            head: t('localities.activities'),
            numeric: true,
            cell: ({ activities }) => number(activities),
          },
          {
            key: 'measures',
            head: t('localities.measures'),
            numeric: true,
            cell: ({ measures }) => number(measures),
          },
        ]}
      />
      <p className={styles.soft}>
        {perThousand !== null && t('localities.mean', { number: number(perThousand, 1) })}{' '}
        {inNoLocality !== null &&
          inNoLocality > 0 &&
          t('localities.elsewhere', { count: inNoLocality, number: number(inNoLocality) })}
      </p>
    </Section>
  );
}
