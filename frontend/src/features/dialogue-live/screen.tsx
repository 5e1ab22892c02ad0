import type { LiveDialogue } from '@lofteskartan/shared/contracts/medborgardialog-live';
import { Maximize, Minimize } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { QrCode } from '../../ui/qr-code.js';
import { currentOf } from './agenda.js';
import type { LineState } from './live-line.js';
import { ResultFigures, VerdictMark } from './results.js';
import { around, fitting, onScreen, roomBelow, stageOf } from './stage.js';
import styles from './screen.module.css';

/** What a result of two lines takes beside one of one line: its bar and figures stay as they are. */
const LONG_RESULT = 1.25;
/** What fits in letters that are read from ten metres. */
const ROOM = { questions: 4, results: 2.7, agenda: 3 } as const;

/** A dialogue on the big screen: where one is, what is asked, and how to take part. Nobody touches it, so nothing scrolls. */
export function LiveScreen({ live, line }: { live: LiveDialogue; line: LineState }) {
  const { t } = useTranslation('dialogue-live');
  const { title, code } = live.dialogue;
  const address = `${window.location.origin}/live/${code}`;
  return (
    <main className={styles.screen}>
      <header className={styles.top}>
        <h1 className={styles.title}>{title}</h1>
        {line === 'lost' && (
          <p className={styles.lost} role="status">
            {t('screen.lost')}
          </p>
        )}
        <FullScreenButton />
      </header>
      <section className={styles.stage} aria-live="polite">
        <Stage live={live} />
      </section>
      <aside className={styles.side}>
        <div className={styles.join}>
          <QrCode text={address} label={t('screen.qr', { address })} className={styles.qr} />
          <div>
            <p className={styles.joinWords}>{t('screen.join')}</p>
            <p className={styles.code}>{code}</p>
            <p className={styles.address}>
              {t('screen.or')} {window.location.host}/live
            </p>
          </div>
        </div>
        <div className={styles.agenda}>
          <h2 className={styles.small}>{t('agenda.title')}</h2>
          <Agenda agenda={live.agenda} />
        </div>
      </aside>
    </main>
  );
}

function Stage({ live }: { live: LiveDialogue }) {
  const { t } = useTranslation('dialogue-live');
  const { moment } = useFormats();
  const stage = stageOf(live);
  const { item, question } = currentOf(live);
  if (stage === 'waiting')
    return <p className={styles.huge}>{t('page.begins', { when: moment(live.dialogue.startsAt) })}</p>;
  if (stage === 'over')
    return live.dialogue.status === 'cancelled' ? (
      <p className={styles.huge}>{t('page.cancelled')}</p>
    ) : (
      <>
        <p className={styles.big}>{t('screen.thanks')}</p>
        <Results live={live} room={ROOM.results} />
      </>
    );
  if (stage === 'question')
    return (
      <>
        <h2 className={styles.small}>{t('now.question')}</h2>
        <p className={styles.huge}>{question}</p>
        <Questions live={live} room={roomBelow(question ?? '')} />
      </>
    );
  if (stage === 'statements')
    return (
      <>
        <h2 className={styles.small}>{item ?? t('statements.title')}</h2>
        <p className={styles.words}>{t('screen.votes')}</p>
        <Results live={live} room={ROOM.results} />
      </>
    );
  if (stage === 'pins')
    return (
      <>
        <h2 className={styles.small}>{item ?? t('pins.title')}</h2>
        <p className={styles.huge}>{live.pins.prompt}</p>
        <p className={styles.big}>{t('pins.onPhone')}</p>
        {live.pins.count !== null && (
          <p className={styles.big}>{t('pins.count', { count: live.pins.count })}</p>
        )}
      </>
    );
  return (
    <>
      <h2 className={styles.small}>{t('now.title')}</h2>
      <p className={styles.big}>{item ?? t('now.nothing')}</p>
      <Questions live={live} room={ROOM.questions} />
    </>
  );
}

function Questions({ live, room }: { live: LiveDialogue; room: number }) {
  const { t } = useTranslation('dialogue-live');
  const { items, current, total } = live.questions;
  const waiting = items.filter(({ reference }) => reference !== current);
  const shown = fitting(waiting, room);
  const left = total - (current === null ? 0 : 1) - shown.length;
  if (waiting.length === 0) return <p className={styles.words}>{t('questions.noneOnScreen')}</p>;
  return (
    <>
      <ol className={styles.rows}>
        {shown.map(({ reference, text, supportCount }) => (
          <li key={reference} className={styles.row}>
            <p className={styles.words}>{text}</p>
            <p className={styles.soft}>{t('questions.count', { count: supportCount })}</p>
          </li>
        ))}
      </ol>
      {left > 0 && <p className={styles.soft}>{t('questions.moreOnPhone', { count: left })}</p>}
    </>
  );
}

function Results({ live, room }: { live: LiveDialogue; room: number }) {
  const { t } = useTranslation('dialogue-live');
  const shown = fitting(onScreen(live.results), room, LONG_RESULT);
  const left = live.results.length - shown.length;
  return (
    <>
      <ol className={styles.rows}>
        {shown.map((result) => (
          <li key={result.id} className={styles.row}>
            <p className={styles.words}>{result.text}</p>
            <div className={styles.figures}>
              <VerdictMark verdict={result.verdict} />
              <ResultFigures result={result} />
            </div>
          </li>
        ))}
      </ol>
      {left > 0 && <p className={styles.soft}>{t('results.more', { count: left })}</p>}
    </>
  );
}

/** The part of the agenda around what is dealt with now. */
function Agenda({ agenda }: { agenda: LiveDialogue['agenda'] }) {
  const { first, items } = around(agenda.items, agenda.current, ROOM.agenda);
  return (
    <ol start={first}>
      {items.map(({ id, title }) => (
        <li key={id} aria-current={id === agenda.current ? 'step' : undefined}>
          {title}
        </li>
      ))}
    </ol>
  );
}

/** Fills the screen with the page, where the browser can. */
function FullScreenButton() {
  const { t } = useTranslation('dialogue-live');
  const [isFull, setFull] = useState(false);
  useEffect(function followTheScreen() {
    const look = () => {
      setFull(document.fullscreenElement !== null);
    };
    document.addEventListener('fullscreenchange', look);
    return () => {
      document.removeEventListener('fullscreenchange', look);
    };
  }, []);
  if (!document.fullscreenEnabled) return null;
  const Mark = isFull ? Minimize : Maximize;
  return (
    <button
      type="button"
      className={styles.full}
      aria-label={t(isFull ? 'screen.leave' : 'screen.full')}
      onClick={() => {
        void (isFull ? document.exitFullscreen() : document.documentElement.requestFullscreen());
      }}
    >
      <Mark size={24} aria-hidden="true" />
    </button>
  );
}
