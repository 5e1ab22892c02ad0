import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { OutcomeWays } from '../features/dialogue-outcomes/after-dialogue.js';
import { DialogueRows } from '../features/dialogues/dialogue-rows.js';
import { medborgardialogerQuery } from '../features/dialogues/medborgardialoger.queries.js';
import parts from '../features/dialogues/dialogues.module.css';
import { useMunicipality, useMunicipalitySlug } from '../features/municipalities/municipalities.queries.js';
import { PageTitle } from '../ui/page-title.js';
import { Part } from '../ui/part.js';
import { SelectField } from '../ui/select-field.js';
import { Skeleton, SkeletonBlock } from '../ui/skeleton.js';
import { EmptyState, ErrorState } from '../ui/states.js';
import styles from './work-inventory.page.module.css';

const EVERYWHERE = 'everywhere';

/** `/ale/dialoger`: the medborgardialoger to come, and those that were held. */
export default function DialoguesPage() {
  const { t } = useTranslation('dialogues');
  const slug = useMunicipalitySlug();
  const { data: municipality } = useMunicipality();
  const [parameters, setParameters] = useSearchParams();
  const locality = parameters.get('ort');
  const { data, error, refetch } = useQuery(medborgardialogerQuery(slug, locality));
  return (
    <div className={`wrap ${styles.page}`}>
      <PageTitle
        title={t('list.titleIn', { municipality: municipality?.shortName ?? '' })}
        short={t('list.title')}
        lead={t('list.lead')}
      />
      {municipality && municipality.localities.length > 1 && (
        <SelectField
          label={t('list.locality')}
          value={locality ?? EVERYWHERE}
          options={[
            { value: EVERYWHERE, label: t('list.everywhere') },
            ...municipality.localities.map((each) => ({ value: each.slug, label: each.name })),
          ]}
          onChange={(chosen) => {
            setParameters(chosen === EVERYWHERE ? {} : { ort: chosen }, { replace: true });
          }}
        />
      )}
      {!data && error && <ErrorState error={error} title={t('list.failed')} onRetry={() => void refetch()} />}
      {!data && !error && (
        <Skeleton label={t('loading')}>
          <SkeletonBlock height="12rem" />
        </Skeleton>
      )}
      {data && (
        <>
          <Part id="coming" title={t('list.coming')}>
            {data.coming.length > 0 ? (
              <DialogueRows dialogues={data.coming} label={t('list.coming')} />
            ) : (
              <EmptyState title={t('list.noneComing')}>{t('list.noneComingHow')}</EmptyState>
            )}
          </Part>
          {data.held.length > 0 && (
            <Part id="held" title={t('list.held')}>
              <DialogueRows dialogues={data.held} label={t('list.held')} />
            </Part>
          )}
        </>
      )}
      <OutcomeWays municipality={slug} />
      <p className={parts.actions}>
        <Link to={`/${slug}/bevaka`}>{t('list.watch')}</Link>
        <a href={`/${slug}/kalender.ics`}>{t('list.calendar')}</a>
        <a href={`/${slug}/flode.atom`}>{t('list.feed')}</a>
      </p>
    </div>
  );
}
