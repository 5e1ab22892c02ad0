import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ContactList } from '../features/info/contact-list.js';
import { InfoPage, type InfoSection } from '../features/info/info-page.js';
import { mapSource } from '../features/info/map-source.js';
import { useMunicipality } from '../features/municipalities/municipalities.queries.js';
import { DefinitionList } from '../ui/definition-list.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';
import { Table } from '../ui/table.js';

/** `/ale/integritet`: what is stored, what is shown and when, who is responsible, and what one may ask for. */
export default function PrivacyPage() {
  const { t } = useTranslation('info');
  const { data, error, refetch } = useMunicipality();
  if (data) return <Privacy municipality={data} />;
  return (
    <div className="wrap">
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <SkeletonPage label={t('loading')} />
      )}
    </div>
  );
}

function Privacy({ municipality }: { municipality: Municipality }) {
  const { t } = useTranslation('info');
  const host = mapSource(municipality.map.tiles, window.location.host);
  const sections: InfoSection[] = [
    {
      id: 'varfor',
      heading: t('privacy.purpose.heading'),
      children: <Purpose municipality={municipality} />,
    },
    { id: 'vad-vi-sparar', heading: t('privacy.sent.heading'), children: <Sent mail={municipality.mail} /> },
    ...(municipality.mail
      ? [{ id: 'e-post', heading: t('privacy.mail.heading'), children: <Mail municipality={municipality} /> }]
      : []),
    {
      id: 'allman-handling',
      heading: t('privacy.record.heading'),
      children: (
        <>
          <p>{t('privacy.record.what')}</p>
          <p>{t('privacy.record.withdraw')}</p>
          <p>{t('privacy.record.edited')}</p>
          <p>{t('privacy.record.secret')}</p>
        </>
      ),
    },
    {
      id: 'vad-som-visas',
      heading: t('privacy.public.heading'),
      children: <WhatIsPublic releaseDelayHours={municipality.releaseDelayHours} />,
    },
    {
      id: 'ansvar',
      heading: t('privacy.controllers.heading'),
      children: (
        <>
          <p>{t('privacy.controllers.separate', { municipality: municipality.name })}</p>
          <p>{t('privacy.controllers.ask')}</p>
          <ContactList contacts={municipality.contacts} />
        </>
      ),
    },
    { id: 'kakor', heading: t('privacy.storage.heading'), children: <Storage /> },
    {
      id: 'kartan',
      heading: t('privacy.map.heading'),
      children: (
        <>
          <p>{host === null ? t('privacy.map.none') : t('privacy.map.tiles', { host })}</p>
          <p>{t('privacy.map.position')}</p>
          {municipality.geocoder && <p>{t('privacy.map.geocoder')}</p>}
        </>
      ),
    },
    { id: 'loggar', heading: t('privacy.traffic.heading'), children: <p>{t('privacy.traffic.limits')}</p> },
    {
      id: 'hur-lange',
      heading: t('privacy.keeping.heading'),
      children: (
        <>
          <p>{t('privacy.keeping.record')}</p>
          <p>{t('privacy.keeping.disposal')}</p>
          <p>{t('privacy.keeping.archive')}</p>
          <p>{t('privacy.keeping.keys')}</p>
        </>
      ),
    },
    {
      id: 'rattigheter',
      heading: t('privacy.rights.heading'),
      children: (
        <>
          <p>{t('privacy.rights.list')}</p>
          <p>{t('privacy.rights.own')}</p>
          <p>{t('privacy.rights.how')}</p>
          <p>
            <Trans
              t={t}
              i18nKey="privacy.rights.complain"
              components={{
                imy: (
                  <a href="https://www.imy.se" rel="external">
                    imy.se
                  </a>
                ),
              }}
            />
          </p>
        </>
      ),
    },
  ];
  return <InfoPage title={t('privacy.title')} lead={t('privacy.lead')} sections={sections} />;
}

function Purpose({ municipality }: { municipality: Municipality }) {
  const { t } = useTranslation('info');
  return (
    <>
      <p>{t('privacy.purpose.why')}</p>
      <p>
        <Trans
          t={t}
          i18nKey="privacy.purpose.not"
          components={{
            call: <a href="tel:112">112</a>,
            police: <a href={municipality.links.police}>114 14</a>,
          }}
        />
      </p>
    </>
  );
}

function Sent({ mail }: { mail: boolean }) {
  const { t } = useTranslation('info');
  return (
    <>
      <p>{mail ? t('privacy.sent.introMail') : t('privacy.sent.intro')}</p>
      <ul>
        {(['place', 'answers', 'words', 'time', 'device'] as const).map((what) => (
          <li key={what}>{t(`privacy.sent.${what}`)}</li>
        ))}
      </ul>
      <p>{t('privacy.sent.photos')}</p>
      <p>{t('privacy.sent.others')}</p>
      <p>{t('privacy.sent.onBehalf')}</p>
      <p>{t('privacy.sent.supporters')}</p>
      <p>{t('privacy.sent.votes')}</p>
      <p>{t('privacy.sent.bodies')}</p>
    </>
  );
}

function Mail({ municipality }: { municipality: Municipality }) {
  const { t } = useTranslation('info');
  return (
    <>
      <p>{t('privacy.mail.what')}</p>
      <ul>
        {(['confirm', 'stop', 'seen', 'kept', 'watch', 'question'] as const).map((what) => (
          <li key={what}>{t(`privacy.mail.${what}`)}</li>
        ))}
      </ul>
      <p>
        <Link to={`/${municipality.slug}/mina`}>{t('privacy.mail.mine')}</Link>
      </p>
    </>
  );
}

function WhatIsPublic({ releaseDelayHours }: { releaseDelayHours: number }) {
  const { t } = useTranslation('info');
  return (
    <DefinitionList
      items={[
        { term: t('privacy.public.at'), value: t('privacy.public.atWhat') },
        { term: t('privacy.public.after'), value: t('privacy.public.afterWhat') },
        { term: t('privacy.public.never'), value: t('privacy.public.neverWhat') },
        {
          term: t('privacy.public.checks'),
          value: t('privacy.public.checksWhat', { count: releaseDelayHours }),
        },
        { term: t('privacy.public.drugs'), value: t('privacy.public.drugsWhat') },
      ]}
    />
  );
}

function Storage() {
  const { t } = useTranslation('info');
  const kinds = [
    'device',
    'session',
    'signIn',
    'draft',
    'own',
    'choices',
    'dialogueVotes',
    'follow',
    'field',
  ] as const;
  return (
    <>
      <p>{t('privacy.storage.only')}</p>
      <Table
        caption={t('privacy.storage.caption')}
        captionHidden
        columns={[
          { key: 'what', head: t('privacy.storage.what'), cell: (kind) => t(`privacy.storage.${kind}`) },
          { key: 'why', head: t('privacy.storage.why'), cell: (kind) => t(`privacy.storage.${kind}Why`) },
          {
            key: 'long',
            head: t('privacy.storage.howLong'),
            cell: (kind) => t(`privacy.storage.${kind}Long`),
          },
        ]}
        rows={kinds}
        rowKey={(kind) => kind}
      />
    </>
  );
}
