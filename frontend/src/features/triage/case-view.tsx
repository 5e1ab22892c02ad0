import type { NamedPlace } from '@lofteskartan/shared/contracts/municipalities';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { ChevronLeft, ChevronRight, Eye, EyeOff, PencilLine } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../platform/format.js';
import { useShortcuts } from '../../platform/shortcuts.js';
import { Button } from '../../ui/button.js';
import { PageTitle } from '../../ui/page-title.js';
import { Tag } from '../../ui/status-mark.js';
import { CaseActivities } from './case-activities.js';
import { CaseDesk } from './case-desk.js';
import { CasePlace } from './case-place.js';
import styles from './case-view.module.css';
import { AskedPeople, peopleAsked } from './asked-people.js';
import { CallBack } from './call-back.js';
import { CaseFacts, CaseWords } from './case-words.js';
import { Contact } from './contact.js';
import { Correction } from './correction.js';
import { Decision } from './decision.js';
import { Gathering } from './gathering.js';
import { History } from './history.js';
import { HeldTexts } from './held-texts.js';
import { Marks } from './marks.js';
import { Neighbours } from './neighbours.js';
import { Notes } from './notes.js';
import { Outcome } from './outcome.js';
import { SupporterOutcomes } from './supporter-outcomes.js';
import { WaitingBelow } from './waiting-below.js';
import { Publication } from './publication.js';
import { Questions } from './questions.js';
import type { QueuePlace } from './queue-place.js';
import { usePlaceWords } from './queue-row.js';
import { Reports } from './reports.js';
import { Responsibility } from './responsibility.js';
import { StaffStatus } from './staff-status.js';

function Part({
  id,
  title,
  children,
  className,
}: {
  id: string;
  title: string;
  children: ReactNode;
  className?: string;
}) {
  return (
    <section className={`${styles.part} ${className ?? ''}`} aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** Puts eye and keyboard on a part of the case. */
function goTo(id: string): void {
  const heading = document.getElementById(id);
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: 'start' });
}

/** The way back to the queue and on to the next one. */
function QueueWays({ place }: { place: QueuePlace }) {
  const { t } = useTranslation('work-queue');
  return (
    <nav className={styles.ways} aria-label={t('list')}>
      <Link className={styles.back} to={`/arbete/forslag${place.search}`}>
        <ChevronLeft size={20} aria-hidden="true" />
        {t('back')}
      </Link>
      {place.at !== null && (
        <span className={styles.at}>{t('position', { at: place.at, count: place.count })}</span>
      )}
      {place.previous && (
        <Link to={`/arbete/forslag/${place.previous}${place.search}`}>
          <ChevronLeft size={20} aria-hidden="true" />
          {t('previous')}
        </Link>
      )}
      {place.next && (
        <Link to={`/arbete/forslag/${place.next}${place.search}`}>
          {t('next')}
          <ChevronRight size={20} aria-hidden="true" />
        </Link>
      )}
    </nav>
  );
}

/** Which cases this one leads or follows. */
function Gathered({ proposal, search }: { proposal: TriageProposal; search: string }) {
  const { t } = useTranslation('work-case');
  const { duplicateOf, gathered } = proposal;
  if (!duplicateOf && gathered.length === 0) return null;
  return (
    <p>
      {duplicateOf ? t('duplicateOf') : t('gathered', { count: gathered.length })}
      {(duplicateOf ? [duplicateOf] : gathered).map((reference, index) => (
        <span key={reference}>
          {index > 0 && ', '}
          <Link to={`/arbete/forslag/${reference}${search}`}>{reference}</Link>
        </span>
      ))}
    </p>
  );
}

interface CaseViewProps {
  proposal: TriageProposal;
  place: QueuePlace;
  places: readonly NamedPlace[];
  /** What is kept of it besides. */
  record: ReactNode;
  /** The place of the inventory that it belongs to; null where it can belong to none. */
  inventory: { title: string; content: ReactNode } | null;
}

/** Everything about one case: what was sent, what becomes public, what happens now, and what happened. */
export function CaseView({ proposal, place, places, record, inventory }: CaseViewProps) {
  const { t } = useTranslation([
    'work-case',
    'work-gathering',
    'work-queue',
    'work-sender',
    'work-bodies',
    'work-block-list',
    'words',
  ]);
  const { moment } = useFormats();
  const placeWords = usePlaceWords();
  const [isCorrecting, setCorrecting] = useState(false);
  const noteField = useRef<HTMLTextAreaElement>(null);
  const toDecision = () => {
    goTo('case-decision');
  };
  useEffect(
    function bringCorrectionIntoView() {
      if (isCorrecting) goTo('case-correction');
    },
    [isCorrecting],
  );
  useShortcuts(t('keys.group'), [
    { keys: 'd', words: t('keys.decide'), run: toDecision },
    { keys: 'i', words: t('keys.note'), run: () => noteField.current?.focus() },
  ]);

  return (
    <article className={styles.case}>
      <QueueWays place={place} />
      <header className={styles.head}>
        <div className={styles.marks}>
          <StaffStatus kind={proposal.kind} status={proposal.status} />
          <Tag>{t(`kind.${proposal.kind}`, { ns: 'words' })}</Tag>
          <Tag
            icon={
              proposal.publicNow ? (
                <Eye size={15} aria-hidden="true" />
              ) : (
                <EyeOff size={15} aria-hidden="true" />
              )
            }
          >
            {proposal.publicNow ? t('isPublic') : t('isNotPublic')}
          </Tag>
        </div>
        <PageTitle
          title={placeWords(proposal)}
          short={`${proposal.reference} ${placeWords(proposal)}`}
          className={styles.title}
        />
        <p className={styles.meta}>
          <span>{proposal.reference}</span>
          <span>{t('cameIn', { when: moment(proposal.createdAt) })}</span>
          <span>{t('supporters', { ns: 'work-queue', count: proposal.supportCount })}</span>
          {proposal.publicNow && (
            <Link to={`/${proposal.municipality}/forslag/${proposal.reference}`}>{t('publicPage')}</Link>
          )}
        </p>
        <Marks item={proposal} />
        <CaseDesk proposal={proposal} />
        <Gathered proposal={proposal} search={place.search} />
        <Button look="secondary" className={styles.jump} onClick={toDecision}>
          {t('jump')}
        </Button>
      </header>

      <div className={styles.columns}>
        <div className={styles.column}>
          <Part id="case-words" title={t('sections.words')}>
            <CaseWords proposal={proposal} />
          </Part>
          <Part id="case-answers" title={t('sections.answers')}>
            <CaseFacts proposal={proposal} />
            {!isCorrecting && (
              <div>
                <Button
                  look="quiet"
                  icon={<PencilLine size={18} aria-hidden="true" />}
                  onClick={() => {
                    setCorrecting(true);
                  }}
                >
                  {t('correction.open')}
                </Button>
              </div>
            )}
          </Part>
        </div>
        <div className={styles.column}>
          <Part id="case-place" title={t('sections.place')}>
            <CasePlace proposal={proposal} search={place.search} />
            {!proposal.position &&
              !isCorrecting &&
              !('topic' in proposal.details && proposal.details.topic === 'drugs') && (
                <div>
                  <Button
                    onClick={() => {
                      setCorrecting(true);
                    }}
                  >
                    {t('place.put')}
                  </Button>
                </div>
              )}
          </Part>
        </div>
      </div>

      {proposal.heldTexts.length > 0 && (
        <Part id="case-held" title={t('held.title', { ns: 'work-block-list' })}>
          <HeldTexts proposal={proposal} />
        </Part>
      )}
      {proposal.reports.length > 0 && (
        <Part id="case-reports" title={t('sections.reports')}>
          <Reports proposal={proposal} />
        </Part>
      )}
      {proposal.questions.length > 0 && (
        <Part id="case-questions" title={t('question.title', { ns: 'work-sender' })}>
          <Questions proposal={proposal} />
        </Part>
      )}
      {proposal.outcome && (
        <Part id="case-outcome" title={t('outcome.title', { ns: 'work-sender' })}>
          <Outcome proposal={proposal} outcome={proposal.outcome} />
        </Part>
      )}
      {proposal.gatheredWaiting.length > 0 && (
        <Part id="case-waiting-below" title={t('below.title', { ns: 'work-sender' })}>
          <WaitingBelow proposal={proposal} search={place.search} />
        </Part>
      )}
      {proposal.supporterOutcomes.length > 0 && (
        <Part
          id="case-supporters"
          title={t('supporters.title', { ns: 'work-sender', count: proposal.supporterOutcomes.length })}
        >
          <SupporterOutcomes proposal={proposal} />
        </Part>
      )}
      {peopleAsked(proposal).length > 0 && (
        <Part id="case-asked" title={t('asked.title', { ns: 'work-sender' })}>
          <AskedPeople proposal={proposal} />
        </Part>
      )}
      {isCorrecting && (
        <Part id="case-correction" title={t('sections.correction')} className={styles.correction}>
          <Correction
            proposal={proposal}
            places={places}
            onDone={() => {
              setCorrecting(false);
            }}
          />
        </Part>
      )}
      <Part id="case-gathering" title={t('title', { ns: 'work-gathering' })}>
        <Gathering proposal={proposal} search={place.search} />
      </Part>
      {inventory && (
        <Part id="case-inventory" title={inventory.title}>
          {inventory.content}
        </Part>
      )}
      <Part id="case-publication" title={t('sections.publication')}>
        <Publication proposal={proposal} />
      </Part>
      <CallBack proposal={proposal} />
      <Part id="case-responsibility" title={t('place.title', { ns: 'work-bodies' })}>
        <Responsibility proposal={proposal} />
      </Part>
      <Part id="case-decision" title={t('sections.decision')} className={styles.decision}>
        <Decision proposal={proposal} next={place.next && `/arbete/forslag/${place.next}${place.search}`} />
      </Part>
      {proposal.activities.length > 0 && (
        <Part id="case-activities" title={t('sections.activities')}>
          <CaseActivities activities={proposal.activities} />
        </Part>
      )}
      <div className={styles.columns}>
        <Part id="case-history" title={t('sections.history')}>
          <History kind={proposal.kind} events={proposal.events} label={t('sections.history')} />
        </Part>
        <div className={styles.column}>
          <Part id="case-notes" title={t('sections.notes')}>
            <Notes proposal={proposal} field={noteField} />
          </Part>
          <Part id="case-contact" title={t('sections.contact')}>
            <Contact key={proposal.reference} proposal={proposal} />
          </Part>
          <Part id="case-record" title={t('sections.record')}>
            {record}
          </Part>
          <Part id="case-neighbours" title={t('sections.neighbours')}>
            <Neighbours neighbours={proposal.neighbours} search={place.search} />
          </Part>
        </div>
      </div>
    </article>
  );
}
