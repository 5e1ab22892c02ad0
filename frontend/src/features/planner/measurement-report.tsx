import type { MeasurementFault, MeasurementReport } from '@lofteskartan/shared/contracts/speed-measurements';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Notice } from '../../ui/notice.js';
import { Table } from '../../ui/table.js';
import { Figures } from './measured-figures.js';
import { useMeasurementWords } from './measurement-words.js';
import own from './measurements.module.css';

/** What a file would come to, and the lines that were not understood. */
export function Report({ report, limit }: { report: MeasurementReport; limit: number | null }) {
  const { t } = useTranslation('work-measurements');
  const { number, list } = useFormats();
  const words = useMeasurementWords();
  const heading = useRef<HTMLHeadingElement>(null);
  // It comes below what was filled in: whoever asked for it is taken there.
  useEffect(() => {
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'start' });
  }, []);
  const { form, accepted, refused, leftOut, otherDirection, ignoredColumns, faults, figures } = report;
  const sums = [
    t(`report.${form}`, { count: accepted, number: number(accepted) }),
    refused > 0 && t('refused', { count: refused, number: number(refused) }),
    leftOut > 0 && t('leftOut', { count: leftOut, number: number(leftOut) }),
    otherDirection > 0 &&
      t('report.otherDirection', { count: otherDirection, number: number(otherDirection) }),
    ignoredColumns.length > 0 && t('report.ignored', { columns: list(ignoredColumns) }),
  ];
  return (
    <section className={own.part} aria-live="polite">
      <h3 ref={heading} tabIndex={-1}>
        {t('report.title')}
      </h3>
      <p>{sums.filter(Boolean).join(' ')}</p>
      {report.alreadyThere && <Notice tone="warning">{t('report.there')}</Notice>}
      {figures ? (
        <>
          <p>
            {t('report.period')} {words.period(figures)},{' '}
            {t('passages', { count: figures.passages, number: number(figures.passages) })}
          </p>
          <Figures figures={figures} limit={limit} />
        </>
      ) : (
        <Notice tone="warning">{t('report.nothing')}</Notice>
      )}
      {faults.length > 0 && (
        <>
          <h3>{t('report.faults')}</h3>
          {refused > faults.length && <p>{t('report.faultsFirst', { count: faults.length })}</p>}
          <Table<MeasurementFault>
            caption={t('report.faults')}
            captionHidden
            rows={faults}
            rowKey={({ line }) => String(line)}
            columns={[
              { key: 'line', head: t('report.line'), cell: ({ line }) => String(line) },
              { key: 'column', head: t('report.column'), cell: ({ column }) => column },
              { key: 'value', head: t('report.value'), cell: ({ value }) => value },
              { key: 'why', head: t('report.why'), cell: ({ message }) => message },
            ]}
          />
        </>
      )}
    </section>
  );
}
