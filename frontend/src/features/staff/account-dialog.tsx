import type { Account, GrantMembership } from '@lofteskartan/shared/contracts/staff';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useQuery } from '@tanstack/react-query';
import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { ErrorState } from '../../ui/states.js';
import { EmailField } from '../../ui/email-field.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import styles from './accounts.module.css';
import { organisationsQuery, useChangeAccount, useCreateAccount } from './admin.queries.js';
import { MembershipFields, type MembershipDraft } from './membership-fields.js';
import { makePassword } from './password.js';

const SHORTEST_PASSWORD = 12;

interface AccountDialogProps {
  /** Null for a new one. */
  account: Account | null;
  /** The municipalities that this admin looks after. */
  municipalities: readonly { slug: string; name: string }[];
  onClose: () => void;
}

/** Creates an account or changes one: who it is, the password, the roles. */
export function AccountDialog({ account, municipalities, onClose }: AccountDialogProps) {
  const { t } = useTranslation('work-admin');
  const form = useId();
  const create = useCreateAccount();
  const change = useChangeAccount();
  const { data: organisations } = useQuery(organisationsQuery);
  const [key] = useState(newKey);
  const [name, setName] = useState(account?.name ?? '');
  const [email, setEmail] = useState(account?.email ?? '');
  const [password, setPassword] = useState('');
  const [isMade, setMade] = useState(false);
  // Roles in other admins' municipalities are not this one's to see or change.
  const [memberships, setMemberships] = useState<MembershipDraft[]>(() =>
    (account?.memberships ?? [])
      .filter(({ municipality }) => municipalities.some(({ slug }) => slug === municipality))
      .map(({ role, organisation, municipality }) => ({ role, organisation, municipality })),
  );
  const [tried, setTried] = useState(false);
  const error = create.error ?? change.error;
  const busy = create.isPending || change.isPending;
  const isShort = account
    ? password !== '' && password.length < SHORTEST_PASSWORD
    : password.length < SHORTEST_PASSWORD;
  const isIncomplete = memberships.some((each) => !each.role || !each.organisation || !each.municipality);

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!name.trim() || (!account && !email.trim()) || isShort || isIncomplete || busy) return;
    const granted: GrantMembership[] = memberships.flatMap(({ role, organisation, municipality }) =>
      role ? [{ role, organisation, municipality }] : [],
    );
    if (account)
      change.mutate(
        {
          id: account.id,
          body: { name: name.trim(), memberships: granted, ...(password && { password }) },
        },
        {
          onSuccess: () => {
            toast(t('accounts.saved'));
            onClose();
          },
        },
      );
    else
      create.mutate(
        { key, body: { name: name.trim(), email: email.trim(), password, memberships: granted } },
        {
          onSuccess: () => {
            toast(t('accounts.created'));
            onClose();
          },
        },
      );
  };

  return (
    <Dialog
      title={account ? t('accounts.editOf', { name: account.name }) : t('accounts.new')}
      open
      insists
      wide
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('accounts.cancel')}</Button>
          <Button type="submit" form={form} look="primary" busy={busy}>
            {account ? t('accounts.save') : t('accounts.create')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={send} noValidate>
        <TextField
          label={t('accounts.name')}
          autoComplete="off"
          maxLength={120}
          value={name}
          error={tried && !name.trim() ? t('accounts.nameMissing') : error?.messageFor('name')}
          onChange={(event) => {
            setName(event.target.value);
          }}
        />
        {!account && (
          <EmailField
            label={t('accounts.email')}
            autoComplete="off"
            maxLength={LIMITS.emailCharacters}
            value={email}
            error={tried && !email.trim() ? t('accounts.emailMissing') : error?.messageFor('email')}
            onChange={(event) => {
              setEmail(event.target.value);
            }}
          />
        )}
        <div className={styles.password}>
          <TextField
            label={account ? t('accounts.newPassword') : t('accounts.password')}
            hint={
              isMade
                ? t('accounts.made')
                : account
                  ? t('accounts.newPasswordHint')
                  : t('accounts.passwordHint')
            }
            optional={account !== null}
            type={isMade ? 'text' : 'password'}
            autoComplete="new-password"
            value={password}
            error={tried && isShort ? t('accounts.passwordShort') : error?.messageFor('password')}
            onChange={(event) => {
              setPassword(event.target.value);
            }}
          />
          <Button
            onClick={() => {
              setPassword(makePassword());
              setMade(true);
            }}
          >
            {t('accounts.make')}
          </Button>
        </div>
        <h3 className={styles.heading}>{t('accounts.memberships')}</h3>
        <MembershipFields
          value={memberships}
          onChange={setMemberships}
          organisations={organisations?.items ?? []}
          municipalities={municipalities}
          error={tried && isIncomplete ? t('accounts.membershipMissing') : undefined}
        />
        {error && <ErrorState error={error} title={t('accounts.saveFailed')} kept={t('accounts.kept')} />}
      </form>
    </Dialog>
  );
}
