import { TEMPLATE_STATUSES, type TemplateStatus } from '@lofteskartan/shared/reply-placeholders';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { TemplateForm } from '../features/triage/template-form.js';
import { TemplateList } from '../features/triage/template-list.js';
import { templatesQuery } from '../features/triage/templates.queries.js';
import { municipalitiesWith, SETTINGS_ROLES } from '../platform/memberships.js';
import { useSession } from '../platform/session.js';
import { Button } from '../ui/button.js';
import { PageTitle } from '../ui/page-title.js';
import { SelectField } from '../ui/select-field.js';
import { Skeleton, SkeletonText } from '../ui/skeleton.js';
import { EmptyState, ErrorState } from '../ui/states.js';
import styles from './work-admin.module.css';

/** Reply templates: what staff may begin an answer with. */
export default function WorkTemplatesPage() {
  const { t } = useTranslation(['work-templates', 'work']);
  const { data: session } = useSession();
  const [parameters, setParameters] = useSearchParams();
  const { data, error, refetch } = useQuery(templatesQuery);
  const [status, setStatus] = useState<TemplateStatus | 'all'>('all');
  const [shown, setShown] = useState<'active' | 'all'>('active');
  const places = session ? municipalitiesWith(session, SETTINGS_ROLES) : [];
  const place = places.find(({ slug }) => slug === parameters.get('municipality')) ?? places[0];
  if (!session) return null;
  if (!place)
    return (
      <div className={`wrap ${styles.narrow}`}>
        <PageTitle title={t('notYours.title', { ns: 'work' })} lead={t('notYours.lead', { ns: 'work' })} />
      </div>
    );
  const mine = data?.items.filter((each) => each.municipality === place.slug);
  const organisations = data?.organisations.filter((each) => each.municipality === place.slug) ?? [];
  const open = parameters.get('mall');
  const template = mine?.find(({ id }) => id === open) ?? null;
  const go = (mall: string | null) => {
    setParameters({ municipality: place.slug, ...(mall ? { mall } : {}) });
  };
  const listed = mine?.filter(
    (each) => (status === 'all' || each.status === status) && (shown === 'all' || each.active),
  );
  return (
    <div className={`wrap ${styles.narrow}`}>
      <PageTitle
        key={open}
        title={template ? template.name : open === 'ny' ? t('new') : t('title')}
        lead={open ? undefined : t('lead', { municipality: place.name })}
      />
      {!mine &&
        (error ? (
          <ErrorState error={error} title={t('failed')} onRetry={() => void refetch()} />
        ) : (
          <Skeleton label={t('loading')}>
            <SkeletonText lines={6} />
          </Skeleton>
        ))}
      {mine && (template || open === 'ny') && (
        <TemplateForm
          key={template?.id ?? 'ny'}
          municipality={place.slug}
          organisations={organisations}
          template={template}
          onDone={() => {
            go(null);
          }}
        />
      )}
      {listed && !template && open !== 'ny' && (
        <>
          {places.length > 1 && (
            <SelectField
              label={t('municipality')}
              value={place.slug}
              options={places.map(({ slug, name }) => ({ value: slug, label: name }))}
              onChange={(municipality) => {
                setParameters({ municipality }, { replace: true });
              }}
            />
          )}
          <SelectField
            label={t('filter.status')}
            value={status}
            options={[
              { value: 'all' as const, label: t('filter.everyStatus') },
              ...TEMPLATE_STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) })),
            ]}
            onChange={setStatus}
          />
          <SelectField
            label={t('filter.shown')}
            value={shown}
            options={[
              { value: 'active' as const, label: t('filter.active') },
              { value: 'all' as const, label: t('filter.all') },
            ]}
            onChange={setShown}
          />
          <div>
            <Button
              look="primary"
              onClick={() => {
                go('ny');
              }}
            >
              {t('new')}
            </Button>
          </div>
          {listed.length === 0 ? (
            <EmptyState title={t('none')}>{t('noneHow')}</EmptyState>
          ) : (
            <TemplateList templates={listed} onOpen={go} />
          )}
        </>
      )}
    </div>
  );
}
