import type { StaffActivity } from '@lofteskartan/shared/contracts/activities';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../platform/api.js';
import { usePublicTextWarning } from '../../platform/public-text.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { ErrorState } from '../../ui/states.js';
import { TextArea } from '../../ui/text-field.js';
import { useLogActivity } from './activities.queries.js';
import styles from './log.module.css';
import { faultyFigures, isMeasured, logBody, type ResultDraft } from './log-draft.js';
import type { StepProps } from './log-steps.js';
import { ResultFigures } from './result-figures.js';
import { useSuggestedText } from './suggestion.js';

/** Why it was not saved, what was kept, and what to do. */
function SendProblem({ problem }: { problem: Problem }) {
  const { t } = useTranslation('work-activities');
  if (problem.code === 'idempotency.reused')
    return (
      <Notice tone="warning" title={t('log.reused')} announced>
        <p>{t('log.reusedHow')}</p>
        <ButtonLink to="/arbete/insatser">{t('log.openActivities')}</ButtonLink>
      </Notice>
    );
  if (problem.errors.length > 0)
    return (
      <Notice tone="error" title={t('log.refused')}>
        <ul>
          {problem.errors.map(({ field, message }) => (
            <li key={field}>{message}</li>
          ))}
        </ul>
      </Notice>
    );
  return (
    <ErrorState
      error={problem}
      title={problem.isNetwork ? t('log.sendFailed') : t('log.refused')}
      kept={t('log.kept')}
    />
  );
}

interface ResultTextProps extends Omit<StepProps, 'onNext'> {
  onSent: (activity: StaffActivity) => void;
}

/** The last question: figures, what everyone will read, and sending. */
export function ResultText({ draft, change, commitment, municipality, places, onSent }: ResultTextProps) {
  const { t } = useTranslation('work-activities');
  const suggest = useSuggestedText();
  const log = useLogActivity();
  const [tried, setTried] = useState(false);
  const localityName =
    municipality?.localities.find(({ slug }) => draft.where === 'locality' && slug === draft.locality)
      ?.name ?? null;
  const suggestion = suggest(draft, commitment, localityName);
  // As long as nobody has written their own words, the suggestion follows the figures.
  const isOwnText = draft.publicText !== '' && draft.publicText !== draft.suggested;
  const publicText = isOwnText ? draft.publicText : suggestion;
  const warning = usePublicTextWarning(publicText);
  const faulty = faultyFigures(draft.result);

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (faulty.length > 0 || !publicText.trim() || log.isPending) return;
    // What was sent is kept before it is sent: a repeat has the same body under the same key.
    change({ publicText, suggested: isOwnText ? draft.suggested : suggestion });
    log.mutate({ body: logBody({ ...draft, publicText }), key: draft.key }, { onSuccess: onSent });
  };

  return (
    <form className={styles.step} onSubmit={send} noValidate>
      <p className={styles.soft}>{t('log.resultHow')}</p>
      <ResultFigures
        commitment={commitment}
        municipality={municipality}
        places={places}
        result={draft.result}
        faulty={tried ? faulty : []}
        onChange={(part: Partial<ResultDraft>) => {
          change({ result: { ...draft.result, ...part } });
        }}
      />
      {isMeasured(commitment) && <Notice>{t('log.public')}</Notice>}
      <div className={styles.withSuggestion}>
        <TextArea
          label={t('log.text')}
          hint={t('log.textHow')}
          rows={4}
          value={publicText}
          limit={LIMITS.publicTextCharacters}
          error={tried && !publicText.trim() ? t('log.textMissing') : log.error?.messageFor('publicText')}
          onChange={(event) => {
            change({ publicText: event.target.value || ' ', suggested: '' });
          }}
        />
        {warning && (
          <Notice tone="warning" announced>
            {warning}
          </Notice>
        )}
        {isOwnText && (
          <Button
            look="quiet"
            onClick={() => {
              change({ publicText: '', suggested: '' });
            }}
          >
            {t('log.suggestion')}
          </Button>
        )}
      </div>
      {log.error && <SendProblem problem={log.error} />}
      <Button type="submit" look="primary" wide className={styles.go} busy={log.isPending}>
        {t('log.send')}
      </Button>
    </form>
  );
}
