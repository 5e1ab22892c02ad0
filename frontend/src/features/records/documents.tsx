import type { Documentation, PlanEntry } from '@lofteskartan/shared/contracts/documentation';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { FileDown, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api } from '../../platform/api.js';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { DefinitionList } from '../../ui/definition-list.js';
import { Skeleton, SkeletonBlock } from '../../ui/skeleton.js';
import { ErrorState } from '../../ui/states.js';
import { Table } from '../../ui/table.js';
import styles from './records.module.css';

const pathOf = (municipality: string) => `/municipalities/${encodeURIComponent(municipality)}/documentation`;

const documentationQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['documentation', municipality],
    queryFn: ({ signal }) => api.get<Documentation>(pathOf(municipality), { signal }),
  });

function FileLink({ municipality, name }: { municipality: string; name: 'register' | 'risks' | 'plan' }) {
  const { t } = useTranslation('work-records');
  return (
    <a className={styles.download} href={`/api/v1${pathOf(municipality)}/${name}/csv`} download>
      <FileDown size={18} aria-hidden="true" /> {t(`documents.file.${name}`)}
    </a>
  );
}

/** The three documents, to read, print and fetch. Their words are Swedish: they are an authority's own documents. */
export function Documents({ municipality }: { municipality: string }) {
  const { t } = useTranslation('work-records');
  const { moment } = useFormats();
  const { data, error, refetch } = useQuery(documentationQuery(municipality));
  if (!data)
    return error ? (
      <ErrorState error={error} title={t('documents.failed')} onRetry={() => void refetch()} />
    ) : (
      <Skeleton label={t('documents.loading')}>
        <SkeletonBlock height="24rem" />
      </Skeleton>
    );
  return (
    <>
      <DefinitionList
        items={[
          { term: t('documents.controllers'), value: data.controllers.join(', ') },
          { term: t('documents.officer'), value: data.officer ?? t('documents.noOfficer') },
          { term: t('documents.at'), value: moment(data.at) },
        ]}
      />
      <div className={styles.acts}>
        <Button
          icon={<Printer size={18} aria-hidden="true" />}
          onClick={() => {
            window.print();
          }}
        >
          {t('documents.print')}
        </Button>
      </div>
      <section className={styles.part} aria-labelledby="register">
        <h2 id="register">{t('documents.register')}</h2>
        <FileLink municipality={municipality} name="register" />
        {data.register.map((each) => (
          <article key={each.name} className={styles.part} lang="sv">
            <h3>{each.name}</h3>
            <DefinitionList
              items={[
                { term: 'Ändamål', value: each.purpose },
                { term: 'Registrerade', value: each.whose },
                { term: 'Uppgifter', value: each.data.join(', ') },
                { term: 'Rättslig grund', value: each.legalBasis },
                { term: 'Personuppgiftsansvarig', value: each.controller },
                { term: 'Mottagare', value: each.recipients },
                { term: 'Gallring', value: each.retention },
              ]}
            />
          </article>
        ))}
      </section>
      <section className={styles.part} aria-labelledby="risks">
        <h2 id="risks">{t('documents.risks')}</h2>
        <p className={styles.soft}>{t('documents.draft')}</p>
        <FileLink municipality={municipality} name="risks" />
        <div lang="sv">
          <DefinitionList
            items={data.risks.map(({ question, answer }) => ({ term: question, value: answer }))}
          />
        </div>
      </section>
      <section className={styles.part} aria-labelledby="plan">
        <h2 id="plan">{t('documents.plan')}</h2>
        <FileLink municipality={municipality} name="plan" />
        <div lang="sv">
          <Table<PlanEntry>
            caption={t('documents.plan')}
            captionHidden
            rows={data.plan}
            rowKey={({ type }) => type}
            columns={[
              { key: 'type', head: 'Handlingstyp', cell: ({ type }) => type },
              { key: 'retention', head: 'Gallring', cell: ({ retention }) => retention },
              { key: 'decision', head: 'Beslut', cell: ({ decision }) => decision },
              { key: 'medium', head: 'Medium', cell: ({ medium }) => medium },
            ]}
          />
        </div>
      </section>
    </>
  );
}
