import { LIVE_LIMITS } from '@lofteskartan/shared/medborgardialog-live';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntention } from '../../platform/intention.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { ErrorState } from '../../ui/states.js';
import { TextArea } from '../../ui/text-field.js';
import { TrapField, trapped } from '../../ui/trap-field.js';
import { useProposeStatement } from './live.queries.js';
import styles from './live.module.css';

/** Where somebody at the dialogue proposes a statement to vote on. */
export function ProposeStatementForm({ code }: { code: string }) {
  const { t } = useTranslation('dialogue-live');
  const [text, setText] = useState('');
  const intention = useIntention();
  const [tried, setTried] = useState(false);
  const trap = useRef<HTMLInputElement>(null);
  const propose = useProposeStatement(code);
  const send = () => {
    setTried(true);
    if (text.trim() === '' || propose.isPending) return;
    propose.mutate(
      { text, key: intention.key, ...trapped(trap) },
      {
        onSuccess: () => {
          setText('');
          intention.renew();
          setTried(false);
        },
        onError: intention.refused,
      },
    );
  };
  return (
    <details className={styles.details}>
      <summary>{t('propose.open')}</summary>
      <form
        className={styles.stack}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <TextArea
          label={t('propose.label')}
          hint={t('propose.hint')}
          rows={3}
          limit={LIVE_LIMITS.statementCharacters}
          value={text}
          error={tried && text.trim() === '' ? t('propose.empty') : propose.error?.messageFor('text')}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        <TrapField field={trap} />
        {intention.hasArrived ? (
          <Notice announced>{t('questions.hasArrived')}</Notice>
        ) : (
          propose.error && (
            <ErrorState error={propose.error} title={t('propose.failed')} kept={t('questions.failedKept')} />
          )
        )}
        {propose.isSuccess && text === '' && (
          <Notice tone="success" announced>
            {t('propose.sent')}
          </Notice>
        )}
        <div>
          <Button type="submit" busy={propose.isPending}>
            {t('propose.send')}
          </Button>
        </div>
      </form>
    </details>
  );
}
