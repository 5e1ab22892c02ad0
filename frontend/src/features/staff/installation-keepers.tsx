import type { InstallationRight } from '@lofteskartan/shared/contracts/town';
import type { Account, Session } from '@lofteskartan/shared/contracts/staff';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../platform/api.js';
import { Button } from '../../ui/button.js';
import { SelectField } from '../../ui/select-field.js';
import { ErrorState } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import styles from './accounts.module.css';
import { accountsQuery } from './admin.queries.js';

/** Who looks after the whole installation, and the way to give or take that right; for those who have it. */
export function InstallationKeepers({ session }: { session: Session }) {
  const { t } = useTranslation('work-town');
  const queries = useQueryClient();
  const { data } = useInfiniteQuery(accountsQuery);
  const [chosen, setChosen] = useState('');
  const give = useMutation({
    mutationFn: ({ id, granted }: { id: string; granted: boolean }) =>
      api.put<InstallationRight>(`/accounts/${id}/installation-right`, { granted }),
    onSuccess: async (_right, { granted }) => {
      setChosen('');
      toast(t(granted ? 'keepers.given' : 'keepers.taken'));
      await queries.invalidateQueries({ queryKey: ['accounts'] });
      await queries.invalidateQueries({ queryKey: ['session'] });
    },
  });
  if (!session.installationAdmin) return null;
  const accounts: Account[] = data?.pages.flatMap((page) => page.items) ?? [];
  const keepers = accounts.filter(({ installationAdmin }) => installationAdmin);
  const others = accounts.filter(({ installationAdmin, active }) => active && !installationAdmin);
  return (
    <section className={styles.form} aria-labelledby="keepers">
      <h2 id="keepers">{t('keepers.title')}</h2>
      <p className={styles.soft}>{t('keepers.lead')}</p>
      <ul>
        {keepers.map(({ id, name }) => (
          <li key={id}>
            {name}{' '}
            <Button
              look="quiet"
              aria-label={t('keepers.takeFrom', { name })}
              onClick={() => {
                give.mutate({ id, granted: false });
              }}
            >
              {t('keepers.take')}
            </Button>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <SelectField
            label={t('keepers.who')}
            placeholder={t('pick')}
            value={chosen}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setChosen}
          />
          <div>
            <Button
              busy={give.isPending}
              disabled={chosen === ''}
              onClick={() => {
                give.mutate({ id: chosen, granted: true });
              }}
            >
              {t('keepers.give')}
            </Button>
          </div>
        </>
      )}
      {give.error && <ErrorState error={give.error} title={t('saveFailed')} />}
    </section>
  );
}
