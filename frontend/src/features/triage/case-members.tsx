import type { CaseMember, TriageCase } from '@lofteskartan/shared/contracts/cases';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useHeld } from '../../platform/edited.js';
import { Button } from '../../ui/button.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { Tag } from '../../ui/status-mark.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { GatheredRow } from './gathered-row.js';
import styles from './gathering.module.css';
import { gatheringQuery, useChangeLeader, useRelease } from './gathering.queries.js';

interface CaseMembersProps {
  shown: TriageCase;
  /** The proposal whose page is open. */
  here: string;
  search: string;
}

/** Who leads, who is gathered, and the ways to undo it. */
export function CaseMembers({ shown, here, search }: CaseMembersProps) {
  const { t } = useTranslation('work-gathering');
  const lead = useChangeLeader();
  const [leaving, setLeaving] = useState<readonly CaseMember[]>([]);
  const read = useReadCase(here);
  const held = useHeld({ saved: shown, read, forget: lead.reset, follows: !lead.error });
  const { leader, members } = shown;
  return (
    <>
      <ul className={styles.list} aria-label={t('members')}>
        <li>
          <GatheredRow
            proposal={leader}
            why={<Tag>{t('leads')}</Tag>}
            isHere={leader.reference === here}
            search={search}
          />
        </li>
        {members.map((member) => (
          <li key={member.reference}>
            <GatheredRow
              proposal={member}
              why={member.under !== leader.reference && t('under', { reference: member.under })}
              isHere={member.reference === here}
              search={search}
            >
              <span className={styles.acts}>
                <Button
                  look="quiet"
                  aria-label={t('releaseOne', { reference: member.reference })}
                  onClick={() => {
                    setLeaving([member]);
                  }}
                >
                  {t('release')}
                </Button>
                {member.mayLead && (
                  <Button
                    look="quiet"
                    busy={lead.isPending && lead.variables.body.leader.reference === member.reference}
                    aria-label={t('leadOne', { reference: member.reference })}
                    onClick={() => {
                      const { reference, version } = member;
                      lead.mutate(
                        {
                          leader: leader.reference,
                          body: { version: leader.version, leader: { reference, version } },
                        },
                        {
                          onSuccess: () => {
                            toast(t('leadsNow', { reference }));
                          },
                        },
                      );
                    }}
                  >
                    {t('lead')}
                  </Button>
                )}
              </span>
            </GatheredRow>
          </li>
        ))}
      </ul>
      <SaveFailed error={lead.error} title={t('leadFailed')} latest={held} />
      {leaving.length > 0 ? (
        <Leaving
          key={leaving.map(({ reference }) => reference).join()}
          leader={leader.reference}
          here={here}
          members={leaving}
          isAll={leaving.length === members.length}
          onDone={() => {
            setLeaving([]);
          }}
        />
      ) : (
        <div>
          <Button
            onClick={() => {
              setLeaving(members);
            }}
          >
            {t('dissolve')}
          </Button>
        </div>
      )}
    </>
  );
}

/** Reads the case anew. */
function useReadCase(reference: string) {
  const queries = useQueryClient();
  return () => queries.query({ ...gatheringQuery(reference), staleTime: 0 });
}

interface LeavingProps {
  leader: string;
  here: string;
  members: readonly CaseMember[];
  isAll: boolean;
  onDone: () => void;
}

/** Why they leave; then they are under review again, each on its own. */
function Leaving({ leader, here, members, isAll, onDone }: LeavingProps) {
  const { t } = useTranslation(['work-gathering', 'work-case']);
  const release = useRelease();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const read = useReadCase(here);
  const held = useHeld({
    saved: members,
    // Those of them that are still in the case.
    read: async () => {
      const now = await read();
      return now.members.filter(({ reference }) => members.some((each) => each.reference === reference));
    },
    forget: release.reset,
  });
  const field = useRef<HTMLInputElement>(null);
  useEffect(function goToTheReason() {
    field.current?.focus();
  }, []);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!reason.trim() || release.isPending) return;
    const named = held.saved.map(({ reference, version }) => ({ reference, version }));
    release.mutate(
      { leader, body: { members: named, reason: reason.trim() } },
      {
        onSuccess: () => {
          toast(t('released', { count: members.length }));
          onDone();
        },
      },
    );
  };
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <h3>{isAll ? t('dissolve') : t('releaseOne', { reference: members[0]?.reference ?? '' })}</h3>
      <p className={styles.soft}>{t('releaseMeans')}</p>
      <TextField
        label={t('why')}
        hint={t('whyHint')}
        maxLength={LIMITS.reasonCharacters}
        error={isTried && !reason.trim() ? t('decision.missing', { ns: 'work-case' }) : undefined}
        value={reason}
        ref={field}
        onChange={(event) => {
          setReason(event.target.value);
        }}
      />
      <SaveFailed error={release.error} title={t('releaseFailed')} latest={held} />
      <div className={styles.acts}>
        <Button type="submit" look="primary" busy={release.isPending}>
          {t('releaseDo', { count: members.length })}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('decision.cancel', { ns: 'work-case' })}
        </Button>
      </div>
    </form>
  );
}
