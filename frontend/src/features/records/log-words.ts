import type { LogEntry } from '@lofteskartan/shared/contracts/work-log';
import type { LogArea } from '@lofteskartan/shared/vocabulary';
import { useTranslation } from 'react-i18next';
import { statusWord } from '../../platform/looks.js';
import type caseWords from '../../locales/sv/work-case.json';
import type logged from '../../locales/sv/work-records.json';

type CaseType = keyof (typeof caseWords)['history'];
type OwnType = keyof (typeof logged)['log']['done'];

/** What can be looked for: what staff do. */
export const ACTS: Readonly<Record<LogArea, readonly string[]>> = {
  proposals: [
    'moved',
    'reopened',
    'published',
    'kept-back',
    'words-edited',
    'corrected',
    'noted',
    'asked',
    'contact-opened',
    'report-closed',
    'outcome-closed',
    'supporter-outcome-closed',
    'activity',
    'measure-done',
    'measure-withdrawn',
    'photo-redacted',
    'photo-redaction-removed',
    'photo-original-opened',
    'photo-marked-secret',
    'photo-secrecy-lifted',
    'held-words-read',
  ],
  activities: ['logged', 'changed', 'confirmed', 'released'],
  'follow-ups': ['drafted', 'saved', 'published', 'corrected'],
  administration: [
    'account.created',
    'account.changed',
    'settings.changed',
    'town.created',
    'town.changed',
    'town.opened',
    'shape.replaced',
    'locality.added',
    'locality.changed',
    'locality.removed',
    'account.invited',
    'account.invitation-revoked',
    'account.invitation-used',
    'account.identity-tied',
    'account.memberships-mapped',
    'password.changed',
    'password.reset-issued',
    'password.reset',
    'second-factor.on',
    'second-factor.off',
    'second-factor.reset',
    'recovery-codes.renewed',
    'recovery-code.used',
    'session.started',
    'sessions.ended',
    'place.added',
    'place.changed',
    'place.removed',
    'places.imported',
    'opening.changed',
    'block-list.changed',
    'population.changed',
  ],
  records: [
    'record-changed',
    'rules-changed',
    'disposed',
    'archived',
    'quarantine-restored',
    'quarantine-removed',
  ],
};

/** What was done, in words. */
export function useDoneInWords(): (entry: Pick<LogEntry, 'area' | 'type' | 'to'>) => string {
  const { t, i18n } = useTranslation(['work-records', 'work-case', 'words']);
  return ({ area, type, to }) => {
    if (area === 'proposals' && i18n.exists(`work-case:history.${type}`)) {
      const status = to ? t(`words:${statusWord('dark-place', to)}`) : '';
      if (type === 'moved' && !to) return t('work-records:log.moved');
      return t(`work-case:history.${type as CaseType}`, {
        to: status,
        reference: t('work-records:log.another'),
      });
    }
    // A room may write what has no words here yet: its code is better than nothing.
    const own = type.replaceAll('.', '-');
    return i18n.exists(`work-records:log.done.${own}`) ? t(`work-records:log.done.${own as OwnType}`) : type;
  };
}
