import type { StaffDialogueReport } from '@lofteskartan/shared/contracts/medborgardialog-reports';
import { OUTCOME_LIMITS } from '@lofteskartan/shared/medborgardialog-outcomes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ResultLists } from '../features/dialogue-live/results.js';
import { staffReportQuery, usePublishReport } from '../features/dialogue-outcomes/outcome-work.queries.js';
import { PointToday } from '../features/dialogue-outcomes/point-today.js';
import { StandingBar } from '../features/dialogue-outcomes/standing-bar.js';
import { WhoCame } from '../features/dialogue-outcomes/who-came.js';
import { WorkFrame } from '../features/dialogue-outcomes/work-frame.js';
import styles from '../features/dialogue-outcomes/outcomes.module.css';
import { useHeld } from '../platform/edited.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { Part } from '../ui/part.js';
import { SaveFailed } from '../ui/save-failed.js';
import { TextArea, TextField } from '../ui/text-field.js';
import { toast } from '../ui/toast.js';

/** `/arbete/dialoger/:reference/rapport`: what stands in the way of the report, how it will read, and its publication. */
export default function WorkDialogueReportPage() {
  const { reference = '' } = useParams();
  const { data, error, refetch } = useQuery(staffReportQuery(reference));
  return (
    <WorkFrame part="rapport" data={data} error={error} onRetry={() => void refetch()}>
      {data && <Publication report={data} />}
    </WorkFrame>
  );
}

function Publication({ report: newest }: { report: StaffDialogueReport }) {
  const { t } = useTranslation('dialogue-outcomes');
  const queries = useQueryClient();
  const publish = usePublishReport(newest.reference);
  const held = useHeld({
    saved: newest,
    read: () => queries.query({ ...staffReportQuery(newest.reference), staleTime: 0 }),
    forget: publish.reset,
    follows: true,
  });
  const report = held.saved;
  const [summary, setSummary] = useState(report.summary ?? '');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { reference, municipality, versions, preview, answersToSend } = report;
  const { open, takenBack, newQuestions, newNotes } = report;
  const isFirst = versions.length === 0;
  const isChanged = report.isChanged || summary.trim() !== (report.summary ?? '');
  const lacksReason = !isFirst && !reason.trim();
  const lacksSummary = report.isEmpty && !summary.trim();
  const home = `/arbete/dialoger/${reference}`;
  const isReady = newQuestions.length + open.length + takenBack.length + newNotes === 0;
  return (
    <>
      {newQuestions.length > 0 && (
        <Notice tone="warning" title={t('publish.questions', { count: newQuestions.length })}>
          <ul>
            {newQuestions.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
          <Link to={`${home}/fragor`}>{t('publish.toQuestions')}</Link>
        </Notice>
      )}
      {open.length > 0 && (
        <Notice tone="warning" title={t('publish.open', { count: open.length })}>
          <ul>
            {open.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
          <Link to={`${home}/punkter`}>{t('publish.toPoints')}</Link>
        </Notice>
      )}
      {takenBack.length > 0 && (
        <Notice tone="warning" title={t('work.takenBack', { count: takenBack.length })}>
          <ul>
            {takenBack.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
          <Link to={`${home}/punkter`}>{t('publish.toPoints')}</Link>
        </Notice>
      )}
      {newNotes > 0 && (
        <Notice tone="warning" title={t('publish.notes', { count: newNotes })}>
          <Link to={`${home}/papper`}>{t('publish.toNotes')}</Link>
        </Notice>
      )}
      {isReady && report.isEmpty && (
        <Notice tone="warning" title={t('publish.empty')}>
          <p>{t('publish.emptyHow')}</p>
          <Link to={`${home}/papper`}>{t('publish.toAttendance')}</Link>
        </Notice>
      )}
      {isReady && isFirst && !report.isEmpty && <Notice tone="success">{t('publish.ready')}</Notice>}
      {!isFirst && (
        <p>
          {t(isChanged ? 'publish.changed' : 'publish.same')}{' '}
          <Link to={`/${municipality}/dialoger/${reference}/rapport`}>{t('publish.public')}</Link>
        </p>
      )}
      {answersToSend > 0 && <p>{t('publish.answers', { count: answersToSend })}</p>}
      {report.mayChange && (
        <form
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (lacksReason || lacksSummary || publish.isPending) return;
            publish.mutate(
              { version: report.version, summary: summary.trim() || null, reason: reason.trim() || null },
              {
                onSuccess: () => {
                  toast(t('publish.published'));
                  setReason('');
                  setTried(false);
                },
              },
            );
          }}
        >
          <TextArea
            label={t('publish.summary')}
            hint={t(report.isEmpty ? 'publish.emptySummaryHint' : 'publish.summaryHint')}
            optional={!report.isEmpty}
            rows={5}
            limit={OUTCOME_LIMITS.summaryCharacters}
            value={summary}
            error={tried && lacksSummary ? t('form.missing') : publish.error?.messageFor('summary')}
            onChange={(event) => {
              setSummary(event.target.value);
            }}
          />
          {!isFirst && (
            <TextField
              label={t('publish.reason')}
              hint={t('publish.reasonHint')}
              maxLength={OUTCOME_LIMITS.reasonCharacters}
              value={reason}
              error={tried && lacksReason ? t('form.missing') : publish.error?.messageFor('reason')}
              onChange={(event) => {
                setReason(event.target.value);
              }}
            />
          )}
          <SaveFailed error={publish.error} title={t('publish.failed')} latest={held} />
          {isReady && isChanged && (
            <div className={styles.actions}>
              <Button type="submit" look="primary" busy={publish.isPending}>
                {t(isFirst ? 'publish.publish' : 'publish.correct')}
              </Button>
            </div>
          )}
        </form>
      )}
      <Part id="preview" title={t('publish.preview')}>
        <StandingBar standings={preview.standings} />
        <ol className={styles.points}>
          {preview.points.map((point) => (
            <PointToday key={point.number} point={point} />
          ))}
        </ol>
        {preview.statements.length > 0 && <ResultLists results={preview.statements} />}
        {preview.attendance.length > 0 && (
          <WhoCame people={preview.people} attendance={preview.attendance} bands={preview.bands} />
        )}
        {preview.tableNotes.map(({ table, text }, index) => (
          <div key={index} className={styles.stack}>
            <h3>{table}</h3>
            <p className={styles.text}>{text}</p>
          </div>
        ))}
      </Part>
    </>
  );
}
