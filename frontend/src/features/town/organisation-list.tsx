import type { Organisation, Session } from '@lofteskartan/shared/contracts/staff';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { municipalitiesWith } from '../../platform/memberships.js';
import { Button } from '../../ui/button.js';
import { Skeleton, SkeletonBlock } from '../../ui/skeleton.js';
import { EmptyState, ErrorState } from '../../ui/states.js';
import { Table } from '../../ui/table.js';
import { OrganisationDialog } from './organisation-dialog.js';
import { organisationsQuery } from './town.queries.js';

/** The organisations with what they are and where they work. */
export function OrganisationList({ session }: { session: Session }) {
  const { t } = useTranslation('work-town');
  const { compare } = useFormats();
  const { data, error, refetch } = useQuery(organisationsQuery);
  const [open, setOpen] = useState<{ organisation: Organisation | null } | null>(null);
  const mine = municipalitiesWith(session, ['admin']);
  const nameOf = (slug: string) => mine.find((each) => each.slug === slug)?.name ?? slug;
  if (!data)
    return error ? (
      <ErrorState error={error} title={t('failed')} onRetry={() => void refetch()} />
    ) : (
      <Skeleton label={t('loading')}>
        <SkeletonBlock height="16rem" />
      </Skeleton>
    );
  const rows = [...data.items].sort((a, b) => compare(a.name, b.name));
  return (
    <>
      <div>
        <Button
          look="primary"
          icon={<Plus size={18} aria-hidden="true" />}
          onClick={() => {
            setOpen({ organisation: null });
          }}
        >
          {t('organisations.new')}
        </Button>
      </div>
      {rows.length === 0 ? (
        <EmptyState title={t('organisations.empty')} />
      ) : (
        <Table<Organisation>
          caption={t('organisations.title')}
          captionHidden
          rows={rows}
          rowKey={({ slug }) => slug}
          columns={[
            { key: 'name', head: t('organisations.name'), cell: ({ name }) => name },
            {
              key: 'type',
              head: t('organisations.type'),
              cell: ({ type }) => t(`organisations.types.${type}`),
            },
            {
              key: 'places',
              head: t('organisations.places'),
              cell: ({ municipalities }) => municipalities.map(nameOf).join(', '),
            },
            {
              key: 'acts',
              head: t('acts'),
              cell: (organisation) => (
                <Button
                  look="quiet"
                  aria-label={t('organisations.editOf', { name: organisation.name })}
                  onClick={() => {
                    setOpen({ organisation });
                  }}
                >
                  {t('edit')}
                </Button>
              ),
            },
          ]}
        />
      )}
      {open && (
        <OrganisationDialog
          organisation={open.organisation}
          municipalities={mine}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </>
  );
}
