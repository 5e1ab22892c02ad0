import type { TriageItem } from '@lofteskartan/shared/contracts/triage';
import { OPEN_STATUSES } from '@lofteskartan/shared/vocabulary';
import { UserRound, UsersRound } from 'lucide-react';
import type { KeyboardEventHandler } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useFormats } from '../../platform/format.js';
import { useAge } from './age.js';
import { useHands } from './assignee-choice.js';
import { lastDay } from './case-desk.js';
import { Marks } from './marks.js';
import styles from './queue-list.module.css';
import { SimilarMark } from './similar-mark.js';
import { StaffStatus } from './staff-status.js';
import { useLocalityName } from './workplace.js';

/** Where a proposal is, or what it is about when it needs no place, in the best words there are. */
export function usePlaceWords(): (item: TriageItem) => string {
  const { t } = useTranslation(['work-queue', 'words']);
  const localityName = useLocalityName();
  return ({ details, placeName, locality, placement }) => {
    const road = 'roadName' in details ? details.roadName : undefined;
    const where = [road ?? placeName, localityName(locality)].filter(Boolean).join(', ');
    // An idea that needs no place is known by what it is about.
    if (!where && placement === 'none' && 'topic' in details)
      return t(`topic.${details.topic}`, { ns: 'words' });
    return where || t('unknownPlace');
  };
}

/** A proposal in the queue: a real link, with all that decides whether to open it. */
export function QueueRow({
  item,
  search,
  chosen,
  openBy,
  onToggle,
  onKeyDown,
}: {
  item: TriageItem;
  search: string;
  chosen: boolean;
  /** Colleagues who have it open now. */
  openBy: readonly string[];
  onToggle: (range: boolean) => void;
  onKeyDown: KeyboardEventHandler;
}) {
  const { t, i18n } = useTranslation(['work-queue', 'work-desk', 'words']);
  const { date } = useFormats();
  const age = useAge();
  const placeWords = usePlaceWords();
  const hands = useHands();
  const { overdue: late, answerDueAt, reference } = item;
  return (
    <div className={styles.line}>
      <label className={styles.choose}>
        <input
          type="checkbox"
          checked={chosen}
          aria-label={t('choose.one', { ns: 'work-desk', reference })}
          onChange={() => undefined}
          onClick={(event) => {
            onToggle(event.shiftKey);
          }}
        />
      </label>
      <NavLink
        className={styles.row}
        to={`/arbete/forslag/${item.reference}${search}`}
        data-queue-row={reference}
        onKeyDown={onKeyDown}
      >
        <span className={styles.first}>
          <StaffStatus kind={item.kind} status={item.status} />
          <span
            className={late ? `${styles.age} ${styles.late}` : styles.age}
            title={t('age.label', { date: date(item.createdAt) })}
          >
            {late && `${t('late')} · `}
            {age(item.createdAt)}
            {!late &&
              answerDueAt &&
              ` · ${t('due.short', { ns: 'work-desk', date: date(lastDay(answerDueAt)) })}`}
          </span>
        </span>
        <span className={styles.place}>{placeWords(item)}</span>
        <span className={item.description ? styles.words : `${styles.words} ${styles.soft}`}>
          {item.description ?? t('noWords')}
        </span>
        <span className={styles.last}>
          <span>{t(`kind.${item.kind}`, { ns: 'words' })}</span>
          <span>{t('supporters', { count: item.supportCount })}</span>
          <span>{item.reference}</span>
          {OPEN_STATUSES.some((status) => status === item.status) && (
            <SimilarMark reference={item.reference} />
          )}
        </span>
        {item.assignee && (
          <span className={styles.hands}>
            <UserRound size={15} aria-hidden="true" />
            {hands(item.assignee)}
          </span>
        )}
        {openBy.length > 0 && (
          <span className={styles.hands}>
            <UsersRound size={15} aria-hidden="true" />
            {t('presence.open', {
              ns: 'work-desk',
              count: openBy.length,
              names: new Intl.ListFormat(i18n.language).format(openBy),
            })}
          </span>
        )}
        <Marks item={item} />
      </NavLink>
    </div>
  );
}
