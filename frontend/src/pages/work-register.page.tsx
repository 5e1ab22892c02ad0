import type { ProposalReceipt, SupportReceipt } from '@lofteskartan/shared/contracts/proposals';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { municipalityQuery } from '../features/municipalities/municipalities.queries.js';
import { placesQuery } from '../features/municipalities/places.queries.js';
import { Registered } from '../features/registration/registered.js';
import { RegistrationForm } from '../features/registration/registration-form.js';
import styles from '../features/registration/registration.module.css';
import { CASE_ROLES, municipalitiesWith } from '../platform/memberships.js';
import { useSession } from '../platform/session.js';
import { Notice } from '../ui/notice.js';
import { PageTitle } from '../ui/page-title.js';
import { SelectField } from '../ui/select-field.js';
import { Skeleton, SkeletonBlock } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';
import admin from './work-admin.module.css';

type Done = { proposal: ProposalReceipt } | { support: SupportReceipt };

/** `/arbete/registrera`: for somebody who has a resident on the telephone. */
export default function WorkRegisterPage() {
  const { t } = useTranslation(['work-register', 'work']);
  const { data: session } = useSession();
  const [parameters, setParameters] = useSearchParams();
  const places = session ? municipalitiesWith(session, CASE_ROLES) : [];
  const place = places.find(({ slug }) => slug === parameters.get('municipality')) ?? places[0];
  const municipality = useQuery(municipalityQuery(place?.slug ?? ''));
  const named = useQuery(placesQuery(place?.slug ?? ''));
  const [done, setDone] = useState<Done | null>(null);
  const [round, setRound] = useState(0);
  const again = () => {
    setDone(null);
    setRound((before) => before + 1);
  };
  if (!session) return null;
  if (!place)
    return (
      <div className={`wrap ${admin.narrow}`}>
        <PageTitle title={t('notYours.title', { ns: 'work' })} lead={t('notYours.lead', { ns: 'work' })} />
      </div>
    );
  return (
    <div className={`wrap ${admin.page}`}>
      <PageTitle key={round} title={t('title')} lead={t('lead')} />
      {done && 'support' in done && (
        <Notice tone="success" announced>
          {t('supported', { count: done.support.supportCount, reference: done.support.reference })}
        </Notice>
      )}
      {done && 'proposal' in done ? (
        <Registered receipt={done.proposal} onAnother={again} />
      ) : (
        <div className={styles.columns}>
          <div className={styles.form}>
            {places.length > 1 && (
              <SelectField
                label={t('municipality')}
                value={place.slug}
                options={places.map(({ slug, name }) => ({ value: slug, label: name }))}
                onChange={(slug) => {
                  setParameters({ municipality: slug }, { replace: true });
                }}
              />
            )}
            {municipality.data ? (
              <RegistrationForm
                key={`${place.slug} ${String(round)}`}
                municipality={municipality.data}
                places={named.data ?? []}
                onRegistered={(proposal) => {
                  setDone({ proposal });
                }}
                onSupported={(support) => {
                  setDone({ support });
                  setRound((before) => before + 1);
                }}
              />
            ) : municipality.error ? (
              <ErrorState
                error={municipality.error}
                title={t('failed')}
                onRetry={() => void municipality.refetch()}
              />
            ) : (
              <Skeleton label={t('title')}>
                <SkeletonBlock height="24rem" />
              </Skeleton>
            )}
          </div>
          <Notice title={t('tell.title')}>
            <p>{t('tell.one')}</p>
            <p>{t('tell.two')}</p>
            <p>{t('tell.three')}</p>
          </Notice>
        </div>
      )}
    </div>
  );
}
