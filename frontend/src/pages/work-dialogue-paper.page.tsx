import { useQuery } from '@tanstack/react-query';
import { Keyboard } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { AttendanceForm } from '../features/dialogue-outcomes/attendance-form.js';
import { paperQuery } from '../features/dialogue-outcomes/outcome-work.queries.js';
import { PaperVotes } from '../features/dialogue-outcomes/paper-votes.js';
import { TableNotes } from '../features/dialogue-outcomes/table-notes.js';
import { WorkFrame } from '../features/dialogue-outcomes/work-frame.js';
import { municipalityQuery } from '../features/municipalities/municipalities.queries.js';
import { ButtonLink } from '../ui/button.js';
import { Part } from '../ui/part.js';

/** `/arbete/dialoger/:reference/papper`: notes from the tables without names, and how many came. */
export default function WorkDialoguePaperPage() {
  const { t } = useTranslation('dialogue-outcomes');
  const { reference = '' } = useParams();
  const { data, error, refetch } = useQuery(paperQuery(reference));
  const { data: municipality } = useQuery({
    ...municipalityQuery(data?.municipality ?? ''),
    enabled: data !== undefined,
  });
  return (
    <WorkFrame part="papper" data={data} error={error} onRetry={() => void refetch()}>
      {data && (
        <>
          {(data.mayChange || data.mayTypeIn) && (
            <div>
              <ButtonLink
                look="primary"
                to={`/arbete/bordet/${reference}`}
                icon={<Keyboard size={20} aria-hidden="true" />}
              >
                {t('work.typeIn')}
              </ButtonLink>
              <p>{t('work.typeInHow')}</p>
            </div>
          )}
          <Part id="notes" title={t('notes.title')}>
            <TableNotes paper={data} />
          </Part>
          <Part id="votes" title={t('votes.title')}>
            <PaperVotes paper={data} />
          </Part>
          {data.mayChange && municipality && (
            <Part id="attendance" title={t('attendance.title')}>
              <AttendanceForm paper={data} localities={municipality.localities} />
            </Part>
          )}
        </>
      )}
    </WorkFrame>
  );
}
