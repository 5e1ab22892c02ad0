import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CarDraft, emptyCheck, nextCheck } from '../features/car/car-draft.js';
import { type CarFix, withFix, withSuggestion } from '../features/car/car-fix.js';
import { CarForm } from '../features/car/car-form.js';
import { CarQueueList } from '../features/car/car-queue-list.js';
import type { WaitingCheck } from '../features/car/car-queue.js';
import { CarSignedOut } from '../features/car/car-signed-out.js';
import { useCarKits } from '../features/car/use-car-kits.js';
import { useCarPosition } from '../features/car/use-car-position.js';
import { useCarQueue } from '../features/car/use-car-queue.js';
import { useOwnManifest } from '../features/car/use-own-manifest.js';
import { useFormats } from '../platform/format.js';
import { holds } from '../platform/memberships.js';
import { useSession } from '../platform/session.js';
import { BackLink } from '../ui/back-link.js';
import { RadioChips } from '../ui/chips.js';
import { announce } from '../ui/live-region.js';
import { Notice } from '../ui/notice.js';
import { PageTitle } from '../ui/page-title.js';
import { Skeleton, SkeletonBlock } from '../ui/skeleton.js';
import { NotOnDevice } from './not-on-device.js';
import styles from './work-car.page.module.css';

/** `/arbete/bilen`: a check is told where it was made, with one hand, with or without a network. For the police. */
export default function WorkCarPage() {
  const { t } = useTranslation(['work-car', 'work']);
  const { moment } = useFormats();
  const { data: session } = useSession();
  const { account, kits, error, retry } = useCarKits(session);
  const queue = useCarQueue(account);
  const [draft, setDraft] = useState<CarDraft>(emptyCheck(''));
  const [edited, setEdited] = useState<WaitingCheck | null>(null);
  useOwnManifest();

  const kit = kits?.find(({ municipality }) => municipality === draft.municipality) ?? kits?.[0];
  const change = useCallback((part: Partial<CarDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
  }, []);
  const found = (fix: CarFix, isAsked: boolean) => {
    setDraft((before) => withFix(before, kit, fix, isAsked));
  };
  const { state, fix, ask, look } = useCarPosition(found);

  // What is carried along may come after the place, or anew.
  useEffect(() => {
    setDraft((before) => withSuggestion(before, kit));
  }, [kit]);

  /** The next check begins where the car was found last, and follows it. */
  const startAnew = () => {
    setEdited(null);
    setDraft((before) => {
      const next = nextCheck(before);
      return fix ? withFix(next, kit, fix) : next;
    });
    look();
  };
  const save = async (check: WaitingCheck) => {
    await queue.add(check);
    if (edited !== null) await queue.remove(edited.key);
    startAnew();
    announce(t('saved'));
    window.scrollTo({ top: 0 });
  };
  /** What is sent as it is, or removed, is no longer being corrected. */
  const putBack = (key: string) => {
    if (edited?.key === key) startAnew();
  };
  const edit = (check: WaitingCheck) => {
    // Where that check was made, not where the car stands now.
    setDraft({ ...emptyCheck(check.draft.municipality), ...check.draft, place: 'kept', hasMoved: false });
    setEdited(check);
    window.scrollTo({ top: document.body.scrollHeight / 4 });
  };

  if (session === null) return <CarSignedOut address="/arbete/bilen" />;
  if (session && !holds(session, ['police-officer']))
    return (
      <div className="wrap">
        <PageTitle title={t('notYours.title', { ns: 'work' })} lead={t('notYours.lead', { ns: 'work' })} />
      </div>
    );
  return (
    <div className={`wrap ${styles.page}`}>
      <BackLink to="/arbete">{t('back')}</BackLink>
      <PageTitle title={t('title')} />
      {queue.sent.length > 0 && (
        <Notice tone="success" announced title={t('sent.title', { count: queue.sent.length })}>
          {queue.sent.some(({ whyNot }) => whyNot !== null) ? t('sent.someNot') : t('sent.how')}
        </Notice>
      )}
      <CarQueueList
        checks={queue.messages}
        stuck={queue.stuck}
        isTurnedAway={queue.isTurnedAway}
        isSending={queue.isSending}
        onSend={queue.send}
        onEdit={edit}
        onRetry={(key) => {
          putBack(key);
          void queue.retry(key);
        }}
        onRemove={(key) => {
          putBack(key);
          void queue.remove(key);
        }}
      />
      {kits === null && (
        <Skeleton label={t('loading')}>
          <SkeletonBlock height="12rem" />
          <SkeletonBlock height="8rem" />
        </Skeleton>
      )}
      {kits?.length === 0 && (
        <NotOnDevice title={t('nothing.title')} how={t('nothing.how')} error={error} onRetry={retry} />
      )}
      {kit && account !== null && (
        <>
          {kits && kits.length > 1 && (
            <RadioChips
              label={t('municipality')}
              value={kit.municipality}
              options={kits.map(({ municipality, municipalityName }) => ({
                value: municipality,
                label: municipalityName,
              }))}
              onChange={(municipality) => {
                change({
                  municipality,
                  stretchId: null,
                  place: edited ? 'kept' : 'suggested',
                  references: null,
                });
              }}
            />
          )}
          {edited !== null && <Notice>{t('editing')}</Notice>}
          <CarForm
            account={account}
            kit={kit}
            corrected={edited}
            draft={{ ...draft, municipality: kit.municipality }}
            change={change}
            positionState={state}
            onAskPosition={ask}
            onSave={save}
          />
          <p className={styles.foot}>{t('foot', { when: moment(kit.readAt) })}</p>
        </>
      )}
    </div>
  );
}
