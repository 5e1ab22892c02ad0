import type { ResponsibleBody } from '@lofteskartan/shared/contracts/bodies';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { Skeleton, SkeletonBlock } from '../../ui/skeleton.js';
import { EmptyState, ErrorState } from '../../ui/states.js';
import { StatusMark } from '../../ui/status-mark.js';
import { Table } from '../../ui/table.js';
import { bodiesQuery } from './bodies.queries.js';
import styles from './bodies.module.css';
import { BodyDialog } from './body-dialog.js';

/** The register of a municipality, and what can be done with each body. */
export function BodyList({ municipality }: { municipality: string }) {
  const { t } = useTranslation('work-bodies');
  const { data, error, refetch } = useQuery(bodiesQuery(municipality));
  const [open, setOpen] = useState<{ body: ResponsibleBody | null } | null>(null);
  return (
    <>
      <div>
        <Button
          look="primary"
          icon={<Plus size={18} aria-hidden="true" />}
          onClick={() => {
            setOpen({ body: null });
          }}
        >
          {t('register.new')}
        </Button>
      </div>
      {!data && error && (
        <ErrorState error={error} title={t('register.failed')} onRetry={() => void refetch()} />
      )}
      {!data && !error && (
        <Skeleton label={t('register.loading')}>
          <SkeletonBlock height="16rem" />
        </Skeleton>
      )}
      {data?.items.length === 0 && (
        <EmptyState title={t('register.empty')}>{t('register.emptyHow')}</EmptyState>
      )}
      {data && data.items.length > 0 && (
        <Table<ResponsibleBody>
          caption={t('register.caption')}
          captionHidden
          rows={data.items}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              head: t('register.name'),
              cell: ({ name, kind }) => (
                <span className={styles.who}>
                  {name}
                  <span>{t(`kinds.${kind}`)}</span>
                </span>
              ),
            },
            {
              key: 'reach',
              head: t('register.reach'),
              cell: ({ email, phone, web }) => (
                <span className={styles.who}>
                  {email ?? t('register.noEmail')}
                  {phone && <span>{phone}</span>}
                  {web && <span>{web}</span>}
                </span>
              ),
            },
            {
              key: 'where',
              head: t('register.where'),
              cell: ({ roads, area }) =>
                [roads.join(', '), area && t('register.hasArea')].filter(Boolean).join(' · ') ||
                t('register.nowhere'),
            },
            {
              key: 'state',
              head: t('register.state'),
              cell: ({ active }) => (
                <StatusMark fill={active ? 'check' : 'bar'} tone={active ? 'done' : 'wait'}>
                  {active ? t('register.isActive') : t('register.isNotActive')}
                </StatusMark>
              ),
            },
            {
              key: 'acts',
              head: t('register.acts'),
              cell: (body) => (
                <Button
                  aria-label={t('register.editTitle', { name: body.name })}
                  onClick={() => {
                    setOpen({ body });
                  }}
                >
                  {t('register.edit')}
                </Button>
              ),
            },
          ]}
        />
      )}
      {open && (
        <BodyDialog
          municipality={municipality}
          body={open.body}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </>
  );
}
