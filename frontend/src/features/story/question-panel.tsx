import type { OwnQuestion } from '@lofteskartan/shared/contracts/questions';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { announce } from '../../ui/live-region.js';
import { Notice } from '../../ui/notice.js';
import { TextArea } from '../../ui/text-field.js';
import { useReply } from './follow.queries.js';
import styles from './own-contact.module.css';

export interface QuestionPanelProps {
  questions: readonly OwnQuestion[];
  token: string;
}

/** What staff asked, the latest first: a question that is open takes a reply, the others tell what was said. */
export function QuestionPanel({ questions, token }: QuestionPanelProps) {
  const { t } = useTranslation('own-page');
  const { date } = useFormats();
  const panel = useRef<HTMLDivElement>(null);
  return (
    <div ref={panel} tabIndex={-1} className={styles.panel}>
      {questions.map((question) => {
        const { text, organisation, askedAt, open, replyBy, reply, repliedAt } = question;
        const asker = organisation ?? t('question.staff');
        return (
          <Notice
            key={askedAt}
            tone={open ? 'warning' : 'info'}
            title={t('question.asks', { organisation: asker, when: date(askedAt) })}
          >
            <p className={styles.said}>{text}</p>
            {reply !== null && repliedAt !== null && (
              <>
                <p className={styles.strong}>{t('question.replied', { when: date(repliedAt) })}</p>
                <p className={styles.said}>{reply}</p>
              </>
            )}
            {!open && reply === null && <p>{t('question.over')}</p>}
            {open && replyBy && (
              <ReplyForm
                token={token}
                replyBy={replyBy}
                onReplied={() => {
                  // The form is gone: what was said takes the focus.
                  requestAnimationFrame(() => panel.current?.focus());
                }}
              />
            )}
          </Notice>
        );
      })}
    </div>
  );
}

function ReplyForm({ token, replyBy, onReplied }: { token: string; replyBy: string; onReplied: () => void }) {
  const { t } = useTranslation('own-page');
  const { date } = useFormats();
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const [idempotencyKey] = useState(newKey);
  const field = useRef<HTMLTextAreaElement>(null);
  const send = useReply(token);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    const said = text.trim();
    if (!said) field.current?.focus();
    if (!said || text.length > LIMITS.replyCharacters || send.isPending) return;
    send.mutate(
      { reply: { text: said }, idempotencyKey },
      {
        onSuccess: () => {
          announce(t('question.sent'));
          onReplied();
        },
      },
    );
  };
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <TextArea
        ref={field}
        label={t('question.reply')}
        hint={t('question.hint', { date: date(replyBy) })}
        rows={4}
        limit={LIMITS.replyCharacters}
        error={isTried && !text.trim() && t('question.needed')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      {send.error && (
        <Notice tone="error" title={t('outcome.failed')}>
          {send.error.detail || t('outcome.again')}
        </Notice>
      )}
      <div className={styles.row}>
        <Button type="submit" look="primary" busy={send.isPending}>
          {t('question.send')}
        </Button>
      </div>
    </form>
  );
}
