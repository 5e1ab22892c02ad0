import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { ArrowRight } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../platform/draft.js';
import { statusWord } from '../../platform/looks.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { Notice } from '../../ui/notice.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { toast } from '../../ui/toast.js';
import { useMove } from './case.mutations.js';
import styles from './decision.module.css';
import { useHeldCase } from './held-case.js';
import { History } from './history.js';
import { doneByOthers, emptyMove, missingFields, moveBody, takesPublicText } from './move-draft.js';
import { MailPreviewPart } from './mail-preview.js';
import { MoveFields } from './move-fields.js';
import { MovePreview } from './move-preview.js';
import { useMoveWords } from './move-words.js';
import { useReplies } from './replies.js';
import { useWorkplace } from './workplace.js';

/** The moves that are possible now, as the API offers them: choose one, fill in what it needs, see what becomes public, save. */
export function Decision({ proposal, next }: { proposal: TriageProposal; next: string | null }) {
  const { t } = useTranslation(['work-case', 'words']);
  const { session } = useWorkplace();
  const moveWords = useMoveWords();
  const { hasGap } = useReplies(proposal);
  const move = useMove(proposal.reference);
  const draft = useDraft(`work.${session.accountId}.move.${proposal.reference}`, 2, emptyMove);
  const [tried, setTried] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const { value } = draft;
  const held = useHeldCase({ proposal, act: move, written: value.to !== null });
  const chosen = proposal.allowedMoves.find(({ to }) => to === value.to);
  const others = doneByOthers(value, proposal, session.name);
  const missing = chosen ? missingFields(chosen, value) : [];
  const isGap = chosen !== undefined && takesPublicText(chosen, proposal.kind) && hasGap(value.publicText);

  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!chosen || move.isPending) return;
    setTried(true);
    const [first] = isGap ? [...missing, 'publicText'] : missing;
    if (first) {
      event.currentTarget
        .querySelector<HTMLElement>(`[data-field="${first}"] :is(input, select, textarea)`)
        ?.focus();
      return;
    }
    move.mutate(moveBody(chosen, value, held.saved), {
      onSuccess: () => {
        draft.drop();
        setTried(false);
        setSaved(true);
        toast(
          t('decision.moved', {
            reference: proposal.reference,
            status: t(statusWord(proposal.kind, chosen.to), { ns: 'words' }),
          }),
        );
      },
    });
  };

  return (
    <div className={styles.decision}>
      {isSaved && value.to === null && next && (
        <ButtonLink to={next} icon={<ArrowRight size={18} aria-hidden="true" />}>
          {t('decision.moveNext')}
        </ButtonLink>
      )}
      {proposal.allowedMoves.length === 0 && <p className={styles.soft}>{t('decision.none')}</p>}
      {others && (
        <Notice tone="warning" title={t('stale.title')} announced>
          <p>{t('stale.how')}</p>
          {others.length > 0 ? (
            <History kind={proposal.kind} events={others} label={t('stale.title')} />
          ) : (
            <p>{t('stale.nothing')}</p>
          )}
          {!chosen && <p>{t('stale.gone')}</p>}
        </Notice>
      )}
      <form className={styles.form} onSubmit={send} noValidate>
        {proposal.allowedMoves.length > 0 && (
          <RadioChips
            label={t('decision.choose')}
            stacked
            value={chosen?.to ?? null}
            options={proposal.allowedMoves.map((each) => {
              const words = moveWords(proposal.status, each);
              return { value: each.to, label: words.name, note: words.how };
            })}
            onChange={(to) => {
              setTried(false);
              setSaved(false);
              move.reset();
              draft.change({ to, seenVersion: proposal.version, seenEvents: proposal.events.length });
            }}
          />
        )}
        {chosen && (
          <>
            <MoveFields
              proposal={proposal}
              move={chosen}
              draft={value}
              onChange={draft.change}
              missing={tried ? missing : []}
              isGap={tried && isGap}
              problem={move.error}
            />
            <MovePreview proposal={proposal} move={chosen} publicText={value.publicText} />
            <MailPreviewPart
              proposal={proposal}
              move={{
                to: chosen.to,
                publicText: value.publicText || undefined,
                responsible: value.responsible || undefined,
                commitmentId: value.commitmentId || undefined,
              }}
            />
            <SaveFailed
              error={move.error}
              title={move.error?.status === 409 ? t('decision.notAllowed') : t('decision.failed')}
              kept={t('decision.kept')}
              latest={held}
            />
            <div className={styles.actions}>
              <Button type="submit" look="primary" busy={move.isPending}>
                {t('decision.submit', { move: moveWords(proposal.status, chosen).name })}
              </Button>
              <Button
                look="quiet"
                onClick={() => {
                  move.reset();
                  setTried(false);
                  draft.drop();
                }}
              >
                {t('decision.cancel')}
              </Button>
            </div>
          </>
        )}
      </form>
    </div>
  );
}
