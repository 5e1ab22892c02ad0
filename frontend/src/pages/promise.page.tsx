import type { Medborgarlofte } from '@lofteskartan/shared/contracts/medborgarlofte';
import { useQuery } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, ExternalLink, Repeat } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMunicipalitySlug } from '../features/municipalities/municipalities.queries.js';
import { CommitmentRow } from '../features/promise/commitment-row.js';
import { PromiseGlance } from '../features/promise/promise-glance.js';
import { FollowUpList } from '../features/promise/follow-up-list.js';
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

const GOAL_MARKS = { increase: ArrowUp, decrease: ArrowDown } as const;

function Promise({ promise }: { promise: Medborgarlofte }) {
  const { t } = useTranslation('promise');
  const { date } = useFormats();
  return (
    <>
      <div className={styles.intro}>
        <div className={styles.section}>
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
        </div>
        <PromiseGlance promise={promise} />
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
      <FollowUpList municipality={promise.municipality} />
      <div className={styles.columns}>
        <section className={styles.section} aria-labelledby="goals">
          <h2 id="goals">{t('page.goals')}</h2>
          <ul className={styles.goals}>
            {promise.goals.map(({ text, direction }) => {
              const Mark = direction ? GOAL_MARKS[direction] : Repeat;
              return (
                <li key={text}>
                  <Mark size={20} aria-hidden="true" />
                  <span>{text}</span>
                </li>
              );
            })}
          </ul>
          <p className={styles.note}>{t('page.goalsNote')}</p>
        </section>
        <div className={styles.side}>
          <Names
            id="partners"
            heading={t('page.partners')}
            names={promise.partners.map(({ name }) => ({ name, url: null }))}
          />
          <Names id="channels" heading={t('page.channels')} names={promise.channels} />
        </div>
      </div>
    </>
  );
}

/** Names under a heading, with a link where there is one. */
function Names({ id, heading, names }: { id: string; heading: string; names: Medborgarlofte['channels'] }) {
  if (names.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <ul className={styles.names}>
        {names.map(({ name, url }) => (
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
  );
}
