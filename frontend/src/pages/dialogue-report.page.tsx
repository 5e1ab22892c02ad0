import type { DialogueReport } from '@lofteskartan/shared/contracts/medborgardialog-reports';
import { useQuery } from '@tanstack/react-query';
import { FileDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import { ResultFigures, ResultLists } from '../features/dialogue-live/results.js';
import { PointToday } from '../features/dialogue-outcomes/point-today.js';
import { reportPdf, reportQuery } from '../features/dialogue-outcomes/reports.queries.js';
import { StandingBar } from '../features/dialogue-outcomes/standing-bar.js';
import { WhoCame } from '../features/dialogue-outcomes/who-came.js';
import styles from '../features/dialogue-outcomes/outcomes.module.css';
import { useMunicipalitySlug } from '../features/municipalities/municipalities.queries.js';
import { useFormats } from '../platform/format.js';
import { BackLink } from '../ui/back-link.js';
import { ButtonLink } from '../ui/button.js';
import { DefinitionList } from '../ui/definition-list.js';
import { EmptyState, ErrorState } from '../ui/states.js';
import { PageTitle } from '../ui/page-title.js';
import { Part } from '../ui/part.js';
import { CopyLink } from '../ui/share.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { Timeline } from '../ui/timeline.js';

/** `/ale/dialoger/D7K3F9/rapport`: what came of a public dialogue, and how each point stands today. */
export default function DialogueReportPage() {
  const { t } = useTranslation('dialogue-outcomes');
  const slug = useMunicipalitySlug();
  const reference = (useParams()['reference'] ?? '').toUpperCase();
  const { data: report, error, refetch } = useQuery(reportQuery(reference));
  if (report && report.municipality !== slug)
    return <Navigate replace to={`/${report.municipality}/dialoger/${report.reference}/rapport`} />;
  return (
    <div className={`wrap ${styles.page ?? ''}`}>
      <BackLink to={`/${slug}/dialoger/${reference}`}>{t('report.back')}</BackLink>
      {report ? (
        <Report report={report} />
      ) : error?.status === 404 ? (
        <PageTitle title={t('report.notFound')} lead={t('report.notFoundHow')} />
      ) : error ? (
        <ErrorState error={error} title={t('report.failed')} onRetry={() => void refetch()} />
      ) : (
        <SkeletonPage label={t('report.loading')} />
      )}
    </div>
  );
}

function Report({ report }: { report: DialogueReport }) {
  const { t } = useTranslation('dialogue-outcomes');
  const { date, time } = useFormats();
  const { reference, municipality, title, startsAt, summary, points, tableNotes, followUps } = report;
  const here = `/${municipality}/dialoger/${reference}`;
  // A point keeps the words of its statement, and those are frozen with the first vote.
  const statementOf = (words: string) => report.statements.find((each) => each.text === words);
  return (
    <>
      <PageTitle title={t('report.title', { title })} short={title} lead={report.purpose} />
      <DefinitionList
        items={[
          { term: t('report.when'), value: `${date(startsAt)} ${time(startsAt)}` },
          { term: t('report.where'), value: report.venue },
          { term: t('report.level'), value: `${t(`level.${report.level}`)}. ${report.levelMeaning}` },
        ]}
      />
      <div className={styles.actions}>
        <ButtonLink to={reportPdf(reference)} reloadDocument icon={<FileDown size={18} aria-hidden="true" />}>
          {t('report.pdf')}
        </ButtonLink>
        <CopyLink address={`${window.location.origin}${here}/rapport`} share={{ title }} />
      </div>
      {summary !== null && (
        <Part id="summary" title={t('report.summary')}>
          <p className={styles.text}>{summary}</p>
        </Part>
      )}
      <Part id="points" title={t('report.points', { count: points.length })}>
        {points.length === 0 ? (
          <EmptyState title={t('report.noPoints')}>{t('report.noPointsHow')}</EmptyState>
        ) : (
          <>
            <StandingBar standings={report.standings} />
            <p className={styles.soft}>{t('report.today')}</p>
            <ol className={styles.points}>
              {points.map((point) => {
                const statement = point.source === 'statement' && statementOf(point.text);
                return (
                  <PointToday key={point.number} point={point}>
                    {statement && (
                      <div className={styles.thing}>
                        <a href="#statements">{t('statements.votedOn')}</a>
                        <ResultFigures result={statement} />
                      </div>
                    )}
                  </PointToday>
                );
              })}
            </ol>
          </>
        )}
      </Part>
      {followUps.length > 0 && (
        <Part id="follow-ups" title={t('report.followUps')}>
          <ul>
            {followUps.map((months) => (
              <li key={months}>
                <Link to={`${here}/uppfoljning/${String(months)}`}>
                  {t('followUp.named', { count: months })}
                </Link>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {report.statements.length > 0 && (
        <Part id="statements" title={t('report.statements')}>
          <ResultLists results={report.statements} />
        </Part>
      )}
      {report.attendance.length > 0 && (
        <Part id="people" title={t('people.title')}>
          <WhoCame people={report.people} attendance={report.attendance} bands={report.bands} />
        </Part>
      )}
      {tableNotes.length > 0 && (
        <Part id="notes" title={t('report.notes')}>
          {tableNotes.map(({ table, text }, index) => (
            <div key={index} className={styles.stack}>
              <h3>{table}</h3>
              <p className={styles.text}>{text}</p>
            </div>
          ))}
        </Part>
      )}
      <Part id="versions" title={t('report.versions')}>
        <Timeline
          label={t('report.versions')}
          entries={report.versions.map(({ number, publishedAt, reason }) => ({
            key: String(number),
            title: t('report.version', { number, date: date(publishedAt) }),
            children: reason ?? t('report.first'),
          }))}
        />
      </Part>
      <p>
        <Link to={`/${municipality}/dialoger/utfall`}>{t('report.all')}</Link>
      </p>
    </>
  );
}
