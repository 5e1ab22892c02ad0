import type { LiveDialogue } from '@lofteskartan/shared/contracts/medborgardialog-live';
import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../platform/format.js';
import { Notice } from '../../ui/notice.js';
import { Part } from '../../ui/part.js';
import { AgendaList, currentOf, useAnnouncedNow } from './agenda.js';
import { LivePins } from './drop-pin.js';
import type { LineState } from './live-line.js';
import { AskLiveForm, LiveQuestionList } from './live-questions.js';
import { forgetOwnVotes } from './own-votes.js';
import { OwnQuestions } from './own-questions.js';
import { ProposeStatementForm } from './propose-statement.js';
import { ResultLists } from './results.js';
import { StatementVotes } from './statement-vote.js';
import styles from './live.module.css';

/** How news come, for those who wonder; only a lost line is worth a shout. */
export function LineWords({ line }: { line: LineState }) {
  const { t } = useTranslation('dialogue-live');
  if (line === 'lost') return <Notice tone="warning">{t('line.lost')}</Notice>;
  return <p className={styles.line}>{t(`line.${line}`)}</p>;
}

const ownIn = ({ dialogue }: LiveDialogue, municipality: Municipality | undefined) => ({
  municipality: dialogue.municipality,
  dialogue: dialogue.reference,
  mail: municipality?.mail ?? false,
});

interface PhoneProps {
  live: LiveDialogue;
  line: LineState;
  municipality: Municipality | undefined;
}

/** What somebody at a dialogue sees and does on their phone. */
export function LiveOnPhone({ live, line, municipality }: PhoneProps) {
  const { t } = useTranslation('dialogue-live');
  useAnnouncedNow(live);
  const { item, question } = currentOf(live);
  return (
    <div className={styles.parts}>
      <section className={styles.now} aria-labelledby="live-now">
        <h2 id="live-now" className={styles.nowTitle}>
          {t(question === null ? 'now.title' : 'now.question')}
        </h2>
        <p className={styles.nowWords}>{question ?? item ?? t('now.nothing')}</p>
      </section>
      <LivePins live={live} municipality={municipality} />
      <Part id="live-statements" title={t('statements.title')}>
        <StatementVotes live={live} />
        <ProposeStatementForm code={live.dialogue.code} />
      </Part>
      <Part id="live-questions" title={t('questions.title')}>
        <AskLiveForm live={live} />
        <LiveQuestionList live={live} />
      </Part>
      <OwnQuestions {...ownIn(live, municipality)} />
      {live.results.length > 0 && (
        <Part id="live-results" title={t('results.title')}>
          <ResultLists results={live.results} />
        </Part>
      )}
      <Part id="live-agenda" title={t('agenda.title')}>
        <AgendaList agenda={live.agenda} />
      </Part>
      <LineWords line={line} />
    </div>
  );
}

/** Before it is opened: when it begins, and what is on the agenda. */
export function LiveNotBegun({ live }: { live: LiveDialogue }) {
  const { t } = useTranslation('dialogue-live');
  const { moment } = useFormats();
  return (
    <div className={styles.parts}>
      <Notice title={t('page.notBegun')}>{t('page.begins', { when: moment(live.dialogue.startsAt) })}</Notice>
      <Part id="live-agenda" title={t('agenda.title')}>
        <AgendaList agenda={live.agenda} />
      </Part>
    </div>
  );
}

/** When it is over: thanks, and how the room has answered. What this phone said is forgotten. */
export function LiveOver({ live, municipality: town }: Omit<PhoneProps, 'line'>) {
  const { t } = useTranslation('dialogue-live');
  const { reference, status, municipality } = live.dialogue;
  useEffect(
    function forgetWhatWasSaid() {
      forgetOwnVotes(reference);
    },
    [reference],
  );
  const address = `/${municipality}/dialoger/${reference}`;
  return (
    <div className={styles.parts}>
      {status === 'cancelled' ? (
        <Notice tone="warning" title={t('page.cancelled')}>
          <Link to={address}>{t('page.about')}</Link>
        </Notice>
      ) : (
        <Notice tone="success" title={t('page.over')}>
          {t('page.overNext')} <Link to={address}>{t('page.about')}</Link>
        </Notice>
      )}
      <OwnQuestions {...ownIn(live, town)} />
      {live.results.length > 0 && (
        <Part id="live-results" title={t('results.title')}>
          <ResultLists results={live.results} />
        </Part>
      )}
    </div>
  );
}
