import { PROPOSAL_KINDS, type ProposalKind } from '@lofteskartan/shared/vocabulary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { readDraft } from '../../platform/draft.js';
import { useFormats } from '../../platform/format.js';
import { KIND_SHAPES } from '../../platform/looks.js';
import { Button } from '../../ui/button.js';
import { Glyph } from '../../ui/glyphs/glyph.js';
import { announce } from '../../ui/live-region.js';
import { Notice } from '../../ui/notice.js';
import { forgetOldContact } from './form/contact-draft.js';
import { DRAFT_VERSION, draftName, type ProposalDraft } from './form/proposal-draft.js';
import { KIND_SLUGS } from '@lofteskartan/shared/form-address';
import styles from './own-proposal-list.module.css';
import { followAddress, forgetOwnProposal, forgetOwnProposals, useOwnProposals } from './own-proposals.js';

/** The kinds whose form on this device holds something that was sent without an answer, and waits for the network. */
function waitingKinds(municipality: string): ProposalKind[] {
  return PROPOSAL_KINDS.filter((kind) => {
    const name = draftName(municipality, kind);
    forgetOldContact(name);
    return readDraft<ProposalDraft>(name, DRAFT_VERSION)?.value.waiting;
  });
}

/** "Dina förslag på den här enheten": the way back to each, and how to make the device forget them. Nothing when there are none. */
export function OwnProposalList({ municipality }: { municipality: string }) {
  const { t } = useTranslation(['proposals', 'words']);
  const { day } = useFormats();
  const own = useOwnProposals().filter((each) => each.municipality === municipality);
  const [waiting] = useState(() => waitingKinds(municipality));
  const notice = waiting.length > 0 && (
    <Notice tone="warning" title={t('proposals:own.waiting')}>
      {waiting.map((kind) => (
        <p key={kind}>
          <Link to={`/${municipality}/ny/${KIND_SLUGS[kind]}`}>
            {t('proposals:own.send', { kind: t(`words:kind.${kind}`) })}
          </Link>
        </p>
      ))}
    </Notice>
  );
  if (own.length === 0) return notice || null;
  return (
    <section className={styles.own} aria-labelledby="own-proposals">
      <h2 id="own-proposals" className={styles.title}>
        {t('proposals:own.title')}
      </h2>
      {notice}
      <ul className={styles.list}>
        {own.map((each) => (
          <li key={each.reference} className={styles.row}>
            <Link className={styles.link} to={followAddress(each)}>
              <Glyph shape={KIND_SHAPES[each.kind]} size={22} />
              <span>
                <b>{each.reference}</b> {t(`words:kind.${each.kind}`)}, {day(each.sentAt)}
              </span>
            </Link>
            <Button
              look="quiet"
              aria-label={t('proposals:own.forgetNamed', { reference: each.reference })}
              onClick={() => {
                forgetOwnProposal(each.reference);
                announce(t('proposals:own.forgotten'));
              }}
            >
              {t('proposals:own.forget')}
            </Button>
          </li>
        ))}
      </ul>
      <p className={styles.note}>{t('proposals:own.shared')}</p>
      {own.length > 1 && (
        <Button
          look="quiet"
          onClick={() => {
            forgetOwnProposals();
            announce(t('proposals:own.forgotten'));
          }}
        >
          {t('proposals:own.forgetAll')}
        </Button>
      )}
    </section>
  );
}
