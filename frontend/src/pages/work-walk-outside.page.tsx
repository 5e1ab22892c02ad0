import type { Position } from '@lofteskartan/shared/position';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { nothingSeen } from '../features/walks/nothing-seen.js';
import { OutsideForm, type ToldStop } from '../features/walks/outside-form.js';
import { OutsideNewStop } from '../features/walks/outside-new-stop.js';
import { OutsideQueue } from '../features/walks/outside-queue.js';
import { OutsideSignedOut } from '../features/walks/outside-signed-out.js';
import styles from '../features/walks/outside.module.css';
import { useWalkOutside, type WalkOutside } from '../features/walks/use-walk-outside.js';
import {
  hasRoomFor,
  momentsFrom,
  outsideStops,
  seenAtOf,
  type WalkKit,
  type WalkMessage,
} from '../features/walks/walk-messages.js';
import { newKey } from '../platform/api.js';
import { useFormats } from '../platform/format.js';
import { useSession } from '../platform/session.js';
import { BackLink } from '../ui/back-link.js';
import { announce } from '../ui/live-region.js';
import { Notice } from '../ui/notice.js';
import { PageTitle } from '../ui/page-title.js';
import { Skeleton, SkeletonBlock } from '../ui/skeleton.js';
import { NotOnDevice } from './not-on-device.js';

/** `/arbete/trygghetsvandring/:reference/ute`: the stops are filled in where they are, with one hand, with or without a network. */
export default function WorkWalkOutsidePage() {
  const { t } = useTranslation('work-walks');
  const reference = (useParams()['reference'] ?? '').toUpperCase();
  const { data: session } = useSession();
  const outside = useWalkOutside(session, reference);
  const { account, kit, error, queue, retry } = outside;
  const address = `/arbete/trygghetsvandring/${reference}`;
  if (session === null) return <OutsideSignedOut address={`${address}/ute`} />;
  return (
    <div className={`wrap ${styles.page}`}>
      <BackLink to={address}>{t('out.back')}</BackLink>
      <PageTitle title={kit?.title ?? t('out.title')} />
      {queue.sent.length > 0 && (
        <Notice tone="success" announced>
          {t('out.sent', { count: queue.sent.length })}
        </Notice>
      )}
      {kit === undefined && (
        <Skeleton label={t('out.loading')}>
          <SkeletonBlock height="12rem" />
        </Skeleton>
      )}
      {kit === null && (
        <NotOnDevice title={t('out.nothing')} how={t('out.nothingHow')} error={error} onRetry={retry} />
      )}
      {kit && !kit.mayChange && <Notice>{t('out.notYours')}</Notice>}
      {kit?.status === 'cancelled' && <Notice>{t('out.closed')}</Notice>}
      {kit && account !== null && kit.mayChange && kit.status !== 'cancelled' && (
        <Stops kit={kit} account={account} queue={queue} />
      )}
    </div>
  );
}

interface StopsProps extends Pick<WalkOutside, 'queue'> {
  kit: WalkKit;
  account: string;
}

function Stops({ kit, account, queue }: StopsProps) {
  const { t } = useTranslation('work-walks');
  const { moment } = useFormats();
  const stops = outsideStops(kit, queue.messages);
  const [chosen, setChosen] = useState(
    stops.find(({ state }) => state === 'none')?.id ?? stops[0]?.id ?? null,
  );
  const [begun, setBegun] = useState<WalkMessage | null>(null);
  const [round, setRound] = useState(0);
  const index = stops.findIndex(({ id }) => id === chosen);
  const stop = stops[index];

  const choose = (id: string | null) => {
    setChosen(id);
    setBegun(null);
    setRound((before) => before + 1);
    requestAnimationFrame(() => {
      document.querySelector<HTMLElement>('#outside-stop')?.focus();
    });
  };
  const save = async ({ seen, light, photos }: ToldStop): Promise<'full' | 'tooMuch' | null> => {
    if (!stop) return null;
    const bytes = photos.reduce((sum, { size }) => sum + size, 0);
    if (photos.length > 0 && !hasRoomFor(queue.messages, bytes)) return 'tooMuch';
    const now = Date.now();
    const whats: WalkMessage['what'][] = [
      ...(seen ? [{ kind: 'observation' as const, body: { ...seen, seenAt: seenAtOf(begun, now) } }] : []),
      ...photos.map((photo) => ({ kind: 'photo' as const, light, photo })),
    ];
    const moments = momentsFrom(now, whats.length);
    const messages = whats.map((what, each) => ({
      key: newKey(),
      account,
      savedAt: moments[each] ?? '',
      refusal: null,
      walk: kit.reference,
      stopId: stop.id,
      name: stop.name,
      what,
    }));
    try {
      await queue.add(...messages);
      if (begun) await queue.remove(begun.key);
    } catch {
      // The device would not keep it: what was told stays on the page.
      return 'full';
    }
    announce(t('out.saved', { number: index + 1 }));
    const next = stops.find(({ id, state }) => id !== stop.id && state === 'none');
    choose((next ?? stop).id);
    return null;
  };
  const add = async (name: string, position: Position) => {
    const id = crypto.randomUUID();
    const [savedAt = ''] = momentsFrom(Date.now(), 1);
    const what = { kind: 'stop' as const, body: { id, name, position } };
    const about = { account, savedAt, refusal: null, walk: kit.reference, stopId: id, name };
    await queue.add({ key: newKey(), ...about, what });
    choose(id);
  };
  const change = (message: WalkMessage) => {
    setChosen(message.stopId);
    setBegun(message);
    setRound((before) => before + 1);
  };
  /** What is sent as it is, or removed, is no longer being changed. */
  const putBack = (...keys: readonly string[]) => {
    if (begun && keys.includes(begun.key)) choose(begun.stopId);
  };
  const start =
    begun?.what.kind === 'observation'
      ? {
          checklist: begun.what.body.checklist,
          impression: begun.what.body.impression ?? null,
          note: begun.what.body.note ?? '',
        }
      : nothingSeen;
  return (
    <>
      <OutsideQueue
        messages={queue.messages}
        stuck={queue.stuck}
        isTurnedAway={queue.isTurnedAway}
        isSending={queue.isSending}
        onSend={queue.send}
        onChange={change}
        onRetry={(key) => {
          putBack(key);
          void queue.retry(key);
        }}
        onRemove={(...keys) => {
          putBack(...keys);
          void queue.remove(...keys);
        }}
      />
      <nav aria-label={t('out.stops')}>
        <ol className={styles.stops}>
          {stops.map(({ id, name, state }, each) => (
            <li key={id}>
              <button
                type="button"
                aria-current={id === chosen ? 'step' : undefined}
                onClick={() => {
                  choose(id);
                }}
              >
                <span>{t('out.stop', { number: each + 1, name })}</span>
                <span className={styles.soft}>{t(`out.stopState.${state}`)}</span>
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <OutsideNewStop onAdd={add} />
      {stop && (
        <OutsideForm
          key={`${stop.id}-${String(round)}`}
          number={index + 1}
          name={stop.name}
          start={start}
          onSave={save}
        />
      )}
      <p className={styles.soft}>{t('out.ready', { moment: moment(kit.savedAt) })}</p>
    </>
  );
}
