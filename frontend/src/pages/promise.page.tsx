import type { Medborgarlofte } from '@lofteskartan/shared/contracts/medborgarlofte';
import { useQuery } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMunicipalitySlug } from '../features/municipalities/municipalities.queries.js';
import { CommitmentRow } from '../features/promise/commitment-row.js';
import { promiseQuery } from '../features/promise/promise.queries.js';
import { useFormats } from '../platform/format.js';
import { PageTitle } from '../ui/page-title.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { EmptyState, ErrorState } from '../ui/states.js';
import styles from './promise.page.module.css';

/** `/ale/lofte`: the promise in its own order: focus areas with their commitments, goals, who stands behind it. */
export default function PromisePage() {
  const { t } = useTranslation('promise');
  const promise = useQuery(promiseQuery(useMunicipalitySlug()));
  return (
    <div className={`wrap ${styles.page}`}>
      {promise.isPending && <SkeletonPage label={t('loading')} />}
      {promise.error && (
        <>
          <PageTitle title={t('page.short')} />
          <ErrorState error={promise.error} onRetry={() => void promise.refetch()} />
        </>
      )}
      {promise.data === null && (
        <>
          <PageTitle title={t('page.short')} />
          <EmptyState title={t('page.none')} />
        </>
      )}
      {promise.data && <Promise promise={promise.data} />}
    </div>
  );
}

function Promise({ promise }: { promise: Medborgarlofte }) {
  const { t } = useTranslation('promise');
  const { date, moment } = useFormats();
  return (
    <>
      <PageTitle
        title={promise.title}
        short={t('page.short')}
        lead={
          promise.to
            ? t('page.period', { from: date(promise.from), to: date(promise.to) })
            : t('page.periodOpen', { from: date(promise.from) })
        }
      />
      <div className="prose">
        {promise.intro.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      {promise.focusAreas.map(({ slug, heading }) => (
        <section key={slug} className={styles.section} aria-labelledby={`area-${slug}`}>
          <h2 id={`area-${slug}`} className={styles.heading}>
            {heading}
          </h2>
          <ul className={styles.list}>
            {promise.commitments
              .filter(({ focusArea }) => focusArea === slug)
              .sort((a, b) => a.number - b.number)
              .map((commitment) => (
                <CommitmentRow key={commitment.id} commitment={commitment} />
              ))}
          </ul>
        </section>
      ))}
      <div className={styles.columns}>
        <section className={styles.section} aria-labelledby="goals">
          <h2 id="goals">{t('page.goals')}</h2>
          <p>{t('page.goalsNote')}</p>
          <ul className={styles.goals}>
            {promise.goals.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
        <div className={styles.section}>
          <section className={styles.section} aria-labelledby="partners">
            <h2 id="partners">{t('page.partners')}</h2>
            <ul>
              {promise.partners.map(({ slug, name }) => (
                <li key={slug}>{name}</li>
              ))}
            </ul>
          </section>
          <section className={styles.section} aria-labelledby="channels">
            <h2 id="channels">{t('page.channels')}</h2>
            <ul>
              {promise.channels.map(({ name, url }) => (
                <li key={name}>
                  {url ? (
                    <a href={url} rel="external">
                      {name} <ExternalLink size={16} aria-hidden="true" />
                    </a>
                  ) : (
                    name
                  )}
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
      <p>{t('updated', { moment: moment(promise.updatedAt) })}</p>
    </>
  );
}
