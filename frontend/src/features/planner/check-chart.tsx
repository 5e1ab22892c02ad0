import type { StretchCheck } from '@lofteskartan/shared/contracts/stretches';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Table } from '../../ui/table.js';
import { type CheckMonth, checkMonths } from './check-months.rules.js';
import own from './measurements.module.css';

const inSweden = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });

/** The checks of a stretch month by month, and a table that says the same and more. */
export function CheckChart({ checks }: { checks: readonly StretchCheck[] }) {
  const { t } = useTranslation(['work-measurements', 'work-car']);
  const { month: monthWords, number, percent, list } = useFormats();
  const { months, earlier } = checkMonths(checks, inSweden.format(new Date()));
  const most = Math.max(1, ...months.map((each) => each.checks));
  const [from, to] = [monthWords(months[0]?.month ?? ''), monthWords(months.at(-1)?.month ?? '')];
  return (
    <div className={own.part}>
      <div
        className={own.bars}
        role="img"
        aria-label={t('checks.chart', { from, to, count: checks.length - earlier })}
      >
        {months.map((each) => (
          <span key={each.month} className={own.month}>
            {each.checks > 0 && <span style={{ height: `${String((each.checks / most) * 100)}%` }} />}
          </span>
        ))}
      </div>
      <div className={own.ends} aria-hidden="true">
        <span>{from}</span>
        {months.length > 1 && <span>{to}</span>}
      </div>
      <details className={own.more}>
        <summary>{t('checks.table')}</summary>
        <Table<CheckMonth>
          caption={t('checks.caption')}
          captionHidden
          rows={months.filter((each) => each.checks > 0).reverse()}
          rowKey={({ month }) => month}
          columns={[
            { key: 'month', head: t('checks.month'), cell: ({ month }) => monthWords(month) },
            { key: 'checks', head: t('checks.checks'), cell: (each) => number(each.checks) },
            {
              key: 'measured',
              head: t('checks.measured'),
              cell: ({ measured }) => (measured === null ? t('checks.unknown') : number(measured)),
            },
            {
              key: 'share',
              head: t('checks.share'),
              cell: ({ share }) =>
                share === null
                  ? t('checks.unknown')
                  : t('checks.shareOf', {
                      percent: percent(share.reported / share.measured),
                      reported: number(share.reported),
                      measured: number(share.measured),
                    }),
            },
            {
              key: 'method',
              head: t('checks.method'),
              cell: ({ methods }) =>
                methods.length === 0
                  ? t('checks.unknown')
                  : list(methods.map((method) => t(`method.${method}`, { ns: 'work-car' }))),
            },
          ]}
        />
      </details>
      {earlier > 0 && <p className={own.soft}>{t('checks.earlier', { count: earlier })}</p>}
    </div>
  );
}
