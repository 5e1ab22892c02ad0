import type { LiveDialogue } from '@lofteskartan/shared/contracts/medborgardialog-live';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/live-region.js';
import styles from './live.module.css';

/** The agenda, with the item that is dealt with now. */
export function AgendaList({ agenda }: { agenda: LiveDialogue['agenda'] }) {
  const { t } = useTranslation('dialogue-live');
  if (agenda.items.length === 0) return <p className={styles.soft}>{t('agenda.none')}</p>;
  return (
    <ol className={styles.agenda}>
      {agenda.items.map(({ id, title, minutes }) => {
        const isCurrent = id === agenda.current;
        return (
          <li
            key={id}
            className={isCurrent ? styles.currentItem : undefined}
            aria-current={isCurrent ? 'step' : undefined}
          >
            {title}
            {isCurrent && <span className={styles.nowTag}> ({t('agenda.current')})</span>}
            {minutes !== null && !isCurrent && (
              <span className={styles.soft}> {t('agenda.minutes', { count: minutes })}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** The title of the item that is dealt with, and the question that is answered; both null when there is none. */
export function currentOf({ agenda, questions }: LiveDialogue): {
  item: string | null;
  question: string | null;
} {
  return {
    item: agenda.items.find(({ id }) => id === agenda.current)?.title ?? null,
    question: questions.items.find(({ reference }) => reference === questions.current)?.text ?? null,
  };
}

/** Reads aloud what is new on the screen: the item and the question, not every vote. */
export function useAnnouncedNow(live: LiveDialogue): void {
  const { t } = useTranslation('dialogue-live');
  const { item, question } = currentOf(live);
  const said = useRef({ item, question });
  useEffect(
    function sayWhatIsNew() {
      const before = said.current;
      said.current = { item, question };
      if (question !== null && question !== before.question) announce(t('now.answering', { text: question }));
      else if (item !== null && item !== before.item) announce(t('now.announced', { title: item }));
    },
    [item, question, t],
  );
}
