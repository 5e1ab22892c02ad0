import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { Town, TownLocality } from '@lofteskartan/shared/contracts/town';
import { MapPinPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/states.js';
import { Table } from '../../ui/table.js';
import { toast } from '../../ui/toast.js';
import { LocalityDialog } from './locality-dialog.js';
import { useChangeLocality } from './town.queries.js';
import styles from './town.module.css';

/** The localities of a municipality, and what can be done with each. */
export function LocalityList({ town, municipality }: { town: Town; municipality: Municipality }) {
  const { t } = useTranslation('work-town');
  const { number } = useFormats();
  const change = useChangeLocality(town.slug);
  const [open, setOpen] = useState<{ locality: TownLocality | null } | null>(null);
  return (
    <>
      <div>
        <Button
          look="primary"
          icon={<MapPinPlus size={18} aria-hidden="true" />}
          onClick={() => {
            setOpen({ locality: null });
          }}
        >
          {t('localities.new')}
        </Button>
      </div>
      {town.localities.length === 0 ? (
        <EmptyState title={t('localities.empty')} />
      ) : (
        <Table<TownLocality>
          caption={t('localities.caption', { place: town.shortName })}
          captionHidden
          rows={town.localities}
          rowKey={({ slug }) => slug}
          columns={[
            { key: 'name', head: t('localities.name'), cell: ({ name }) => name },
            {
              key: 'population',
              head: t('localities.population'),
              cell: ({ population }) => (population === null ? t('localities.unknown') : number(population)),
            },
            {
              key: 'acts',
              head: t('acts'),
              cell: (locality) => (
                <span className={styles.row}>
                  <Button
                    look="quiet"
                    aria-label={t('localities.editOf', { name: locality.name })}
                    onClick={() => {
                      setOpen({ locality });
                    }}
                  >
                    {t('edit')}
                  </Button>
                  {locality.used ? (
                    <span className={styles.soft}>{t('localities.used')}</span>
                  ) : (
                    <Button
                      look="quiet"
                      aria-label={t('localities.removeOf', { name: locality.name })}
                      onClick={() => {
                        change.mutate(
                          { version: town.version, slug: locality.slug },
                          {
                            onSuccess: () => {
                              toast(t('localities.removed', { name: locality.name }));
                            },
                            onError: ({ detail }) => {
                              toast(detail || t('saveFailed'), 'error');
                            },
                          },
                        );
                      }}
                    >
                      {t('remove')}
                    </Button>
                  )}
                </span>
              ),
            },
          ]}
        />
      )}
      {open && (
        <LocalityDialog
          town={town}
          municipality={municipality}
          locality={open.locality}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </>
  );
}
