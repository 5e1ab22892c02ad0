import type { ImportLine } from '@lofteskartan/shared/contracts/activity-import';
import { CircleCheck, CircleSlash, CopyX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CheckboxChips } from '../../ui/chips.js';
import { Tag } from '../../ui/status-mark.js';
import styles from './import.module.css';

const MARKS = { accepted: CircleCheck, refused: CircleSlash, duplicate: CopyX } as const;

interface ImportLinesProps {
  lines: readonly ImportLine[];
  /** The suggestions that were accepted, by line. */
  links: ReadonlyMap<number, string>;
  onLink?: (line: number, reference: string | null) => void;
}

/** What becomes of each line, in words. */
export function ImportLines({ lines, links, onLink }: ImportLinesProps) {
  const { t } = useTranslation(['work-import', 'words']);
  return (
    <ol className={styles.lines}>
      {lines.map(
        ({
          line,
          state,
          commitment,
          occurredOn,
          publicText,
          references,
          counts,
          whyNot,
          suggestion,
          faults,
        }) => {
          const Mark = MARKS[state];
          const linked = links.get(line);
          const offered = linked ?? suggestion?.reference;
          return (
            <li key={line} className={styles.line} data-state={state}>
              <p className={styles.head}>
                <Tag icon={<Mark size={16} aria-hidden="true" />}>{t(`state.${state}`)}</Tag>
                <span className={styles.soft}>{t('line', { number: line })}</span>
              </p>
              <p className={styles.what}>
                {[occurredOn, commitment, publicText].filter((part) => part !== '').join(' · ')}
              </p>
              {state === 'accepted' && (
                <p>
                  {counts ? t('counts') : t('countsNot')}
                  {whyNot && ` ${t(`whyNot.${whyNot}`, { ns: 'words' })}`}
                </p>
              )}
              {references.length > 0 && (
                <p>
                  {t('linked')}{' '}
                  {references.map((reference) => (
                    <Link key={reference} to={`/arbete/forslag/${reference}`}>
                      {reference}
                    </Link>
                  ))}
                </p>
              )}
              {faults.map(({ column, value, message }) => (
                <p key={`${column} ${message}`} className={styles.fault}>
                  {column ? t(value ? 'faultValue' : 'faultColumn', { column, value, message }) : message}
                </p>
              ))}
              {onLink && offered && (
                <CheckboxChips
                  label={t('suggestion')}
                  options={[
                    {
                      value: offered,
                      label: suggestion
                        ? t('link', { reference: offered, metres: suggestion.distanceMetres })
                        : t('linkChosen', { reference: offered }),
                    },
                  ]}
                  value={linked ? [linked] : []}
                  onChange={([chosen]) => {
                    onLink(line, chosen ?? null);
                  }}
                />
              )}
            </li>
          );
        },
      )}
    </ol>
  );
}
