import type { Municipality, NamedPlace } from '@lofteskartan/shared/contracts/municipalities';
import type { SubscriptionView } from '@lofteskartan/shared/contracts/subscriptions';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusWhen } from '../../ui/address-form.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton, SkeletonText } from '../../ui/skeleton.js';
import { ErrorState } from '../../ui/states.js';
import { AreaFields } from './area-fields.js';
import { StopSubscription } from './stop-subscription.js';
import styles from './subscriptions.module.css';
import { subscriptionQuery, useChangeSubscription, useConfirmSubscription } from './subscriptions.queries.js';
import { areaOf, areaToSend } from './watched-area.js';
import { type Wish, WishFields } from './wish-fields.js';

interface ManageSubscriptionProps {
  token: string;
  municipality: Municipality;
  places: readonly NamedPlace[];
}

/** What a link from a mail opens: say yes, change, stop. */
export function ManageSubscription({ token, municipality, places }: ManageSubscriptionProps) {
  const { t } = useTranslation('watch');
  const opened = useQuery(subscriptionQuery(token));
  const [isStopped, setStopped] = useState(false);
  const end = useFocusWhen(isStopped);
  if (isStopped)
    return (
      <div ref={end} tabIndex={-1} className={styles.section}>
        <Notice tone="success" title={t('stop.done')} announced>
          <p>{t('stop.doneHow')}</p>
        </Notice>
      </div>
    );
  if (opened.error && !opened.data)
    return [404, 422].includes(opened.error.status) ? (
      <Notice tone="warning" title={t('gone')} announced>
        <p>{t('goneHow')}</p>
      </Notice>
    ) : (
      <ErrorState error={opened.error} onRetry={() => void opened.refetch()} />
    );
  if (!opened.data)
    return (
      <Skeleton label={t('loading')}>
        <SkeletonText lines={4} />
      </Skeleton>
    );
  const subscription = opened.data;
  return (
    <>
      {subscription.state === 'unconfirmed' ? (
        <Confirm token={token} subscription={subscription} />
      ) : (
        <Change {...{ token, subscription, municipality, places }} />
      )}
      <StopSubscription
        token={token}
        onStopped={() => {
          setStopped(true);
        }}
      />
    </>
  );
}

/** The area in words. */
function useAreaName(): (subscription: SubscriptionView) => string {
  const { t } = useTranslation('watch');
  return ({ position, localityName, municipalityName }) =>
    position
      ? t('name.point', { name: municipalityName })
      : (localityName ?? t('name.all', { name: municipalityName }));
}

/** A press says yes: the machines that look through mail for harm follow links as well. */
function Confirm({ token, subscription }: { token: string; subscription: SubscriptionView }) {
  const { t } = useTranslation('watch');
  const confirm = useConfirmSubscription();
  const areaName = useAreaName();
  return (
    <section className={styles.section}>
      <p>
        {t('confirm.lead', { area: areaName(subscription), frequency: t(`often.${subscription.frequency}`) })}
      </p>
      {confirm.error && <ErrorState error={confirm.error} title={t('confirm.failed')} />}
      <Button
        look="primary"
        busy={confirm.isPending}
        onClick={() => {
          confirm.mutate({ token });
        }}
      >
        {t('confirm.do')}
      </Button>
    </section>
  );
}

function Change({
  token,
  subscription,
  municipality,
  places,
}: ManageSubscriptionProps & { subscription: SubscriptionView }) {
  const { t } = useTranslation('watch');
  const change = useChangeSubscription();
  const areaName = useAreaName();
  const before = areaOf(subscription);
  const [area, setArea] = useState(before);
  const [wish, setWish] = useState<Wish>(subscription);
  const [tried, setTried] = useState(false);
  const heading = useFocusWhen(true);
  return (
    <section className={styles.section}>
      <div ref={heading} tabIndex={-1}>
        <Notice tone="success" title={t('watching', { area: areaName(subscription) })}>
          <p>{t(`watchingHow.${subscription.frequency}`)}</p>
        </Notice>
      </div>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          const given = areaToSend(area);
          if (!given || change.isPending) return;
          const isSame = JSON.stringify(area) === JSON.stringify(before);
          const { frequency, language } = wish;
          change.mutate({ token, frequency, language, ...(isSame ? {} : { area: given }) });
        }}
      >
        <h2>{t('change.title')}</h2>
        <AreaFields {...{ municipality, places, area, tried }} onChange={setArea} />
        <WishFields
          wish={wish}
          onChange={(part) => {
            setWish((all) => ({ ...all, ...part }));
          }}
        />
        {change.error && <ErrorState error={change.error} title={t('change.failed')} />}
        <Button type="submit" look="primary" busy={change.isPending}>
          {t('change.save')}
        </Button>
        <div role="status">{change.isSuccess && <p>{t('change.saved')}</p>}</div>
      </form>
    </section>
  );
}
