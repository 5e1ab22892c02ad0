import type { IssuedLink } from '@lofteskartan/shared/contracts/account-links';
import type { Account } from '@lofteskartan/shared/contracts/staff';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Menu, type MenuAction } from '../../ui/menu.js';
import { CopyLink } from '../../ui/share.js';
import { Skeleton, SkeletonBlock } from '../../ui/skeleton.js';
import { ErrorState } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import {
  sessionsOfQuery,
  useEndSessionOf,
  useIssueLink,
  useResetFactor,
  useRevokeInvitation,
} from './account.queries.js';
import { SessionList } from './session-list.js';

/** A link that the administrator hands over, where no mail is sent. */
export function HandOverDialog({
  name,
  link,
  onClose,
}: {
  name: string;
  link: IssuedLink;
  onClose: () => void;
}) {
  const { t } = useTranslation('work-account');
  const { moment } = useFormats();
  return (
    <Dialog
      title={t('handOver.title')}
      open
      insists
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          {t('handOver.close')}
        </Button>
      }
    >
      <p>{t('handOver.lead', { name, until: moment(link.expiresAt) })}</p>
      <CopyLink address={link.address ?? ''} />
    </Dialog>
  );
}

function SessionsDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation('work-account');
  const { data, error, refetch } = useQuery(sessionsOfQuery(account.id));
  const end = useEndSessionOf();
  return (
    <Dialog
      title={t('ofOthers.sessionsTitle', { name: account.name })}
      open
      onClose={onClose}
      actions={
        data && data.items.length > 0 ? (
          <Button
            look="danger"
            busy={end.isPending && end.variables.session === null}
            onClick={() => {
              end.mutate(
                { id: account.id, session: null },
                {
                  onSuccess: () => {
                    toast(t('ofOthers.allEnded'));
                    onClose();
                  },
                },
              );
            }}
          >
            {t('ofOthers.endAll')}
          </Button>
        ) : undefined
      }
    >
      {(error ?? end.error) && (
        <ErrorState
          error={error ?? end.error ?? { status: 0, code: '', detail: '' }}
          title={t('sessions.failed')}
          onRetry={() => void refetch()}
        />
      )}
      {!data && !error && (
        <Skeleton label={t('sessions.loading')}>
          <SkeletonBlock height="5rem" />
        </Skeleton>
      )}
      {data?.items.length === 0 && <p>{t('sessions.none')}</p>}
      {data && (
        <SessionList
          sessions={data.items}
          busyId={end.isPending ? end.variables.session : null}
          onEnd={(session) => {
            end.mutate({ id: account.id, session });
          }}
        />
      )}
    </Dialog>
  );
}

function ResetFactorDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation('work-account');
  const reset = useResetFactor();
  return (
    <Dialog
      title={t('ofOthers.factorTitle')}
      open
      insists
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            look="danger"
            busy={reset.isPending}
            onClick={() => {
              reset.mutate(account.id, {
                onSuccess: () => {
                  toast(t('ofOthers.factorRemoved'));
                  onClose();
                },
              });
            }}
          >
            {t('ofOthers.factor')}
          </Button>
        </>
      }
    >
      <p>{t('ofOthers.factorLead', { name: account.name })}</p>
      {reset.error && <ErrorState error={reset.error} title={t('failed')} />}
    </Dialog>
  );
}

/** What an administrator can do about how somebody gets in. */
export function AccountActs({ account, passwords }: { account: Account; passwords: boolean }) {
  const { t } = useTranslation('work-account');
  const issue = useIssueLink();
  const revoke = useRevokeInvitation();
  const [open, setOpen] = useState<'sessions' | 'factor' | null>(null);
  const [link, setLink] = useState<IssuedLink | null>(null);
  const fail = (error: { detail: string }) => {
    toast(error.detail || t('failed'), 'error');
  };
  const close = () => {
    setOpen(null);
  };
  const send = (what: 'invitations' | 'password-resets', sent: string) => () => {
    issue.mutate(
      { id: account.id, what, key: newKey() },
      {
        onSuccess: (made) => {
          if (made.address) setLink(made);
          else toast(sent);
        },
        onError: fail,
      },
    );
  };
  const all: (MenuAction & { shown: boolean })[] = [
    {
      id: 'invite',
      label: t('ofOthers.invite'),
      shown: account.active && !account.canSignIn,
      onChoose: send('invitations', t('ofOthers.invited')),
    },
    {
      id: 'revoke',
      label: t('ofOthers.revoke'),
      shown: account.invitation !== null && !account.invitation.expired,
      onChoose: () => {
        revoke.mutate(account.id, {
          onSuccess: () => {
            toast(t('ofOthers.revoked'));
          },
          onError: fail,
        });
      },
    },
    {
      id: 'reset',
      label: t('ofOthers.reset'),
      shown: account.active && account.canSignIn && passwords,
      onChoose: send('password-resets', t('ofOthers.resetSent')),
    },
    {
      id: 'factor',
      label: t('ofOthers.factor'),
      shown: account.secondFactor,
      onChoose: () => {
        setOpen('factor');
      },
    },
    {
      id: 'sessions',
      label: t('ofOthers.sessions'),
      shown: account.canSignIn,
      onChoose: () => {
        setOpen('sessions');
      },
    },
  ];
  const actions = all.filter(({ shown }) => shown);
  return (
    <>
      {actions.length > 0 && (
        <Menu
          label={t('ofOthers.more')}
          name={t('ofOthers.moreOf', { name: account.name })}
          actions={actions}
        />
      )}
      {open === 'sessions' && <SessionsDialog account={account} onClose={close} />}
      {open === 'factor' && <ResetFactorDialog account={account} onClose={close} />}
      {link && (
        <HandOverDialog
          name={account.name}
          link={link}
          onClose={() => {
            setLink(null);
          }}
        />
      )}
    </>
  );
}
