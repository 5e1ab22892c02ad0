import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import { PROPOSAL_KINDS } from '@lofteskartan/shared/vocabulary';
import { useTranslation } from 'react-i18next';
import { oneTime, promisedAnswer } from '../../platform/answer-time.js';

/** Within how many working days a municipality promises an answer: one sentence, or a line for each kind. */
export function AnswerTimes({ municipality }: { municipality: Municipality }) {
  const { t } = useTranslation(['info', 'words']);
  const same = oneTime(municipality.answerWithin);
  if (same === null) return <p>{t('about.answer.open')}</p>;
  if (same !== undefined) return <p>{t('about.answer.within', { count: same })}</p>;
  return (
    <>
      <p>{t('about.answer.byKind')}</p>
      <ul>
        {PROPOSAL_KINDS.map((one) => {
          const count = promisedAnswer(municipality, one);
          const kind = t(`kind.${one}`, { ns: 'words' });
          return (
            <li key={one}>
              {count === null
                ? t('about.answer.kindOpen', { kind })
                : t('about.answer.kindWithin', { kind, count })}
            </li>
          );
        })}
      </ul>
    </>
  );
}
