import type { Organisation } from '@lofteskartan/shared/contracts/staff';
import { ROLES, type Role } from '@lofteskartan/shared/vocabulary';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { SelectField } from '../../ui/select-field.js';
import styles from './accounts.module.css';

/** A membership while it is being chosen; '' is not chosen yet. */
export interface MembershipDraft {
  role: Role | '';
  organisation: string;
  municipality: string;
}

interface MembershipFieldsProps {
  value: readonly MembershipDraft[];
  onChange: (value: MembershipDraft[]) => void;
  organisations: readonly Organisation[];
  municipalities: readonly { slug: string; name: string }[];
  error: string | undefined;
}

/** The roles that an account has: role, organisation and municipality, as many as are needed. */
export function MembershipFields({
  value,
  onChange,
  organisations,
  municipalities,
  error,
}: MembershipFieldsProps) {
  const { t } = useTranslation(['work-admin', 'words']);
  const change = (index: number, part: Partial<MembershipDraft>) => {
    onChange(value.map((each, at) => (at === index ? { ...each, ...part } : each)));
  };
  /** Where an organisation works, of the municipalities that one may give roles in; before one is chosen, all of them. */
  const servedBy = (organisation: string) => {
    const works = organisations.find(({ slug }) => slug === organisation)?.municipalities;
    return works ? municipalities.filter(({ slug }) => works.includes(slug)) : municipalities;
  };
  return (
    <div className={styles.memberships}>
      {value.map((each, index) => {
        const number = index + 1;
        const served = servedBy(each.organisation);
        const missing = !each.role
          ? 'role'
          : !each.organisation
            ? 'organisation'
            : each.municipality
              ? null
              : 'municipality';
        const errorAt = (field: typeof missing) => (missing === field ? error : undefined);
        return (
          <fieldset key={number} className={styles.membership}>
            <legend>{t('accounts.number', { number })}</legend>
            <SelectField
              label={t('accounts.role')}
              placeholder={t('accounts.pick')}
              value={each.role}
              options={ROLES.map((role) => ({ value: role, label: t(`role.${role}`, { ns: 'words' }) }))}
              error={errorAt('role')}
              onChange={(role) => {
                change(index, { role });
              }}
            />
            <SelectField
              label={t('accounts.organisation')}
              placeholder={t('accounts.pick')}
              value={each.organisation}
              options={organisations.map(({ slug, name }) => ({ value: slug, label: name }))}
              error={errorAt('organisation')}
              onChange={(organisation) => {
                const choices = servedBy(organisation);
                const kept = choices.some(({ slug }) => slug === each.municipality) ? each.municipality : '';
                const only = choices.length === 1 ? choices[0]?.slug : undefined;
                change(index, { organisation, municipality: only ?? kept });
              }}
            />
            <SelectField
              label={t('accounts.municipality')}
              placeholder={t('accounts.pick')}
              value={each.municipality}
              options={served.map(({ slug, name }) => ({ value: slug, label: name }))}
              error={errorAt('municipality')}
              onChange={(municipality) => {
                change(index, { municipality });
              }}
            />
            <Button
              look="quiet"
              aria-label={t('accounts.remove', { number })}
              icon={<Trash2 size={18} aria-hidden="true" />}
              onClick={() => {
                onChange(value.filter((_, at) => at !== index));
              }}
            />
          </fieldset>
        );
      })}
      <Button
        icon={<Plus size={18} aria-hidden="true" />}
        onClick={() => {
          onChange([
            ...value,
            {
              role: '',
              organisation: '',
              municipality: municipalities.length === 1 ? (municipalities[0]?.slug ?? '') : '',
            },
          ]);
        }}
      >
        {t('accounts.add')}
      </Button>
    </div>
  );
}
