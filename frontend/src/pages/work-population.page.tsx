import type { Population } from '@lofteskartan/shared/contracts/population';
import { POPULATION_BANDS } from '@lofteskartan/shared/population';
import type { Town } from '@lofteskartan/shared/contracts/town';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PopulationForm } from '../features/town/population-form.js';
import { PopulationImport } from '../features/town/population-import.js';
import { populationQuery } from '../features/town/population.queries.js';
import { TownFrame } from '../features/town/town-frame.js';
import styles from '../features/town/town.module.css';
import { useFormats } from '../platform/format.js';
import { Button } from '../ui/button.js';
import { DefinitionList } from '../ui/definition-list.js';
import { SkeletonBlock } from '../ui/skeleton.js';
import { EmptyState, ErrorState } from '../ui/states.js';

/** `/arbete/admin/befolkning`: how many live in the municipality by sex and age, which those who were heard are laid beside. */
export default function WorkPopulationPage() {
  const { t } = useTranslation('work-population');
  return (
    <TownFrame title={t('title')} lead={t('lead')}>
      {(town) => <Years key={town.slug} town={town} />}
    </TownFrame>
  );
}

function Years({ town }: { town: Town }) {
  const { t } = useTranslation('work-population');
  const { data, error, refetch } = useQuery(populationQuery(town.slug));
  const [open, setOpen] = useState<string | null>(null);
  if (error && !data) return <ErrorState error={error} title={t('failed')} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonBlock height="16rem" />;
  const close = () => {
    setOpen(null);
  };
  const form = (year: string) => (
    <PopulationForm municipality={town.slug} population={data} year={year} onDone={close} />
  );
  return (
    <div className={styles.parts}>
      {data.years.length === 0 && open === null && <EmptyState title={t('none')}>{t('noneHow')}</EmptyState>}
      {data.years.map((each) => (
        <section key={each.year} className={styles.item} aria-labelledby={`population-${String(each.year)}`}>
          <h2 id={`population-${String(each.year)}`} className={styles.itemTitle}>
            {t('yearNamed', { year: each.year })}
          </h2>
          {open === String(each.year) ? (
            form(String(each.year))
          ) : (
            <>
              <Figures year={each} />
              <Button
                aria-label={t('changeYear', { year: each.year })}
                onClick={() => {
                  setOpen(String(each.year));
                }}
              >
                {t('change')}
              </Button>
            </>
          )}
        </section>
      ))}
      {open === 'new' && (
        <section className={styles.item} aria-labelledby="population-new">
          <h2 id="population-new" className={styles.itemTitle}>
            {t('newYear')}
          </h2>
          {form('')}
        </section>
      )}
      {open === 'file' && (
        <section className={styles.item} aria-labelledby="population-file">
          <h2 id="population-file" className={styles.itemTitle}>
            {t('fromFile')}
          </h2>
          <PopulationImport municipality={town.slug} version={data.version} onDone={close} />
        </section>
      )}
      {open === null && (
        <div className={styles.row}>
          <Button
            look="primary"
            onClick={() => {
              setOpen('new');
            }}
          >
            {t('newYear')}
          </Button>
          <Button
            onClick={() => {
              setOpen('file');
            }}
          >
            {t('fromFile')}
          </Button>
        </div>
      )}
      <p>
        <Link to={`/${town.slug}/dialoger/hordas`}>{t('public')}</Link>
      </p>
    </div>
  );
}

function Figures({ year: { source, bands } }: { year: Population['years'][number] }) {
  const { t } = useTranslation(['work-population', 'dialogue-outcomes']);
  const { number } = useFormats();
  return (
    <DefinitionList
      items={[
        { term: t('source'), value: source },
        ...POPULATION_BANDS.map((band) => ({
          term: t(`dialogue-outcomes:band.${band}`),
          value: typeof bands[band] === 'number' ? number(bands[band]) : null,
        })),
      ]}
    />
  );
}
