import type { WhoWasHeard } from '@lofteskartan/shared/contracts/medborgardialog-reports';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Notice } from '../../ui/notice.js';
import { Part } from '../../ui/part.js';
import { SelectField } from '../../ui/select-field.js';
import { Table } from '../../ui/table.js';
import { HeardBands } from './heard-bands.js';
import styles from './outcomes.module.css';

interface HeardProps {
  heard: WhoWasHeard;
  onYear: (year: string) => void;
}

/** Who was heard in a year beside how many live there, and where nobody has been asked for a year. */
export function Heard({ heard, onYear }: HeardProps) {
  const { t } = useTranslation('dialogue-outcomes');
  const { number, date, list } = useFormats();
  const { year, years, dialogues, told, people, population, localities, bands, populationOf } = heard;
  const figure = (count: number | null, none = t('people.notTold')) =>
    count === null ? none : number(count);
  const share = (count: number | null, of: number | null) =>
    count === null || !of ? '' : number((count / of) * 1000, 1);
  const longAgo = localities.filter(({ isLongAgo }) => isLongAgo).map(({ name }) => name);
  const all = [...new Set([year, ...years])].sort((a, b) => b - a).map(String);
  return (
    <>
      <div className={styles.form}>
        <SelectField
          label={t('heard.year')}
          value={String(year)}
          options={all.map((value) => ({ value, label: value }))}
          onChange={onYear}
        />
      </div>
      <p>
        {t('heard.dialogues', { count: dialogues })} {t('heard.told', { count: told })}{' '}
        {people !== null && t('people.came', { count: people })}
      </p>
      {longAgo.length > 0 && (
        <Notice tone="warning" title={t('heard.longAgo', { count: longAgo.length })}>
          {list(longAgo)}
        </Notice>
      )}
      <Part id="localities" title={t('heard.localities')}>
        <Table
          caption={t('heard.localitiesCaption', { year })}
          captionHidden
          rows={localities}
          rowKey={({ name }) => name}
          columns={[
            { key: 'name', head: t('people.locality'), cell: ({ name }) => name },
            {
              key: 'population',
              head: t('heard.population'),
              numeric: true,
              cell: (row) => figure(row.population, t('heard.unknown')),
            },
            { key: 'people', head: t('people.people'), numeric: true, cell: (row) => figure(row.people) },
            {
              key: 'share',
              head: t('heard.perThousand'),
              numeric: true,
              cell: (row) => share(row.people, row.population),
            },
            { key: 'dialogues', head: t('heard.held'), numeric: true, cell: (row) => number(row.dialogues) },
            {
              key: 'last',
              head: t('heard.last'),
              cell: ({ lastOn }) => (lastOn === null ? t('heard.never') : date(lastOn)),
            },
          ]}
        />
        {population !== null && people !== null && (
          <p>{t('heard.whole', { share: share(people, population) })}</p>
        )}
      </Part>
      <Part id="bands" title={t('heard.bands')}>
        <HeardBands bands={bands} populationOf={populationOf} />
      </Part>
    </>
  );
}
