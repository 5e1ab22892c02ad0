import type { Municipality, NamedPlace } from '@lofteskartan/shared/contracts/municipalities';
import { SUBSCRIPTION_LIMITS } from '@lofteskartan/shared/vocabulary';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { useTypedAddress } from '../../platform/mail-address.js';
import { AddressField, AddressForm, useFocusWhen } from '../../ui/address-form.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { ErrorState } from '../../ui/states.js';
import { TrapField, trapped } from '../../ui/trap-field.js';
import { AreaFields } from './area-fields.js';
import styles from './subscriptions.module.css';
import { useSubscribe } from './subscriptions.queries.js';
import { areaToSend, NO_AREA, type WatchedArea } from './watched-area.js';
import { type Wish, WishFields } from './wish-fields.js';

interface SubscribeFormProps {
  municipality: Municipality;
  places: readonly NamedPlace[];
  /** A locality's slug to begin with. */
  locality: string | null;
  language: Wish['language'];
}

/** "Bevaka ett område": the area, how often, in which language, and where to. */
export function SubscribeForm({ municipality, places, locality, language }: SubscribeFormProps) {
  const { t } = useTranslation('watch');
  const address = useTypedAddress();
  const subscribe = useSubscribe();
  const [area, setArea] = useState<WatchedArea>({ ...NO_AREA, locality: locality ?? '' });
  const [wish, setWish] = useState<Wish>({ frequency: 'weekly', language });
  const [tried, setTried] = useState(false);
  const trap = useRef<HTMLInputElement>(null);
  const [idempotencyKey, setKey] = useState(newKey);
  const receipt = useFocusWhen(subscribe.isSuccess);
  if (subscribe.isSuccess)
    return (
      <div ref={receipt} tabIndex={-1} className={styles.section}>
        <Notice tone="success" title={t('asked.title')}>
          <p className={styles.said}>{t('asked.how', { email: subscribe.variables.body.email })}</p>
          <p>{t('asked.none', { count: SUBSCRIPTION_LIMITS.areas })}</p>
        </Notice>
        <Button
          look="quiet"
          className={styles.flush}
          onClick={() => {
            subscribe.reset();
            setKey(newKey());
            setArea(NO_AREA);
            setTried(false);
          }}
        >
          {t('asked.another')}
        </Button>
      </div>
    );
  const send = (email: string) => {
    const given = areaToSend(area);
    setTried(true);
    if (!given) return;
    subscribe.mutate({
      body: { ...given, ...wish, email, municipality: municipality.slug, ...trapped(trap) },
      idempotencyKey,
    });
  };
  // What is sent anew after a change is another wish.
  const changed = () => {
    if (subscribe.isError) setKey(newKey());
  };
  return (
    <AddressForm className={styles.form} address={address} busy={subscribe.isPending} onSend={send}>
      <AreaFields
        {...{ municipality, places, area, tried }}
        onChange={(next) => {
          setArea(next);
          changed();
        }}
      />
      <WishFields
        wish={wish}
        onChange={(part) => {
          setWish((before) => ({ ...before, ...part }));
          changed();
        }}
      />
      <AddressField
        address={address}
        label={t('email.label')}
        hint={t('email.hint')}
        wrong={t('email.wrong')}
      />
      <TrapField field={trap} />
      {subscribe.error && <ErrorState error={subscribe.error} title={t('failed')} />}
      <Button type="submit" look="primary" busy={subscribe.isPending}>
        {t('send')}
      </Button>
    </AddressForm>
  );
}
