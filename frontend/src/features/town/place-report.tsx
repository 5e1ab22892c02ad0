import type { PlaceFault, PlaceLine, PlaceReport } from '@lofteskartan/shared/contracts/place-list';
import { CircleCheck, CircleSlash, Equal, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/notice.js';
import { ShowMore } from '../../ui/show-more.js';
import { Tag } from '../../ui/status-mark.js';
import styles from './town.module.css';

const MARKS = { added: CircleCheck, changed: Pencil, same: Equal, refused: CircleSlash } as const;
const PAGE = 50;
/** What needs a look comes first. */
const ORDER = ['refused', 'changed', 'added', 'same'] as const;

/** What a file of places would do, line by line. */
export function PlaceReportView({ report }: { report: PlaceReport }) {
  const { t } = useTranslation('work-places');
  const [shown, setShown] = useState(PAGE);
  if (report.faults.length > 0)
    return (
      <Notice tone="error" title={t('import.unreadable')}>
        <ul className={styles.list}>
          {report.faults.map(({ code, line, found }) => (
            <li key={code}>
              {line !== null && <strong>{t('import.line', { number: line })} </strong>}
              {t(`import.fileFault.${code}`, { found })}
            </li>
          ))}
        </ul>
      </Notice>
    );
  const warned = report.lines.filter(({ remarks }) => remarks.length > 0).length;
  const lines = ORDER.flatMap((state) => report.lines.filter((each) => each.state === state));
  return (
    <>
      <Notice tone={report.refused + warned > 0 ? 'warning' : 'success'} title={t('import.report')} announced>
        <ul className={styles.list}>
          {ORDER.filter((state) => report[state] > 0).map((state) => (
            <li key={state}>{t(`import.counts.${state}`, { count: report[state] })}</li>
          ))}
          {warned > 0 && <li>{t('import.counts.outside', { count: warned })}</li>}
        </ul>
      </Notice>
      <ol className={`${styles.list} ${styles.plain}`}>
        {lines.slice(0, shown).map((line) => (
          <Line key={line.line} line={line} />
        ))}
      </ol>
      {lines.length > PAGE && (
        <ShowMore
          shown={Math.min(shown, lines.length)}
          total={lines.length}
          hasMore={shown < lines.length}
          busy={false}
          onMore={() => {
            setShown(shown + PAGE);
          }}
        />
      )}
    </>
  );
}

function Line({ line: { line, state, type, name, changes, faults, remarks } }: { line: PlaceLine }) {
  const { t } = useTranslation('work-places');
  const Mark = MARKS[state];
  return (
    <li className={styles.item}>
      <p className={styles.row}>
        <Tag icon={<Mark size={16} aria-hidden="true" />}>{t(`import.state.${state}`)}</Tag>
        <span className={styles.soft}>{t('import.line', { number: line })}</span>
        <span>{[name, type && t(`types.${type}`)].filter(Boolean).join(' · ')}</span>
        {changes.length > 0 && (
          <span className={styles.soft}>
            {t('import.changes', { what: changes.map((each) => t(`import.change.${each}`)).join(', ') })}
          </span>
        )}
      </p>
      {[...faults, ...remarks].map((fault) => (
        <Fault key={fault.code} fault={fault} />
      ))}
    </li>
  );
}

function Fault({ fault: { code, column, value } }: { fault: PlaceFault }) {
  const { t } = useTranslation('work-places');
  return (
    <p>
      {column && <strong>{column}: </strong>}
      {t(`import.fault.${code}`, { value })}
    </p>
  );
}
