import type { Account, Session } from '@lofteskartan/shared/contracts/staff';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { useHeld } from '../../platform/edited.js';
import { municipalitiesWith } from '../../platform/memberships.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { ShowMore } from '../../ui/show-more.js';
import { Skeleton, SkeletonBlock } from '../../ui/skeleton.js';
import { EmptyState, ErrorState } from '../../ui/states.js';
import { StatusMark } from '../../ui/status-mark.js';
import { Table } from '../../ui/table.js';
import { toast } from '../../ui/toast.js';
import { AccountActs } from './account-acts.js';
import { AccountDialog } from './account-dialog.js';
import { waysQuery } from './account.queries.js';
import styles from './accounts.module.css';
import { accountsQuery, useChangeAccount, useReadAccount } from './admin.queries.js';

/** Asks before an account is closed: all its sessions end at once. */
function DeactivateDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation('work-admin');
  const change = useChangeAccount();
  const read = useReadAccount();
  const held = useHeld({ saved: account, read: () => read(account), forget: change.reset });
  return (
    <Dialog
      title={t('accounts.deactivateTitle')}
      open
      insists
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('accounts.cancel')}</Button>
          <Button
            look="danger"
            busy={change.isPending}
            onClick={() => {
              change.mutate(
                { id: account.id, body: { version: held.saved.version, active: false } },
                {
                  onSuccess: () => {
                    toast(t('accounts.deactivated'));
                    onClose();
                  },
                },
              );
            }}
          >
            {t('accounts.deactivate')}
          </Button>
        </>
      }
    >
      <p>{t('accounts.deactivateLead', { name: account.name })}</p>
      <SaveFailed error={change.error} title={t('accounts.saveFailed')} latest={held} />
    </Dialog>
  );
}

/** Whether somebody gets in, and what that takes. */
function AccountState({ account: { active, canSignIn, invitation, secondFactor } }: { account: Account }) {
  const { t } = useTranslation(['work-admin', 'work-account']);
  const { day } = useFormats();
  const isIn = active && canSignIn;
  const waiting = invitation
    ? invitation.expired
      ? t('ofOthers.expired', { ns: 'work-account' })
      : t('ofOthers.waiting', { ns: 'work-account', until: day(invitation.expiresAt) })
    : t('ofOthers.noWay', { ns: 'work-account' });
  return (
    <span className={styles.who}>
      <StatusMark fill={isIn ? 'check' : 'bar'} tone={isIn ? 'done' : 'wait'}>
        {!active ? t('accounts.inactive') : canSignIn ? t('accounts.active') : waiting}
      </StatusMark>
      {secondFactor && <span>{t('ofOthers.hasFactor', { ns: 'work-account' })}</span>}
    </span>
  );
}

/** The accounts with their roles, and what can be done with each. */
export function AccountList({ session }: { session: Session }) {
  const { t } = useTranslation(['work-admin', 'words', 'work']);
  const { moment } = useFormats();
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } =
    useInfiniteQuery(accountsQuery);
  const { data: ways } = useQuery(waysQuery);
  const change = useChangeAccount();
  const [open, setOpen] = useState<{ what: 'edit' | 'close'; account: Account | null } | null>(null);
  const close = () => {
    setOpen(null);
  };
  const municipalities = municipalitiesWith(session, ['admin']);
  const accounts = data?.pages.flatMap((page) => page.items);

  return (
    <>
      <div>
        <Button
          look="primary"
          icon={<UserPlus size={18} aria-hidden="true" />}
          onClick={() => {
            setOpen({ what: 'edit', account: null });
          }}
        >
          {t('accounts.new')}
        </Button>
      </div>
      {!accounts && error && (
        <ErrorState error={error} title={t('accounts.failed')} onRetry={() => void refetch()} />
      )}
      {!accounts && !error && (
        <Skeleton label={t('accounts.loading')}>
          <SkeletonBlock height="16rem" />
        </Skeleton>
      )}
      {accounts?.length === 0 && <EmptyState title={t('accounts.empty')} />}
      {accounts && accounts.length > 0 && (
        <>
          <Table<Account>
            caption={t('accounts.caption')}
            captionHidden
            rows={accounts}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                head: t('accounts.name'),
                cell: ({ name, email }) => (
                  <span className={styles.who}>
                    {name}
                    <span>{email}</span>
                  </span>
                ),
              },
              {
                key: 'memberships',
                head: t('accounts.memberships'),
                cell: ({ memberships }) =>
                  memberships.length === 0 ? (
                    t('accounts.none')
                  ) : (
                    <span className={styles.who}>
                      {memberships.map((each) => (
                        <span key={`${each.organisation} ${each.municipality} ${each.role}`}>
                          {t('me.membership', {
                            ns: 'work',
                            role: t(`role.${each.role}`, { ns: 'words' }),
                            municipality: each.municipalityName,
                          })}
                          , {each.organisationName}
                        </span>
                      ))}
                    </span>
                  ),
              },
              {
                key: 'lastSignIn',
                head: t('accounts.lastSignIn'),
                cell: ({ lastSignInAt }) => (lastSignInAt ? moment(lastSignInAt) : t('accounts.never')),
              },
              {
                key: 'state',
                head: t('accounts.state'),
                cell: (account) => <AccountState account={account} />,
              },
              {
                key: 'acts',
                head: t('accounts.acts'),
                cell: (account) => (
                  <span className={styles.acts}>
                    <Button
                      look="quiet"
                      aria-label={t('accounts.editOf', { name: account.name })}
                      onClick={() => {
                        setOpen({ what: 'edit', account });
                      }}
                    >
                      {t('accounts.edit')}
                    </Button>
                    {account.id !== session.accountId && (
                      <Button
                        look="quiet"
                        aria-label={`${account.active ? t('accounts.deactivate') : t('accounts.activate')} ${account.name}`}
                        onClick={() => {
                          if (account.active) setOpen({ what: 'close', account });
                          else
                            change.mutate(
                              { id: account.id, body: { version: account.version, active: true } },
                              {
                                onSuccess: () => {
                                  toast(t('accounts.activated'));
                                },
                                onError: ({ detail }) => {
                                  toast(detail || t('accounts.saveFailed'), 'error');
                                },
                              },
                            );
                        }}
                      >
                        {account.active ? t('accounts.deactivate') : t('accounts.activate')}
                      </Button>
                    )}
                    {account.id !== session.accountId && (
                      <AccountActs account={account} passwords={ways?.passwords ?? true} />
                    )}
                  </span>
                ),
              },
            ]}
          />
          <ShowMore
            shown={accounts.length}
            hasMore={hasNextPage}
            busy={isFetchingNextPage}
            onMore={() => void fetchNextPage()}
          />
        </>
      )}
      {open?.what === 'edit' && (
        <AccountDialog account={open.account} municipalities={municipalities} onClose={close} />
      )}
      {open?.what === 'close' && open.account && <DeactivateDialog account={open.account} onClose={close} />}
    </>
  );
}
