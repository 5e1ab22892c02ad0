import type { OwnOutcome, TellOutcome } from '@lofteskartan/shared/contracts/outcomes';
import type { SupporterOutcome } from '@lofteskartan/shared/contracts/supporter-outcomes';
import { HELPED, LIMITS, type Helped } from '@lofteskartan/shared/vocabulary';
import { useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { announce } from '../../ui/live-region.js';
import { Notice } from '../../ui/notice.js';
import { ErrorState } from '../../ui/states.js';
import { TextArea } from '../../ui/text-field.js';
import type { SupporterActs } from './supporter.queries.js';
import styles from './supporter.module.css';

const UNKNOWN = 'unknown';
const SAFETY = ['1', '2', '3', '4', '5', UNKNOWN] as const;
type Safety = (typeof SAFETY)[number];

const safetyOf = ({ safetyNow }: OwnOutcome): Safety =>
  SAFETY.find((each) => each === String(safetyNow)) ?? UNKNOWN;

/** "How is it now?" in two presses: how safe it feels, and whether it helped, which sends it. More words can be added afterwards. */
export function SupporterAnswer({
  asked: { outcome },
  acts,
}: {
  asked: SupporterOutcome;
  acts: SupporterActs;
}) {
  const { t } = useTranslation('supporter');
  const [isChanging, setChanging] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const { tell, remove } = acts;
  const isTold = outcome !== null && !isChanging;
  const goToThePanel = () => {
    // What was pressed is gone: what it led to takes the focus.
    requestAnimationFrame(() => panel.current?.focus());
  };
  const send = (given: TellOutcome) => {
    if (tell.isPending) return;
    tell.mutate(given, {
      onSuccess: () => {
        setChanging(false);
        announce(t('thanks'));
        goToThePanel();
      },
    });
  };
  return (
    <div ref={panel} tabIndex={-1} className={styles.panel}>
      {isTold ? (
        <Told outcome={outcome} busy={tell.isPending} onTell={send} />
      ) : (
        <Question outcome={outcome} busy={tell.isPending} onTell={send} />
      )}
      {tell.error && <ErrorState error={tell.error} title={t('failed')} />}
      {remove.error && <ErrorState error={remove.error} title={t('failed')} />}
      {isTold && (
        <div className={styles.row}>
          <Button
            look="quiet"
            className={styles.flush}
            onClick={() => {
              setChanging(true);
              goToThePanel();
            }}
          >
            {t('change')}
          </Button>
          <Button
            look="quiet"
            className={styles.flush}
            busy={remove.isPending}
            onClick={() => {
              remove.mutate(undefined, {
                onSuccess: () => {
                  announce(t('removed'));
                  goToThePanel();
                },
              });
            }}
          >
            {t('remove')}
          </Button>
        </div>
      )}
    </div>
  );
}

interface PartProps<Outcome> {
  outcome: Outcome;
  busy: boolean;
  onTell: (given: TellOutcome) => void;
}

/** Two presses, the second of which sends. */
function Question({ outcome, busy, onTell }: PartProps<OwnOutcome | null>) {
  const { t } = useTranslation('supporter');
  const [safety, setSafety] = useState<Safety | null>(outcome && safetyOf(outcome));
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const choose = (helped: Helped) => {
    setTried(true);
    if (safety === null) form.current?.querySelector('input')?.focus();
    else
      onTell({
        helped,
        text: outcome?.text ?? undefined,
        safetyNow: safety === UNKNOWN ? undefined : Number(safety),
      });
  };
  return (
    <div ref={form} className={styles.form}>
      <RadioChips
        label={t('safety')}
        hint={t('safetyHint')}
        error={isTried && safety === null && t('pick')}
        value={safety}
        options={SAFETY.map((value) => ({ value, label: value === UNKNOWN ? t('unknown') : value }))}
        onChange={setSafety}
      />
      <div role="group" aria-labelledby="supporter-helped" className={styles.helped}>
        <p id="supporter-helped" className={styles.label}>
          {t('helped')}
        </p>
        <div className={styles.row}>
          {HELPED.map((each) => (
            <Button
              key={each}
              busy={busy}
              onClick={() => {
                choose(each);
              }}
            >
              {t(`answer.${each}`)}
            </Button>
          ))}
        </div>
        <p className={styles.soft}>{t('sends')}</p>
      </div>
    </div>
  );
}

/** What was said, and room for more. */
function Told({ outcome, busy, onTell }: PartProps<OwnOutcome>) {
  const { t } = useTranslation('supporter');
  const { helped, safetyNow, text: said } = outcome;
  const [text, setText] = useState(said ?? '');
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (text.length > LIMITS.outcomeCharacters || text.trim() === (said ?? '')) return;
    onTell({ helped, safetyNow: safetyNow ?? undefined, text: text.trim() || undefined });
  };
  return (
    <>
      <Notice tone="success" title={t('thanks')}>
        <p>
          {safetyNow === null
            ? t('saidHelped', { helped: t(`answer.${helped}`) })
            : t('said', { helped: t(`answer.${helped}`), safety: safetyNow })}
        </p>
        {said && <p className={styles.said}>{said}</p>}
      </Notice>
      <form className={styles.form} noValidate onSubmit={submit}>
        <TextArea
          label={t('more')}
          hint={t('moreHint')}
          optional
          rows={3}
          limit={LIMITS.outcomeCharacters}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        {text.trim() !== (said ?? '') && (
          <div className={styles.row}>
            <Button type="submit" busy={busy}>
              {t('send')}
            </Button>
          </div>
        )}
      </form>
    </>
  );
}
