import type { TriageItem } from '@lofteskartan/shared/contracts/triage';
import {
  Flag,
  Frown,
  Hammer,
  Image,
  MailCheck,
  MapPinOff,
  MessageSquareReply,
  PencilLine,
  PhoneCall,
  ShieldAlert,
  ShieldBan,
  SquareDashed,
  TextSearch,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './marks.module.css';

/** What a proposal asks of a reader before anything else: personal data, words, photos, place. */
export function Marks({ item }: { item: TriageItem }) {
  const { t } = useTranslation(['work-queue', 'work-sender', 'work-bodies', 'work-block-list']);
  // Nothing of the others is ever shown, so nothing of them waits to be read or placed.
  const isHandled = !['hidden', 'withdrawn', 'duplicate'].includes(item.status);
  const marks: [shown: boolean, words: string, icon: ReactNode, alert?: boolean][] = [
    [item.openReports > 0, t('mark.reported', { count: item.openReports }), <Flag size={15} />, true],
    [
      item.heldWords.length > 0,
      t('held.mark', { ns: 'work-block-list', words: item.heldWords.join(', ') }),
      <ShieldBan size={15} />,
      true,
    ],
    [item.replied, t('question.mark', { ns: 'work-sender' }), <MessageSquareReply size={15} />, true],
    [
      item.toCall,
      t(item.toAsk ? 'marks.toAsk' : 'marks.toCall', { ns: 'work-bodies' }),
      <PhoneCall size={15} />,
      true,
    ],
    [item.doneNearby, t('doneNearby', { ns: 'work-sender' }), <Hammer size={15} />, true],
    [item.bodyAnswered, t('marks.bodyAnswered', { ns: 'work-bodies' }), <MailCheck size={15} />, true],
    [item.outcomeWaits, t('outcome.mark', { ns: 'work-sender' }), <Frown size={15} />, true],
    [item.personalDataCount > 0, t('mark.personalData'), <ShieldAlert size={15} />, true],
    [isHandled && item.publication === 'pending', t('mark.words'), <TextSearch size={15} />],
    [
      isHandled && item.photosPending > 0,
      t('mark.photos', { count: item.photosPending }),
      <Image size={15} />,
    ],
    [isHandled && item.placement === 'unplaced', t('mark.unplaced'), <MapPinOff size={15} />, true],
    [
      item.source !== 'web',
      t('history.source', { ns: 'work-bodies', source: t(`sources.${item.source}`, { ns: 'work-bodies' }) }),
      <PencilLine size={15} />,
    ],
    [item.placement === 'near-outline', t('mark.nearOutline'), <SquareDashed size={15} />],
  ];
  const shown = marks.filter(([isShown]) => isShown);
  if (shown.length === 0) return null;
  return (
    <ul className={styles.marks}>
      {shown.map(([, words, icon, alert]) => (
        <li key={words} className={alert ? `${styles.mark} ${styles.alert}` : styles.mark}>
          <span aria-hidden="true">{icon}</span>
          {words}
        </li>
      ))}
    </ul>
  );
}
