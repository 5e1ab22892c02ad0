import type { PointStanding } from '@lofteskartan/shared/medborgardialog-outcomes';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ButtonLink } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Part } from '../../ui/part.js';
import { pointsQuery } from './outcome-work.queries.js';
import { reportQuery } from './reports.queries.js';
import { StandingBar } from './standing-bar.js';
import styles from './outcomes.module.css';

/** What came of a dialogue, on its public page: how its points stand today, and the ways to its report and follow-ups. */
export function AfterDialogue({ municipality, reference }: { municipality: string; reference: string }) {
  const { t } = useTranslation('dialogue-outcomes');
  const { data: report } = useQuery(reportQuery(reference));
  if (!report) return null;
  const here = `/${municipality}/dialoger/${reference}`;
  return (
    <Part id="outcome" title={t('report.points', { count: report.points.length })}>
      {report.summary !== null && <p className={styles.text}>{report.summary}</p>}
      <StandingBar standings={report.standings} />
      <div className={styles.actions}>
        <ButtonLink look="primary" to={`${here}/rapport`}>
          {t('report.way')}
        </ButtonLink>
        {report.followUps.map((months) => (
          <Link key={months} to={`${here}/uppfoljning/${String(months)}`}>
            {t('followUp.named', { count: months })}
          </Link>
        ))}
      </div>
    </Part>
  );
}

/** The ways from a dialogue to the work after it, for staff, and what of it waits. */
export function AfterWork({ reference }: { reference: string }) {
  const { t } = useTranslation('dialogue-outcomes');
  const { data } = useQuery(pointsQuery(reference));
  const countOf = (asked: PointStanding) =>
    data?.points.filter(({ standing }) => standing === asked).length ?? 0;
  const [late, takenBack, open] = [countOf('late'), countOf('withdrawn'), countOf('open')];
  const home = `/arbete/dialoger/${reference}`;
  return (
    <Part id="after" title={t('work.parts')}>
      {late > 0 && <Notice tone="warning">{t('work.late', { count: late })}</Notice>}
      {takenBack > 0 && <Notice tone="warning">{t('work.takenBack', { count: takenBack })}</Notice>}
      {open > 0 && <p>{t('work.openCount', { count: open })}</p>}
      <ul>
        {(['papper', 'punkter', 'rapport', 'uppfoljning'] as const).map((part) => (
          <li key={part}>
            <Link to={`${home}/${part}`}>{t(`work.part.${part}`)}</Link>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** The ways to what became of all dialogues, and to who was heard. @param work for staff */
export function OutcomeWays({ municipality, work = false }: { municipality: string; work?: boolean }) {
  const { t } = useTranslation('dialogue-outcomes');
  return (
    <p className={styles.actions}>
      <Link to={`/${municipality}/dialoger/utfall`}>{t('outcomes.title')}</Link>
      <Link to={work ? '/arbete/dialoger/hordas' : `/${municipality}/dialoger/hordas`}>
        {t('heard.title')}
      </Link>
    </p>
  );
}
