import { type OwnOutcome } from '@lofteskartan/shared/contracts/outcomes';
import type { FollowedProposal } from '@lofteskartan/shared/contracts/proposals';
import { HELPED, type Helped, LIMITS } from '@lofteskartan/shared/vocabulary';
import { useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { announce } from '../../ui/live-region.js';
import { Notice } from '../../ui/notice.js';
import { TextArea } from '../../ui/text-field.js';
import { useTellOutcome } from './follow.queries.js';
import styles from './own-contact.module.css';

const SAFETY = ['1', '2', '3', '4', '5'] as const;

export interface OutcomePanelProps {
  followed: FollowedProposal;
  token: string;
}

/** "Hjälpte det?": asked once there is an answer; what was said stands there and can be changed. */
export function OutcomePanel({ followed, token }: OutcomePanelProps) {
  const [isChanging, setChanging] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const { outcome } = followed;
  const goToThePanel = () => {
    setChanging(false);
    // What was pressed is gone: what it led to takes the focus.
    requestAnimationFrame(() => panel.current?.focus());
  };
  return (
    <div ref={panel} tabIndex={-1} className={styles.panel}>
      {outcome && !isChanging ? (
        <Told
          outcome={outcome}
          onChange={() => {
            setChanging(true);
          }}
        />
      ) : (
        <OutcomeForm
          followed={followed}
          token={token}
          onTold={goToThePanel}
          onCancel={outcome ? goToThePanel : undefined}
        />
      )}
    </div>
  );
}

function Told({
  outcome: { helped, text, safetyNow, toldAt },
  onChange,
}: {
  outcome: OwnOutcome;
  onChange: () => void;
}) {
  const { t } = useTranslation('own-page');
  const { date } = useFormats();
  return (
    <>
      <Notice
        tone="success"
        title={t('outcome.yours', { helped: t(`outcome.helped.${helped}`).toLocaleLowerCase() })}
      >
        {safetyNow !== null && <p>{t('outcome.safetyOf', { safety: safetyNow })}</p>}
        {text && <p className={styles.said}>{text}</p>}
        <p>{t('outcome.toldAt', { when: date(toldAt) })}</p>
      </Notice>
      <div className={styles.row}>
        <Button look="quiet" onClick={onChange}>
          {t('outcome.change')}
        </Button>
      </div>
    </>
  );
}

interface OutcomeFormProps extends OutcomePanelProps {
  onTold: () => void;
  /** Left out when there is nothing to go back to. */
  onCancel: (() => void) | undefined;
}

function OutcomeForm({ followed, token, onTold, onCancel }: OutcomeFormProps) {
  const { t } = useTranslation('own-page');
  const { kind, status, outcome } = followed;
  const [helped, setHelped] = useState<Helped | null>(outcome?.helped ?? null);
  const [safety, setSafety] = useState<number | null>(outcome?.safetyNow ?? null);
  const [text, setText] = useState(outcome?.text ?? '');
  const [isTried, setTried] = useState(false);
  const tell = useTellOutcome(token);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (!helped) event.currentTarget.querySelector('input')?.focus();
    if (!helped || text.length > LIMITS.outcomeCharacters || tell.isPending) return;
    tell.mutate(
      { helped, text: text.trim() || undefined, safetyNow: safety ?? undefined },
      {
        onSuccess: () => {
          announce(t('outcome.sent'));
          onTold();
        },
      },
    );
  };
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <RadioChips
        label={t('outcome.label')}
        hint={t(status === 'declined' ? 'outcome.leadNo' : 'outcome.lead')}
        error={isTried && !helped && t('outcome.pick')}
        value={helped}
        options={HELPED.map((value) => ({ value, label: t(`outcome.helped.${value}`) }))}
        onChange={setHelped}
      />
      {helped && kind === 'dark-place' && (
        <RadioChips
          label={t('outcome.safety')}
          hint={t('outcome.safetyHint')}
          optional
          value={SAFETY.find((value) => Number(value) === safety) ?? null}
          options={SAFETY.map((value) => ({ value, label: value }))}
          onChange={(value) => {
            setSafety(Number(value));
          }}
        />
      )}
      {helped && (
        <TextArea
          label={t('outcome.text')}
          hint={t('outcome.textHint')}
          optional
          rows={3}
          limit={LIMITS.outcomeCharacters}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
      )}
      {tell.error && (
        <Notice tone="error" title={t('outcome.failed')}>
          {tell.error.detail || t('outcome.again')}
        </Notice>
      )}
      <div className={styles.row}>
        <Button type="submit" look="primary" busy={tell.isPending}>
          {t('outcome.send')}
        </Button>
        {onCancel && <Button onClick={onCancel}>{t('outcome.cancel')}</Button>}
      </div>
    </form>
  );
}
