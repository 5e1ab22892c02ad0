import type { ProposalKind, ProposalStatus } from '@lofteskartan/shared/vocabulary';
import { useTranslation } from 'react-i18next';
import { KIND_SHAPES, STATUS_LOOKS, statusWord } from '../../platform/looks.js';
import { StatusMark } from '../../ui/status-mark.js';

/** The status of a proposal for staff. A planned speed check says aloud that only the police see it. */
export function StaffStatus({ kind, status }: { kind: ProposalKind; status: ProposalStatus }) {
  const { t } = useTranslation(['words', 'work-queue']);
  return (
    <StatusMark {...STATUS_LOOKS[status]} shape={KIND_SHAPES[kind]}>
      {kind === 'speed-check' && status === 'planned'
        ? t('policeOnly', { ns: 'work-queue' })
        : t(statusWord(kind, status))}
    </StatusMark>
  );
}
