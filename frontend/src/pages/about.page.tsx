import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { Medborgarlofte } from '@lofteskartan/shared/contracts/medborgarlofte';
import { useQuery } from '@tanstack/react-query';
import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AnswerTimes } from '../features/info/answer-times.js';
import { ContactList } from '../features/info/contact-list.js';
import { InfoPage, type InfoSection } from '../features/info/info-page.js';
import { useMunicipality, useMunicipalitySlug } from '../features/municipalities/municipalities.queries.js';
import { promiseQuery } from '../features/promise/promise.queries.js';
import { useFormats } from '../platform/format.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';

/** Months from the first day to the last, both counted. */
function monthsOf({ from, to }: { from: string; to: string }): number {
  const index = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return index(to) - index(from) + 1;
}

/** `/ale/om`: what this is, how it works, how it counts, and who stands behind it. */
export default function AboutPage() {
  const { t } = useTranslation('info');
  const { data, error, refetch } = useMunicipality();
  const promise = useQuery(promiseQuery(useMunicipalitySlug()));
  if (data) return <About municipality={data} promise={promise.data ?? null} />;
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

function About({ municipality, promise }: { municipality: Municipality; promise: Medborgarlofte | null }) {
  const { t } = useTranslation('info');
  const checks = useChecks(municipality, promise);
  const sections: InfoSection[] = [
    {
      id: 'lofte',
      heading: t('about.promise.heading'),
      children: <ThePromise municipality={municipality} promise={promise} />,
    },
    {
      id: 'sa-gar-det-till',
      heading: t('about.how.heading'),
      children: (
        <ol>
          {(['send', 'read', 'answer', 'done', 'lamp'] as const).map((step) => (
            <li key={step}>{t(`about.how.${step}`)}</li>
          ))}
        </ol>
      ),
    },
    {
      id: 'sa-raknar-vi',
      heading: t('about.counting.heading'),
      children: (['computed', 'pace', 'wish', 'opening', 'ongoing', 'outcome'] as const).map((part) => (
        <p key={part}>{t(`about.counting.${part}`)}</p>
      )),
    },
    ...checks,
    {
      id: 'svar',
      heading: t('about.answer.heading'),
      children: (
        <>
          <AnswerTimes municipality={municipality} />
          <p>{t(municipality.mail ? 'about.answer.whereMail' : 'about.answer.where')}</p>
        </>
      ),
    },
    { id: 'vilka', heading: t('about.who.heading'), children: <Who municipality={municipality} /> },
    {
      id: 'andra-vagar',
      heading: t('about.elsewhere.heading'),
      children: <Elsewhere municipality={municipality} />,
    },
    {
      id: 'tjansten',
      heading: t('about.product.heading'),
      children: <Product municipality={municipality} />,
    },
  ];
  return (
    <InfoPage
      title={t('about.title', { place: municipality.shortName })}
      short={t('about.short')}
      lead={t('about.lead', { municipality: municipality.name })}
      sections={sections}
    />
  );
}

function ThePromise({
  municipality,
  promise,
}: {
  municipality: Municipality;
  promise: Medborgarlofte | null;
}) {
  const { t } = useTranslation('info');
  const { date } = useFormats();
  return (
    <>
      {municipality.about && <p>{municipality.about}</p>}
      <p>{t('about.promise.what', { place: municipality.shortName })}</p>
      {promise && (
        <p>
          {promise.to
            ? t('about.promise.runs', { from: date(promise.from), to: date(promise.to) })
            : t('about.promise.runsOpen', { from: date(promise.from) })}{' '}
          <Link to={`/${municipality.slug}/lofte`}>{t('about.promise.read')}</Link>
        </p>
      )}
    </>
  );
}

/** How places are chosen, where the promise is about checks that residents ask for. */
function useChecks(municipality: Municipality, promise: Medborgarlofte | null): InfoSection[] {
  const { t } = useTranslation('info');
  const { number } = useFormats();
  const asked = promise?.commitments.find(
    ({ requiresWish, progress }) => requiresWish && progress.type === 'count',
  );
  if (!asked || asked.progress.type !== 'count') return [];
  const { from, to, progress } = asked;
  return [
    {
      id: 'hastighetskontroller',
      heading: t('about.checks.heading'),
      children: (
        <>
          <p>{t('about.checks.police')}</p>
          {to && (
            <p>
              {t('about.checks.scarce', {
                target: number(progress.target),
                perMonth: number(progress.target / monthsOf({ from, to }), 1),
              })}
            </p>
          )}
          <p>{t('about.checks.secret')}</p>
          <p>{t('about.checks.release', { count: municipality.releaseDelayHours })}</p>
          <p>{t('about.checks.results')}</p>
        </>
      ),
    },
  ];
}

function Who({ municipality: { name, policeDistrict, partners, contacts } }: { municipality: Municipality }) {
  const { t } = useTranslation('info');
  const words = { municipality: name, police: policeDistrict };
  return (
    <>
      <p>{partners.length > 0 ? t('about.who.behind', words) : t('about.who.alone', words)}</p>
      {partners.length > 0 && (
        <ul>
          {partners.map((partner) => (
            <li key={partner.slug}>{partner.name}</li>
          ))}
        </ul>
      )}
      {contacts.length > 0 && (
        <>
          <h3>{t('about.who.contact')}</h3>
          <ContactList contacts={contacts} />
        </>
      )}
    </>
  );
}

function Elsewhere({ municipality: { links } }: { municipality: Municipality }) {
  const { t } = useTranslation('info');
  const ways = [
    { to: links.faultReports, words: t('about.elsewhere.fault') },
    { to: links.petitions, words: t('about.elsewhere.petition') },
    { to: links.website, words: t('about.elsewhere.website') },
  ];
  return (
    <>
      <p>
        <Trans
          t={t}
          i18nKey="about.elsewhere.urgent"
          components={{ call: <a href="tel:112">112</a>, police: <a href={links.police}>114 14</a> }}
        />
      </p>
      <ul>
        {ways.map(
          ({ to, words }) =>
            to && (
              <li key={words}>
                <a href={to} rel="external">
                  {words}
                </a>
              </li>
            ),
        )}
      </ul>
    </>
  );
}

function Product({ municipality: { slug, demo } }: { municipality: Municipality }) {
  const { t } = useTranslation('info');
  return (
    <>
      {demo && (
        <p>
          <strong>{t('about.product.demo')}</strong>
        </p>
      )}
      <p>
        <Trans t={t} i18nKey="about.product.open" components={{ api: <a href="/api/docs">API</a> }} />
      </p>
      <p>
        <Trans
          t={t}
          i18nKey="about.product.more"
          components={{
            privacy: <Link to={`/${slug}/integritet`} />,
            accessibility: <Link to={`/${slug}/tillganglighet`} />,
          }}
        />
      </p>
    </>
  );
}
