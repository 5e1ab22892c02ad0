import type { CaseSuggestion, TriageCase } from '@lofteskartan/shared/contracts/cases';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { useHeld } from '../../platform/edited.js';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { Notice } from '../../ui/notice.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { GatheredRow } from './gathered-row.js';
import styles from './gathering.module.css';
import { gatheringQuery, useGather } from './gathering.queries.js';
import { gatherBody, mayLead } from './gathering.rules.js';

/** Why a proposal is thought to be about the same spot: "18 m bort, samma väg, samma slag". */
function useWhy(): (suggestion: CaseSuggestion) => string {
  const { t } = useTranslation(['work-gathering', 'words']);
  const { distance } = useFormats();
  return ({ distanceMetres, road, sameKind, kind }) =>
    [
      t('reasons.away', { distance: distance(distanceMetres) }),
      road !== 'unknown' && t(`reasons.road.${road}`),
      sameKind ? t('reasons.sameKind') : t(`kind.${kind}`, { ns: 'words' }).toLocaleLowerCase(),
    ]
      .filter(Boolean)
      .join(', ');
}

interface SuggestionsProps {
  proposal: TriageProposal;
  shown: TriageCase;
  search: string;
}

/** What may be about the same spot, each with its reasons: choose some, choose which leads, gather them in one act. */
export function Suggestions({ proposal, shown, search }: SuggestionsProps) {
  const { t } = useTranslation('work-gathering');
  const gather = useGather();
  const why = useWhy();
  const name = useId();
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [wanted, setWanted] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const queries = useQueryClient();
  const held = useHeld({
    saved: shown,
    read: () => queries.query({ ...gatheringQuery(proposal.reference), staleTime: 0 }),
    forget: gather.reset,
    follows: picked.length === 0,
  });
  const { suggestions, leader } = held.saved;
  const chosen = suggestions.filter(({ reference }) => picked.includes(reference));
  const current = {
    reference: leader.reference,
    mayJoin: proposal.allowedMoves.some(({ to }) => to === 'duplicate'),
  };
  const leaders = mayLead(current, chosen);
  const leads = leaders.find((each) => each === wanted) ?? leaders[0] ?? null;
  const body = leads && gatherBody(leads, [leader, ...chosen], note);

  if (suggestions.length === 0) return <p className={styles.soft}>{t('none')}</p>;
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (!leads || !body || gather.isPending) return;
    gather.mutate(
      { leader: leads, body },
      {
        onSuccess: () => {
          toast(t('gathered', { count: chosen.length, reference: leads }));
          setPicked([]);
          setNote('');
        },
      },
    );
  };
  return (
    <form className={styles.gathering} onSubmit={send}>
      <p className={styles.soft}>{t('how')}</p>
      <ul className={styles.list} aria-label={t('suggestions')}>
        {suggestions.map((each) => (
          <li key={each.reference} className={styles.choice}>
            <input
              type="checkbox"
              id={`${name}-${each.reference}`}
              aria-label={t('pick', { reference: each.reference, why: why(each) })}
              checked={picked.includes(each.reference)}
              onChange={({ target }) => {
                gather.reset();
                setPicked((before) =>
                  target.checked
                    ? [...before, each.reference]
                    : before.filter((one) => one !== each.reference),
                );
              }}
            />
            <GatheredRow proposal={each} why={why(each)} search={search}>
              {(each.gatheredCount > 0 || !each.mayJoin) && (
                <span className={styles.soft}>
                  {[
                    each.gatheredCount > 0 && t('brings', { count: each.gatheredCount }),
                    !each.mayJoin && t('mustLead'),
                  ]
                    .filter(Boolean)
                    .join(' ')}
                </span>
              )}
            </GatheredRow>
          </li>
        ))}
      </ul>
      {chosen.length > 0 && (
        <div className={styles.form}>
          {leaders.length === 0 ? (
            <Notice tone="warning" announced>
              {t('twoEnded')}
            </Notice>
          ) : (
            <RadioChips
              label={t('whoLeads')}
              hint={t('whoLeadsHint')}
              stacked
              value={leads}
              options={leaders.map((reference) => ({
                value: reference,
                label: reference === leader.reference ? t('thisOne', { reference }) : reference,
                note: wordsOf(reference, [leader, ...chosen]),
              }))}
              onChange={setWanted}
            />
          )}
          <TextField
            label={t('note')}
            hint={t('noteHint')}
            optional
            maxLength={LIMITS.noteCharacters}
            value={note}
            onChange={(event) => {
              setNote(event.target.value);
            }}
          />
          <SaveFailed error={gather.error} title={t('gatherFailed')} latest={held} />
          <div>
            <Button type="submit" look="primary" busy={gather.isPending} disabled={!body}>
              {t('gather', { count: chosen.length })}
            </Button>
          </div>
        </div>
      )}
    </form>
  );
}

const wordsOf = (
  reference: string,
  proposals: readonly {
    readonly reference: string;
    readonly description: string | null;
    readonly placeName: string | null;
  }[],
): string | undefined => {
  const found = proposals.find((each) => each.reference === reference);
  return found?.description ?? found?.placeName ?? undefined;
};
