import type { PublicProposal } from '@lofteskartan/shared/contracts/proposals';
import { MapPin, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../platform/format.js';
import { KIND_SHAPES, STATUS_LOOKS } from '../../platform/looks.js';
import { Button } from '../../ui/button.js';
import { StatusMark } from '../../ui/status-mark.js';
import styles from './proposal-row.module.css';
import type { ProposalWords } from './proposal-words.js';
import { SupportButton } from './support-button.js';

export interface ProposalRowProps {
  proposal: PublicProposal;
  words: ProposalWords;
  /** 2 on a page of its own, 3 under a heading. */
  headingLevel?: 2 | 3;
  /** Its pin is lit. */
  isLit?: boolean;
  onShowOnMap?: (proposal: PublicProposal) => void;
  /** What belongs beside the support: "120 m bort". */
  aside?: ReactNode;
  /** Instead of the support button. */
  action?: ReactNode;
}

/** A proposal in a list: what and where, how far it has come, the coded answers, the latest answer, and "Jag också". */
export function ProposalRow({
  proposal,
  words,
  headingLevel = 3,
  isLit = false,
  onShowOnMap,
  aside,
  action,
}: ProposalRowProps) {
  const { t } = useTranslation('proposals');
  const { date, day, number } = useFormats();
  const { reference, kind, status, description, latestAnswer, supportCount, municipality, responsible } =
    proposal;
  const title = words.title(proposal);
  const summary = words.summary(proposal);
  const Heading = `h${headingLevel}` as const;

  return (
    <article className={isLit ? `${styles.row} ${styles.lit}` : styles.row} data-lights={reference}>
      <div className={styles.marks}>
        <span className={styles.kind}>{words.kindOf(kind)}</span>
        <StatusMark
          shape={KIND_SHAPES[kind]}
          fill={STATUS_LOOKS[status].fill}
          tone={STATUS_LOOKS[status].tone}
        >
          {words.status(proposal)}
        </StatusMark>
      </div>
      <Heading className={styles.title}>
        <Link to={`/${municipality}/forslag/${reference}`}>{title}</Link>
      </Heading>
      {summary && <p className={styles.summary}>{summary}</p>}
      {description && <p className={styles.description}>{description}</p>}
      {responsible && latestAnswer?.status === 'referred' && (
        <p className={styles.summary}>{t('row.hasIt', { responsible, date: date(latestAnswer.at) })}</p>
      )}
      {latestAnswer?.text && (
        <p className={styles.answer}>
          <b>{t('row.answer')}</b> {latestAnswer.text}
        </p>
      )}
      <p className={styles.facts}>
        <span className={styles.fact}>
          <Users size={16} aria-hidden="true" />
          {t('support.count', { count: supportCount, number: number(supportCount) })}
        </span>
        <span>{day(proposal.createdAt)}</span>
        <span className={styles.reference}>{reference}</span>
        {aside}
      </p>
      <div className={styles.actions}>
        {action ?? <SupportButton reference={reference} status={status} title={title} />}
        {onShowOnMap && proposal.position && (
          <Button
            look="quiet"
            className={styles.onMap}
            icon={<MapPin size={18} aria-hidden="true" />}
            aria-label={t('row.onMapNamed', { title })}
            onClick={() => {
              onShowOnMap(proposal);
            }}
          >
            {t('row.onMap')}
          </Button>
        )}
      </div>
    </article>
  );
}
