import type { StaffPoints } from '@lofteskartan/shared/contracts/medborgardialog-points';
import { OUTCOME_LIMITS } from '@lofteskartan/shared/medborgardialog-outcomes';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ResultFigures } from '../features/dialogue-live/results.js';
import { pointsQuery, useAddPoint } from '../features/dialogue-outcomes/outcome-work.queries.js';
import { PointWork } from '../features/dialogue-outcomes/point-work.js';
import { StatementsToPoints } from '../features/dialogue-outcomes/statements-to-points.js';
import { WorkFrame } from '../features/dialogue-outcomes/work-frame.js';
import styles from '../features/dialogue-outcomes/outcomes.module.css';
import { newKey } from '../platform/api.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { Part } from '../ui/part.js';
import { EmptyState, ErrorState } from '../ui/states.js';
import { TextArea } from '../ui/text-field.js';

/** `/arbete/dialoger/:reference/punkter`: every point of a dialogue, and what comes of it. */
export default function WorkDialoguePointsPage() {
  const { t } = useTranslation('dialogue-outcomes');
  const { reference = '' } = useParams();
  const { data, error, refetch } = useQuery(pointsQuery(reference));
  const takenBack = data?.points.filter(({ standing }) => standing === 'withdrawn').length ?? 0;
  const open = (data?.openCount ?? 0) - takenBack;
  return (
    <WorkFrame part="punkter" data={data} error={error} onRetry={() => void refetch()}>
      {data && (
        <>
          {takenBack > 0 && <Notice tone="warning">{t('work.takenBack', { count: takenBack })}</Notice>}
          {open > 0 && <Notice tone="warning">{t('work.open', { count: open })}</Notice>}
          {data.openCount === 0 && data.points.length > 0 && (
            <Notice tone="success">{t('work.noneOpen')}</Notice>
          )}
          {data.points.length === 0 && (
            <EmptyState title={t('work.noPoints')}>{t('work.noPointsHow')}</EmptyState>
          )}
          {data.points.length > 0 && (
            <Part id="points" title={t('followUp.points')}>
              <ol className={styles.points}>
                {data.points.map((point) => (
                  <PointWork key={point.id} all={data} point={point} />
                ))}
              </ol>
            </Part>
          )}
          {data.statements.length > 0 && (
            <Part id="statements" title={t('report.statements')}>
              <StatementsToPoints all={data} resultOf={(result) => <ResultFigures result={result} />} />
            </Part>
          )}
          {data.mayChange && <NewPoint all={data} />}
        </>
      )}
    </WorkFrame>
  );
}

function NewPoint({ all }: { all: StaffPoints }) {
  const { t } = useTranslation('dialogue-outcomes');
  const add = useAddPoint(all.reference);
  const [text, setText] = useState('');
  const [key, setKey] = useState(newKey);
  const [tried, setTried] = useState(false);
  return (
    <Part id="new-point" title={t('work.newPoint')}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!text.trim() || add.isPending) return;
          add.mutate(
            { text, key },
            {
              onSuccess: () => {
                setText('');
                setKey(newKey());
                setTried(false);
              },
            },
          );
        }}
      >
        <TextArea
          label={t('form.text')}
          hint={t('work.newPointHint')}
          rows={2}
          limit={OUTCOME_LIMITS.pointCharacters}
          value={text}
          error={tried && !text.trim() ? t('form.missing') : add.error?.messageFor('text')}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        {add.error && <ErrorState error={add.error} title={t('form.notSaved')} />}
        <div className={styles.actions}>
          <Button type="submit" busy={add.isPending}>
            {t('work.add')}
          </Button>
        </div>
      </form>
    </Part>
  );
}
