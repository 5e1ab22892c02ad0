import type { WalkProtocol } from '@lofteskartan/shared/contracts/walk-protocols';
import { useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { useMunicipality, useMunicipalitySlug } from '../features/municipalities/municipalities.queries.js';
import { ProtocolStops } from '../features/walks/protocol-stops.js';
import { protocolQuery } from '../features/walks/protocols.queries.js';
import parts from '../features/walks/walks.module.css';
import { useFormats } from '../platform/format.js';
import { BackLink } from '../ui/back-link.js';
import { Button } from '../ui/button.js';
import { DefinitionList } from '../ui/definition-list.js';
import { PageTitle } from '../ui/page-title.js';
import { CopyLink } from '../ui/share.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';
import { Timeline } from '../ui/timeline.js';
import styles from './work-inventory.page.module.css';

/** `/ale/vandringar/V7K3F9`: the protocol of a safety walk. */
export default function WalkPage() {
  const { t } = useTranslation('walks');
  const slug = useMunicipalitySlug();
  const reference = (useParams()['reference'] ?? '').toUpperCase();
  const { data: walk, error, refetch } = useQuery(protocolQuery(reference));
  if (walk && walk.municipality !== slug)
    return <Navigate replace to={`/${walk.municipality}/vandringar/${walk.reference}`} />;
  return (
    <div className={`wrap ${styles.page}`}>
      <BackLink to={`/${slug}/vandringar`}>{t('protocol.back')}</BackLink>
      {walk ? (
        <Protocol walk={walk} />
      ) : error?.status === 404 ? (
        <PageTitle title={t('protocol.notFound')} lead={t('protocol.notFoundHow')} />
      ) : error ? (
        <ErrorState error={error} title={t('protocol.failed')} onRetry={() => void refetch()} />
      ) : (
        <SkeletonPage label={t('protocol.loading')} />
      )}
    </div>
  );
}

function Protocol({ walk }: { walk: WalkProtocol }) {
  const { t } = useTranslation('walks');
  const { date, time, phrase } = useFormats();
  const { data: municipality } = useMunicipality();
  const { reference, municipality: slug, title, purpose, startsAt, organisers, participants, bands } = walk;
  const locality = municipality?.localities.find((each) => each.slug === walk.locality);
  return (
    <>
      <PageTitle title={title} lead={purpose} />
      <DefinitionList
        items={[
          { term: t('protocol.when'), value: `${date(startsAt)} ${time(startsAt)}` },
          { term: t('protocol.locality'), value: locality?.name },
          {
            term: t('protocol.people'),
            value: participants === null ? t('people.few') : t('people.count', { count: participants }),
          },
          {
            term: t('protocol.groups'),
            value: bands.map(({ band, people }) => `${t(`band.${band}`)}: ${String(people)}`).join(', '),
          },
          {
            term: t('protocol.organisers'),
            value: phrase(organisers.map((each) => t(`organiser.${each}`))),
          },
        ]}
      />
      <section className={parts.part} aria-labelledby="stops">
        <h2 id="stops">{t('protocol.stops')}</h2>
        <ProtocolStops municipality={slug} stops={walk.stops} />
      </section>
      <section className={parts.part} aria-labelledby="versions">
        <h2 id="versions">{t('protocol.versions')}</h2>
        <Timeline
          label={t('protocol.versions')}
          entries={walk.versions.map(({ number, publishedAt, reason }) => ({
            key: String(number),
            title: t('protocol.version', { number, date: date(publishedAt) }),
            children: reason ?? t('protocol.first'),
          }))}
        />
      </section>
      <div className={parts.actions}>
        <Button
          icon={<Printer size={18} aria-hidden="true" />}
          onClick={() => {
            window.print();
          }}
        >
          {t('protocol.print')}
        </Button>
        <CopyLink address={`${window.location.origin}/${slug}/vandringar/${reference}`} share={{ title }} />
      </div>
    </>
  );
}
