import type { Medborgarlofte } from '@lofteskartan/shared/contracts/medborgarlofte';
import { ArrowDown, ArrowUp, ExternalLink, Repeat } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { CommitmentRow } from './commitment-row.js';
import { PromiseGlance } from './promise-glance.js';
import styles from './promise-view.module.css';

interface PromiseViewProps {
  promise: Medborgarlofte;
  /** The title, with the words about the period under it. */
  heading: (period: string) => ReactNode;
  /** What stands between the commitments and the goals. */
  children?: ReactNode;
}

const GOAL_MARKS = { increase: ArrowUp, decrease: ArrowDown } as const;

/** A promise in its own order: focus areas with their commitments, goals, who stands behind it. */
export function PromiseView({ promise, heading, children }: PromiseViewProps) {
  const { t } = useTranslation('promise');
  const { date } = useFormats();
  return (
    <>
      <div className={styles.intro}>
        <div className={styles.section}>
          {heading(
            promise.to
              ? t('page.period', { from: date(promise.from), to: date(promise.to) })
              : t('page.periodOpen', { from: date(promise.from) }),
          )}
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
      {children}
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
