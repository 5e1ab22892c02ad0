import type {
  StaffDialogueFollowUp,
  StaffDialogueFollowUps,
} from '@lofteskartan/shared/contracts/medborgardialog-follow-ups';
import { OUTCOME_LIMITS } from '@lofteskartan/shared/medborgardialog-outcomes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import {
  followUpsQuery,
  usePublishFollowUp,
  useSaveFollowUp,
} from '../features/dialogue-outcomes/outcome-work.queries.js';
import { PointToday } from '../features/dialogue-outcomes/point-today.js';
import { StandingBar } from '../features/dialogue-outcomes/standing-bar.js';
import { WorkFrame } from '../features/dialogue-outcomes/work-frame.js';
import styles from '../features/dialogue-outcomes/outcomes.module.css';
import { useEdited } from '../platform/edited.js';
import { useFormats } from '../platform/format.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { Part } from '../ui/part.js';
import { SaveFailed } from '../ui/save-failed.js';
import { EmptyState } from '../ui/states.js';
import { TextArea } from '../ui/text-field.js';
import { toast } from '../ui/toast.js';

/** `/arbete/dialoger/:reference/uppfoljning`: how its points stand half a year and a year after the report, and what is said of it. */
export default function WorkDialogueFollowUpsPage() {
  const { t } = useTranslation('dialogue-outcomes');
  const { reference = '' } = useParams();
  const { data, error, refetch } = useQuery(followUpsQuery(reference));
  return (
    <WorkFrame part="uppfoljning" data={data} error={error} onRetry={() => void refetch()}>
      {data?.items.length === 0 && (
        <EmptyState title={t('followUpWork.none')}>{t('followUpWork.noneHow')}</EmptyState>
      )}
      {data?.items.map((item) => (
        <FollowUp key={item.months} all={data} item={item} />
      ))}
    </WorkFrame>
  );
}

const wordsOf = (item: StaffDialogueFollowUp): Record<string, string> => ({
  whole: item.words,
  ...Object.fromEntries(item.points.map(({ number, words }) => [String(number), words ?? ''])),
});

function FollowUp({ all, item }: { all: StaffDialogueFollowUps; item: StaffDialogueFollowUp }) {
  const { t } = useTranslation('dialogue-outcomes');
  const { date } = useFormats();
  const { months, publishedAt, dueOn, isDue } = item;
  return (
    <Part id={`follow-up-${String(months)}`} title={t('followUp.named', { count: months })}>
      {publishedAt === null ? (
        <>
          <Notice tone={isDue ? 'warning' : 'info'}>
            {t(isDue ? 'followUpWork.due' : 'followUpWork.planned', { date: date(dueOn) })}
          </Notice>
          {all.mayChange && <Writing all={all} item={item} />}
        </>
      ) : (
        <p>
          {t('followUpWork.published', { date: date(publishedAt) })}{' '}
          <Link to={`/${all.municipality}/dialoger/${all.reference}/uppfoljning/${String(months)}`}>
            {t('followUpWork.public')}
          </Link>
        </p>
      )}
    </Part>
  );
}

function Writing({ all, item }: { all: StaffDialogueFollowUps; item: StaffDialogueFollowUp }) {
  const { t } = useTranslation('dialogue-outcomes');
  const queries = useQueryClient();
  const save = useSaveFollowUp(all.reference);
  const publish = usePublishFollowUp(all.reference);
  const edited = useEdited({
    saved: item,
    wordsOf,
    read: async () => {
      const latest = await queries.query({ ...followUpsQuery(all.reference), staleTime: 0 });
      return latest.items.find(({ months }) => months === item.months) ?? item;
    },
    forget: () => {
      save.reset();
      publish.reset();
    },
  });
  const { words, change, saved } = edited;
  const isWritten = edited.differences.length > 0;
  const { months } = item;
  const unsaved = useId();
  const takenBack = item.points.filter(({ standing }) => standing === 'withdrawn').length;
  const latestOf = (answer: StaffDialogueFollowUps) =>
    answer.items.find((each) => each.months === months) ?? item;
  return (
    <form
      className={styles.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (save.isPending) return;
        const items = item.points.map(({ number }) => ({ number, words: words[String(number)] ?? '' }));
        save.mutate(
          { months, version: saved.version, words: words['whole'] ?? '', items },
          {
            onSuccess: (answer) => {
              edited.goOn(latestOf(answer));
              toast(t('form.saved'));
            },
          },
        );
      }}
    >
      <StandingBar standings={item.standings} />
      {takenBack > 0 && (
        <Notice tone="warning" title={t('work.takenBack', { count: takenBack })}>
          <p>{t('followUpWork.takenBackHow')}</p>
          <Link to={`/arbete/dialoger/${all.reference}/punkter`}>{t('publish.toPoints')}</Link>
        </Notice>
      )}
      <div className={styles.form}>
        <TextArea
          label={t('followUpWork.whole')}
          hint={t('followUpWork.wholeHint')}
          rows={5}
          limit={OUTCOME_LIMITS.wordsCharacters}
          value={words['whole'] ?? ''}
          error={publish.error?.messageFor('words') ?? save.error?.messageFor('words')}
          onChange={(event) => {
            change({ whole: event.target.value });
          }}
        />
      </div>
      <ol className={styles.points}>
        {item.points.map((point) => (
          <PointToday key={point.number} point={point}>
            <TextArea
              label={t('followUpWork.ofPoint', { number: point.number })}
              optional
              rows={2}
              limit={OUTCOME_LIMITS.wordsCharacters}
              value={words[String(point.number)] ?? ''}
              onChange={(event) => {
                change({ [String(point.number)]: event.target.value });
              }}
            />
          </PointToday>
        ))}
      </ol>
      <SaveFailed error={save.error ?? publish.error} title={t('form.notSaved')} latest={edited} />
      <div className={styles.actions}>
        <Button type="submit" look={isWritten ? 'primary' : 'secondary'} busy={save.isPending}>
          {t('form.save')}
        </Button>
        {item.isDue && (
          <Button
            look={isWritten ? 'secondary' : 'primary'}
            disabled={isWritten}
            aria-describedby={isWritten ? unsaved : undefined}
            busy={publish.isPending}
            onClick={() => {
              publish.mutate({ months, version: saved.version });
            }}
          >
            {t('followUpWork.publish')}
          </Button>
        )}
        {item.isDue && isWritten && (
          <p id={unsaved} className={styles.soft}>
            {t('followUpWork.saveFirst')}
          </p>
        )}
      </div>
    </form>
  );
}
