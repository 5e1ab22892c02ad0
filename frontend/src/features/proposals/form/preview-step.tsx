import type { NamedPlace } from '@lofteskartan/shared/contracts/municipalities';
import { Eye, EyeOff, Hourglass, Send } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';
import { DefinitionList } from '../../../ui/definition-list.js';
import { TrapField } from '../../../ui/trap-field.js';
import { ContactQuestion } from './contact-question.js';
import styles from './form.module.css';
import { usePartWords } from './part-words.js';
import { publicityOf, type Part } from './publicity.js';
import { SendingWords } from './sending-words.js';
import type { StepProps } from './step-props.js';
import { stepOfField, type Step } from './steps.js';
import type { SendingState } from './use-sending.js';

const GROUPS = [
  { name: 'now', Mark: Eye },
  { name: 'afterReading', Mark: Hourglass },
  { name: 'never', Mark: EyeOff },
] as const;

/** The contract's field that a part is answered by, where they are called differently. */
const FIELDS: Partial<Record<Part, string>> = { place: 'position', hours: 'weekdays', when: 'when' };

export interface PreviewStepProps extends Omit<StepProps, 'onNext'> {
  photos: readonly File[];
  places: readonly NamedPlace[];
  sending: SendingState;
  /** The field that no person sees. */
  trap: RefObject<HTMLInputElement | null>;
  onSend: () => void;
  onCancel: () => void;
  onGoTo: (step: Step) => void;
}

/** Exactly what becomes public now, what after a human has read it, and what never; then it is sent. */
export function PreviewStep({
  municipality,
  kind,
  draft,
  change,
  faultOf,
  photos,
  places,
  sending,
  trap,
  onSend,
  onCancel,
  onGoTo,
}: PreviewStepProps) {
  const { t } = useTranslation('form');
  const wordsOf = usePartWords(draft, photos.length);
  const publicity = publicityOf(kind, draft, photos.length, places);
  const isMailWanted = municipality.mail && draft.email.trim() !== '';
  return (
    <div className={styles.screen}>
      {GROUPS.filter(({ name }) => publicity[name].length > 0).map(({ name, Mark }) => (
        <section key={name} className={styles.group} aria-labelledby={`preview-${name}`}>
          <h2 id={`preview-${name}`} className={styles.groupTitle}>
            <Mark size={20} aria-hidden="true" />
            {t(`preview.${name}`)}
          </h2>
          <DefinitionList
            items={publicity[name].map((part) => ({
              term: t(`part.${part}`),
              value: (
                <span className={styles.answer}>
                  <span className={styles.said}>{wordsOf(part)}</span>
                  <Button
                    look="quiet"
                    className={styles.change}
                    aria-label={t('preview.changeNamed', { what: t(`part.${part}`) })}
                    onClick={() => {
                      onGoTo(stepOfField(FIELDS[part] ?? part, kind));
                    }}
                  >
                    {t('preview.change')}
                  </Button>
                </span>
              ),
            }))}
          />
        </section>
      ))}
      {municipality.mail && <ContactQuestion draft={draft} change={change} faultOf={faultOf} />}
      <p>{isMailWanted ? t('preview.recordMail') : t('preview.record')}</p>
      <TrapField field={trap} />
      <SendingWords sending={sending} onCancel={onCancel} />
      <div className={styles.actions}>
        <Button
          look="primary"
          wide
          busy={sending.state === 'sending'}
          icon={<Send size={20} aria-hidden="true" />}
          onClick={onSend}
        >
          {sending.state === 'sending'
            ? t('preview.sending')
            : sending.state === 'waiting'
              ? t('preview.again')
              : t('preview.send')}
        </Button>
      </div>
    </div>
  );
}
