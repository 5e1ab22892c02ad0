import type { IssuedLink } from '@lofteskartan/shared/contracts/account-links';
import type { Account, GrantMembership } from '@lofteskartan/shared/contracts/staff';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useQuery } from '@tanstack/react-query';
import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { useEdited } from '../../platform/edited.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { EmailField } from '../../ui/email-field.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { HandOverDialog } from './account-acts.js';
import styles from './accounts.module.css';
import { organisationsQuery, useChangeAccount, useCreateAccount, useReadAccount } from './admin.queries.js';
import { MembershipFields, type MembershipDraft } from './membership-fields.js';

interface AccountWords {
  name: string;
  memberships: MembershipDraft[];
}

interface AccountDialogProps {
  /** Null for a new one. */
  account: Account | null;
  /** The municipalities that this admin looks after. */
  municipalities: readonly { slug: string; name: string }[];
  onClose: () => void;
}

/** Creates an account, whose person is invited, or changes one: who it is, and the roles. */
export function AccountDialog({ account, municipalities, onClose }: AccountDialogProps) {
  const { t } = useTranslation(['work-admin', 'work-account', 'work', 'words']);
  const form = useId();
  const create = useCreateAccount();
  const change = useChangeAccount();
  const { data: organisations } = useQuery(organisationsQuery);
  const [key] = useState(newKey);
  const [email, setEmail] = useState(account?.email ?? '');
  const read = useReadAccount();
  const edited = useEdited({
    saved: account,
    wordsOf: (saved): AccountWords => ({
      name: saved?.name ?? '',
      // Roles in other admins' municipalities are not this one's to see or change, nor are those of a sign-in service.
      memberships: (saved?.memberships ?? [])
        .filter(
          ({ municipality, issuer }) =>
            issuer === null && municipalities.some(({ slug }) => slug === municipality),
        )
        .map(({ role, organisation, municipality }) => ({ role, organisation, municipality })),
    }),
    read: async () => account && read(account),
    forget: change.reset,
  });
  const { name, memberships } = edited.words;
  const [tried, setTried] = useState(false);
  const [link, setLink] = useState<IssuedLink | null>(null);
  const issued = account?.memberships.filter(({ issuer }) => issuer !== null) ?? [];
  const error = create.error ?? change.error;
  const busy = create.isPending || change.isPending;
  /** A role in words: "Handläggare i Ale kommun". */
  const roleWords = ({ role, municipality }: MembershipDraft) =>
    t('me.membership', {
      ns: 'work',
      role: role ? t(`role.${role}`, { ns: 'words' }) : '',
      municipality: municipalities.find(({ slug }) => slug === municipality)?.name ?? municipality,
    });
  const isIncomplete = memberships.some((each) => !each.role || !each.organisation || !each.municipality);

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!name.trim() || (!account && !email.trim()) || isIncomplete || busy) return;
    const granted: GrantMembership[] = memberships.flatMap(({ role, organisation, municipality }) =>
      role ? [{ role, organisation, municipality }] : [],
    );
    if (edited.saved)
      change.mutate(
        {
          id: edited.saved.id,
          body: { version: edited.saved.version, name: name.trim(), memberships: granted },
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
        { key, body: { name: name.trim(), email: email.trim(), memberships: granted } },
        {
          onSuccess: ({ invitation }) => {
            if (invitation.address) {
              setLink(invitation);
              return;
            }
            toast(t('accounts.created'));
            onClose();
          },
        },
      );
  };

  if (link) return <HandOverDialog name={name.trim()} link={link} onClose={onClose} />;
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
            edited.change({ name: event.target.value });
          }}
        />
        {!account && (
          <EmailField
            label={t('accounts.email')}
            hint={t('accounts.emailHint')}
            autoComplete="off"
            maxLength={LIMITS.emailCharacters}
            value={email}
            error={tried && !email.trim() ? t('accounts.emailMissing') : error?.messageFor('email')}
            onChange={(event) => {
              setEmail(event.target.value);
            }}
          />
        )}
        <h3 className={styles.heading}>{t('accounts.memberships')}</h3>
        <MembershipFields
          value={memberships}
          onChange={(next) => {
            edited.change({ memberships: next });
          }}
          organisations={organisations?.items ?? []}
          municipalities={municipalities}
          error={tried && isIncomplete ? t('accounts.membershipMissing') : undefined}
        />
        {issued.length > 0 && (
          <div>
            <h3 className={styles.heading}>{t('ofOthers.fromService', { ns: 'work-account' })}</h3>
            <ul>
              {issued.map(({ organisation, organisationName, municipality, municipalityName, role }) => (
                <li key={`${organisation} ${municipality} ${role}`}>
                  {t(`role.${role}`, { ns: 'words' })}, {organisationName}, {municipalityName}
                </li>
              ))}
            </ul>
            <p>{t('ofOthers.fromServiceHow', { ns: 'work-account' })}</p>
          </div>
        )}
        <SaveFailed
          error={error}
          title={t('accounts.saveFailed')}
          kept={t('accounts.kept')}
          latest={edited}
          now={edited.differences.map(({ name: field, saved }) => ({
            label: t(`accounts.${field}`),
            value: field === 'name' ? saved.name : saved.memberships.map(roleWords).join('; '),
          }))}
        />
      </form>
    </Dialog>
  );
}
