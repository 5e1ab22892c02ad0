import type { StaffReferral } from '@lofteskartan/shared/contracts/referrals';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { CheckboxChips } from '../../ui/chips.js';
import { Notice } from '../../ui/notice.js';
import { SelectField } from '../../ui/select-field.js';
import { Skeleton, SkeletonText } from '../../ui/skeleton.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { ErrorState } from '../../ui/states.js';
import { TextArea } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { FaultReports } from './fault-reports.js';
import { MarkedText } from './marked-text.js';
import { useHeldCase } from './held-case.js';
import styles from './responsibility.module.css';
import { responsibilityQuery, useEndReferral, useSetBody } from './responsibility.queries.js';

const UNKNOWN = 'unknown';

/** Who answers for the place, who has the case now and what they said, and what was reported elsewhere. */
export function Responsibility({ proposal }: { proposal: TriageProposal }) {
  const { t } = useTranslation('work-bodies');
  const { data, error, refetch } = useQuery(responsibilityQuery(proposal.reference, proposal.version));
  const setBody = useSetBody(proposal);
  if (!data)
    return error ? (
      <ErrorState error={error} title={t('place.failed')} onRetry={() => void refetch()} />
    ) : (
      <Skeleton label={t('place.loading')}>
        <SkeletonText lines={2} />
      </Skeleton>
    );
  const { body, choices, referrals, faultReports } = data;
  const known = body && !choices.some(({ id }) => id === body.id) ? [body] : [];
  return (
    <div className={styles.stack}>
      <SelectField
        label={t('place.body')}
        hint={t('place.bodyHint')}
        value={body?.id ?? UNKNOWN}
        disabled={setBody.isPending}
        options={[
          { value: UNKNOWN, label: t('place.unknown') },
          ...[...choices, ...known].map((each) => ({
            value: each.id,
            label:
              'suggestedBy' in each && each.suggestedBy
                ? t(`refer.suggested.${each.suggestedBy}`, { name: each.name })
                : each.name,
          })),
        ]}
        onChange={(id) => {
          setBody.mutate(id === UNKNOWN ? null : id, {
            onSuccess: () => {
              toast(t('place.saved'));
            },
          });
        }}
      />
      {setBody.error && <ErrorState error={setBody.error} title={t('place.notSaved')} />}
      {referrals.map((referral) => (
        <Referral key={referral.id} proposal={proposal} referral={referral} />
      ))}
      <FaultReports proposal={proposal} reports={faultReports} bodies={choices.map(({ name }) => name)} />
    </div>
  );
}

function Referral({ proposal, referral }: { proposal: TriageProposal; referral: StaffReferral }) {
  const { t } = useTranslation('work-bodies');
  const { date, moment } = useFormats();
  const {
    body,
    openedAt,
    openedBy,
    mail,
    sentOtherwise,
    asked,
    remindedAt,
    answer,
    endedAt,
    outcome,
    noAnswerFrom,
  } = referral;
  return (
    <section className={styles.stack} aria-label={t('referral.label', { body })}>
      <div>
        <p>
          <b>
            {endedAt
              ? t('referral.had', { body, from: date(openedAt), to: date(endedAt) })
              : t('referral.has', { body, since: date(openedAt) })}
          </b>
        </p>
        <p className={styles.by}>
          {[
            openedBy && t('referral.by', { name: openedBy }),
            t(`referral.mail.${mail}`),
            sentOtherwise && t('referral.sentOtherwise'),
            remindedAt && t('referral.reminded', { when: date(remindedAt) }),
            outcome && t(`referral.outcome.${outcome}`),
            !endedAt && !answer && t('referral.noAnswerFrom', { date: date(noAnswerFrom) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {asked && <p className={styles.answer}>{asked}</p>}
        {mail === 'failed' && !endedAt && (
          <Notice tone="warning" title={t('referral.failedTitle')}>
            <p>{t('referral.failedHow', { body })}</p>
          </Notice>
        )}
      </div>
      {answer && (
        <div>
          <p className={styles.by}>{t('referral.answered', { body, when: moment(answer.at) })}</p>
          <p className={styles.answer}>
            <MarkedText
              text={answer.text}
              field="answer"
              findings={answer.personalData.map(({ type, start, end }) => ({
                field: 'answer',
                type,
                start,
                end,
              }))}
            />
          </p>
        </div>
      )}
      {!endedAt && proposal.status === 'referred' && <EndReferral proposal={proposal} referral={referral} />}
    </section>
  );
}

function EndReferral({ proposal, referral }: { proposal: TriageProposal; referral: StaffReferral }) {
  const { t } = useTranslation('work-bodies');
  const end = useEndReferral(proposal.reference);
  const [outcome, setOutcome] = useState<'answered' | 'no-answer' | null>(null);
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const [otherwise, setOtherwise] = useState(false);
  const held = useHeldCase({ proposal, act: end, written: outcome !== null });
  const { body, answer, mail, remindedAt, mayEndUnanswered } = referral;
  const asksHow = outcome === 'no-answer' && mail !== 'sent';
  const begin = (kind: 'answered' | 'no-answer') => {
    setOutcome(kind);
    setText(
      kind === 'no-answer'
        ? t(remindedAt ? 'end.noAnswerText' : 'end.noAnswerUnreminded', { body })
        : answer
          ? t('end.answerText', { body, answer: answer.text })
          : '',
    );
  };
  if (!outcome)
    return (
      <div className={styles.actions}>
        <Button
          look={answer ? 'primary' : 'secondary'}
          onClick={() => {
            begin('answered');
          }}
        >
          {answer ? t('end.tell') : t('end.write')}
        </Button>
        {mayEndUnanswered && (
          <Button
            onClick={() => {
              begin('no-answer');
            }}
          >
            {t('end.noAnswer', { body })}
          </Button>
        )}
      </div>
    );
  return (
    <form
      className={styles.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!text.trim() || (asksHow && !otherwise) || end.isPending) return;
        end.mutate(
          {
            outcome,
            publicText: text.trim(),
            version: held.saved.version,
            ...(asksHow ? { sentOtherwise: otherwise } : {}),
          },
          {
            onSuccess: () => {
              toast(t('end.done'));
            },
          },
        );
      }}
    >
      {asksHow && (
        <CheckboxChips
          label={t('end.how')}
          hint={t(`end.howHint.${mail}`, { body })}
          value={otherwise ? ['otherwise'] : []}
          options={[{ value: 'otherwise', label: t('end.otherwise') }]}
          error={tried && !otherwise ? t('end.otherwiseMissing', { body }) : undefined}
          onChange={(chosen) => {
            setOtherwise(chosen.length > 0);
          }}
        />
      )}
      <TextArea
        label={t('end.text')}
        hint={t('end.textHint')}
        rows={5}
        limit={LIMITS.publicTextCharacters}
        value={text}
        error={tried && !text.trim() ? t('end.missing') : end.error?.messageFor('publicText')}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      <SaveFailed error={end.error} title={t('end.failed')} kept={t('end.kept')} latest={held} />
      <div className={styles.actions}>
        <Button type="submit" look="primary" busy={end.isPending}>
          {t('end.submit')}
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            end.reset();
            setOutcome(null);
          }}
        >
          {t('end.cancel')}
        </Button>
      </div>
    </form>
  );
}
