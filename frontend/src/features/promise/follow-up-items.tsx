import type { FollowUpCorrection, FollowUpItem } from '@lofteskartan/shared/contracts/follow-ups';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../platform/i18n.js';
import { Link } from 'react-router';
import { useFormats } from '../../platform/format.js';
import { StatusMark } from '../../ui/status-mark.js';
import styles from './follow-up.module.css';
import { LampPath } from './lamp-path.js';
import { ProgressLamps } from './progress-lamps.js';
import { useFigure, usePaceWord } from './progress-words.js';

const PARTS = ['promise', 'result', 'deviation', 'nextStep'] as const;

interface FollowUpItemsProps {
  municipality: string;
  items: readonly FollowUpItem[];
  corrections: readonly FollowUpCorrection[];
}

/** Each commitment of a follow-up in its form: löfte → resultat → avvikelse → nästa steg. */
export function FollowUpItems({ municipality, items, corrections }: FollowUpItemsProps) {
  const { t } = useTranslation('follow-up');
  const language = useLanguage();
  const figure = useFigure();
  const pace = usePaceWord();
  const written = language === 'sv' ? undefined : 'sv';
  return (
    <>
      {items.map((item) => {
        const { commitmentId, progress, title } = item;
        const words = {
          promise: item.text,
          result: item.result,
          deviation: item.deviation,
          nextStep: item.nextStep,
        };
        const own = corrections.filter((each) => each.commitmentId === commitmentId);
        return (
          <article key={commitmentId} className={styles.item} aria-labelledby={`item-${item.slug}`}>
            <p className={styles.soft}>
              {item.focusArea} · {t('number', { number: item.number })}
            </p>
            <h2 id={`item-${item.slug}`} className={styles.title}>
              <Link to={`/${municipality}/lofte/${item.slug}`}>{title}</Link>
            </h2>
            {progress.type === 'count' ? (
              <LampPath
                label={pace(progress)}
                target={progress.target}
                done={progress.done}
                opening={progress.opening?.count ?? 0}
                expected={progress.expectedToday}
                past
                compact
              />
            ) : (
              <>
                <p className={styles.figure}>
                  {figure(progress)}
                  <span className={styles.soft}>{pace(progress)}</span>
                </p>
                <ProgressLamps progress={progress} />
              </>
            )}
            <ol className={styles.parts}>
              {PARTS.map((part) =>
                words[part] === null ? null : (
                  <li key={part} className={part === 'deviation' ? styles.deviation : undefined}>
                    <h3>
                      {t(`parts.${part}`)}
                      {part === 'deviation' && item.behind && (
                        <StatusMark fill="half" tone="no">
                          {t('behind')}
                        </StatusMark>
                      )}
                    </h3>
                    <p className={styles.text} lang={part === 'promise' ? undefined : written}>
                      {words[part]}
                    </p>
                  </li>
                ),
              )}
            </ol>
            <Corrections corrections={own} heading="h3" />
          </article>
        );
      })}
    </>
  );
}

/** Corrections with their day and reason; nothing where there are none. */
export function Corrections({
  corrections,
  heading: Heading,
}: {
  corrections: readonly FollowUpCorrection[];
  heading: 'h2' | 'h3';
}) {
  const { t } = useTranslation('follow-up');
  const { date } = useFormats();
  if (corrections.length === 0) return null;
  return (
    <div className={styles.corrections}>
      <Heading>{t('corrections')}</Heading>
      <ul>
        {corrections.map(({ at, text, reason }) => (
          <li key={at}>
            <p className={styles.text}>{t('correction', { day: date(at), text })}</p>
            <p className={styles.soft}>{t('reason', { reason })}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
