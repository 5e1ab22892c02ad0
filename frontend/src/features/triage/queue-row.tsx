import type { TriageItem } from '@lofteskartan/shared/contracts/triage';
import { OPEN_STATUSES } from '@lofteskartan/shared/vocabulary';
import type { KeyboardEventHandler } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useFormats } from '../../platform/format.js';
import { useAge } from './age.js';
import { isLate } from './late.rules.js';
import { Marks } from './marks.js';
import styles from './queue-list.module.css';
import { SimilarMark } from './similar-mark.js';
import { StaffStatus } from './staff-status.js';
import { useLocalityName, useWorkplace } from './workplace.js';

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
  onKeyDown,
}: {
  item: TriageItem;
  search: string;
  onKeyDown: KeyboardEventHandler;
}) {
  const { t } = useTranslation(['work-queue', 'words']);
  const { date } = useFormats();
  const age = useAge();
  const placeWords = usePlaceWords();
  const { municipalities } = useWorkplace();
  const promised =
    municipalities.find(({ slug }) => slug === item.municipality)?.answerWithinWorkingDays ?? null;
  const waits = item.status === 'received' || item.status === 'under-review';
  const late = waits && isLate(item.createdAt, promised);
  return (
    <NavLink
      className={styles.row}
      to={`/arbete/forslag/${item.reference}${search}`}
      data-queue-row
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
        {OPEN_STATUSES.some((status) => status === item.status) && <SimilarMark reference={item.reference} />}
      </span>
      <Marks item={item} />
    </NavLink>
  );
}
