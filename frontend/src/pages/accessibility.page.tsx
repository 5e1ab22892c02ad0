import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import { Trans, useTranslation } from 'react-i18next';
import { ContactList } from '../features/info/contact-list.js';
import { InfoPage, type InfoSection } from '../features/info/info-page.js';
import { useMunicipality } from '../features/municipalities/municipalities.queries.js';
import { useFormats } from '../platform/format.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';

/** When the pages were last assessed. Change it when they are assessed again, together with what was found. */
const ASSESSED_ON = '2026-11-22';

/** `/ale/tillganglighet`: the statement that the act on accessibility of digital public services (2018:1937) asks for. */
export default function AccessibilityPage() {
  const { t } = useTranslation('info');
  const { data, error, refetch } = useMunicipality();
  if (data) return <Statement municipality={data} />;
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

function Statement({ municipality: { name, contacts } }: { municipality: Municipality }) {
  const { t } = useTranslation('info');
  const { date } = useFormats();
  const sections: InfoSection[] = [
    {
      id: 'lage',
      heading: t('accessibility.state.heading'),
      children: <p>{t('accessibility.state.partly')}</p>,
    },
    {
      id: 'hjalp',
      heading: t('accessibility.help.heading'),
      children: (
        <>
          <p>{t('accessibility.help.ask')}</p>
          <ContactList contacts={contacts} />
        </>
      ),
    },
    {
      id: 'beratta',
      heading: t('accessibility.report.heading'),
      children: <p>{t('accessibility.report.how')}</p>,
    },
    {
      id: 'tillsyn',
      heading: t('accessibility.supervision.heading'),
      children: (
        <p>
          <Trans
            t={t}
            i18nKey="accessibility.supervision.digg"
            components={{
              digg: (
                <a href="https://www.digg.se/tdosanmalan" rel="external">
                  Digg
                </a>
              ),
            }}
          />
        </p>
      ),
    },
    {
      id: 'brister',
      heading: t('accessibility.faults.heading'),
      children: (
        <>
          <p>{t('accessibility.faults.intro')}</p>
          <ul>
            {(['map', 'photos', 'language', 'free', 'api'] as const).map((fault) => (
              <li key={fault}>{t(`accessibility.faults.${fault}`)}</li>
            ))}
          </ul>
        </>
      ),
    },
    {
      id: 'test',
      heading: t('accessibility.tested.heading'),
      children: (
        <>
          <p>{t('accessibility.tested.how')}</p>
          <p>{t('accessibility.tested.not')}</p>
          <p>{t('accessibility.tested.date', { date: date(ASSESSED_ON) })}</p>
        </>
      ),
    },
  ];
  return (
    <InfoPage
      title={t('accessibility.title')}
      short={t('accessibility.short')}
      lead={t('accessibility.lead', { municipality: name })}
      sections={sections}
    />
  );
}
