import type { OwnProposal } from '@lofteskartan/shared/contracts/contacts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../platform/format.js';
import { KIND_SHAPES, STATUS_LOOKS, statusWord } from '../../platform/looks.js';
import { StatusMark } from '../../ui/status-mark.js';
import styles from './contacts.module.css';

export interface OpenedProposalsProps {
  items: readonly OwnProposal[];
  /** The address of one's own page. */
  addressOf: (own: OwnProposal) => string;
}

/** What was sent with an address, newest first: how far each has come, and the way to its page. */
export function OpenedProposals({ items, addressOf }: OpenedProposalsProps) {
  const { t } = useTranslation(['mail', 'words']);
  const { date } = useFormats();
  return (
    <ul className={styles.list}>
      {items.map((own) => (
        <li key={own.reference} className={styles.row}>
          <StatusMark
            shape={KIND_SHAPES[own.kind]}
            fill={STATUS_LOOKS[toldStatus(own)].fill}
            tone={STATUS_LOOKS[toldStatus(own)].tone}
          >
            {t(statusWord(own.kind, toldStatus(own)), { ns: 'words' })}
          </StatusMark>
          <Link className={styles.link} to={addressOf(own)}>
            {own.reference} {t(`kind.${own.kind}`, { ns: 'words' })}
          </Link>
          <p className={styles.facts}>
            {t('mine.sentOn', { date: date(own.createdAt) })}
            {own.caseStatus && ` ${t('mine.gathered')}`}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** What was gathered stands as its case does. */
const toldStatus = ({ status, caseStatus }: OwnProposal) => caseStatus ?? status;
