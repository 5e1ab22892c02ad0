import type { OwnProposals } from '@lofteskartan/shared/contracts/contacts';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { AskForLink } from '../features/contacts/ask-for-link.js';
import { useOpenOwnProposals } from '../features/contacts/contacts.queries.js';
import { useMailToken } from '../features/contacts/mail-token.js';
import { OpenedProposals } from '../features/contacts/opened-proposals.js';
import { SupportedProposals } from '../features/contacts/supported-proposals.js';
import { useMunicipality, useMunicipalitySlug } from '../features/municipalities/municipalities.queries.js';
import { OwnProposalList } from '../features/proposals/own-proposal-list.js';
import { followAddress, keepOwnProposal, useOwnProposals } from '../features/proposals/own-proposals.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { PageTitle } from '../ui/page-title.js';
import { EmptyState, ErrorState } from '../ui/states.js';
import { toast } from '../ui/toast.js';
import styles from './mail-link.page.module.css';

/** What the link opened. It stands in the history entry, for the link works once: a step back from a proposal finds it again. */
function openedIn(state: unknown): OwnProposals | null {
  if (typeof state !== 'object' || state === null || !('opened' in state)) return null;
  const { opened } = state;
  const isWhole = typeof opened === 'object' && opened !== null && 'items' in opened && 'supported' in opened;
  return isWhole ? (opened as OwnProposals) : null;
}

/** `/ale/mina` asks for a link to all that was sent with an address; `/ale/mina#token` uses it. */
export default function OwnProposalsPage() {
  const { t } = useTranslation('mail');
  const slug = useMunicipalitySlug();
  const municipality = useMunicipality().data;
  const token = useMailToken();
  const opened = openedIn(useLocation().state);
  const hasOwn = useOwnProposals().some((own) => own.municipality === slug);
  const takesMail = municipality?.mail ?? false;
  return (
    <div className={`wrap ${styles.page}`}>
      <PageTitle title={t('mine.title')} lead={takesMail && !token && !opened ? t('mine.lead') : undefined} />
      {opened ? (
        <Opened items={opened.items} supported={opened.supported} />
      ) : (
        token && <OpenLink key={token} token={token} />
      )}
      {municipality && takesMail && !token && !opened && <AskForLink />}
      {!opened && <OwnProposalList municipality={slug} />}
      {municipality && !takesMail && !hasOwn && (
        <EmptyState title={t('mine.noneHere')}>
          <p>{t('mine.noneHereHow')}</p>
        </EmptyState>
      )}
    </div>
  );
}

/** The link has arrived; a press uses it up. */
function OpenLink({ token }: { token: string }) {
  const { t } = useTranslation('mail');
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const open = useOpenOwnProposals();
  const outcome = useRef<HTMLDivElement>(null);
  useEffect(
    function goToTheOutcome() {
      // The button that was pressed is gone, or something is said above it.
      if (open.isError) outcome.current?.focus();
    },
    [open.isError],
  );
  if (open.error && [404, 410, 422].includes(open.error.status))
    return (
      <div ref={outcome} tabIndex={-1} className={styles.section}>
        <Notice tone="warning" title={t('link.gone')} announced>
          <p>{t('mine.gone')}</p>
        </Notice>
        <AskForLink />
      </div>
    );
  return (
    <div ref={outcome} tabIndex={-1} className={styles.act}>
      {open.error ? <ErrorState error={open.error} title={t('link.failed')} /> : <p>{t('mine.openHow')}</p>}
      <Button
        look="primary"
        busy={open.isPending}
        onClick={() => {
          open.mutate(
            { token },
            {
              onSuccess: ({ items, supported }) =>
                void navigate(
                  { pathname, search },
                  { replace: true, state: { opened: { items, supported } }, preventScrollReset: true },
                ),
            },
          );
        }}
      >
        {t('mine.open')}
      </Button>
    </div>
  );
}

/** All of them, and the offer to keep them on this device. */
function Opened({ items, supported }: OwnProposals) {
  const { t } = useTranslation('mail');
  const slug = useMunicipalitySlug();
  const kept = useOwnProposals();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(function goToTheList() {
    heading.current?.focus();
  }, []);
  const isKept = items.every(({ reference }) => kept.some((own) => own.reference === reference));
  if (items.length + supported.length === 0)
    return (
      <EmptyState title={t('mine.none')} action={<Link to={`/${slug}`}>{t('mine.home')}</Link>}>
        <p>{t('mine.noneHow')}</p>
      </EmptyState>
    );
  const keepAll = () => {
    // The newest is kept first in the list, so it is put there last.
    const areKept = [...items]
      .reverse()
      .map(({ createdAt, reference, followToken, kind, municipality }) =>
        keepOwnProposal({ reference, followToken, kind, municipality, sentAt: createdAt }),
      );
    if (areKept.every(Boolean)) toast(t('mine.kept'));
    else toast(t('mine.notKept'), 'error');
  };
  return (
    <>
      {items.length > 0 && (
        <section className={styles.section} aria-labelledby="opened">
          <h2 id="opened" ref={heading} tabIndex={-1}>
            {t('mine.count', { count: items.length })}
          </h2>
          <OpenedProposals items={items} addressOf={followAddress} />
          <div className={styles.section} role="status">
            {isKept ? <p>{t('mine.areKept')}</p> : <p>{t('mine.keepHow')}</p>}
          </div>
          {!isKept && <Button onClick={keepAll}>{t('mine.keep')}</Button>}
        </section>
      )}
      {supported.length > 0 && (
        <section className={styles.section} aria-labelledby="supported">
          <h2 id="supported" ref={items.length === 0 ? heading : undefined} tabIndex={-1}>
            {t('supported.count', { count: supported.length })}
          </h2>
          <SupportedProposals items={supported} />
        </section>
      )}
    </>
  );
}
