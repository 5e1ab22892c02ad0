import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { SelectField } from '../../ui/select-field.js';
import { DateField, TextField } from '../../ui/text-field.js';
import styles from './log.module.css';
import { WHERES } from './log-draft.js';
import { isOwn, type StepProps } from './log-steps.js';
import { dayBefore, swedishDay } from '../../platform/swedish-day.js';
import { WhereDetail, whereFault } from './where-detail.js';

/** When and where it was; for a coordinator who logs for others, who did it and how that is known. */
export function WhenWhere(props: StepProps) {
  const { draft, change, commitment, session, municipality, places, onNext } = props;
  const { t } = useTranslation('work-activities');
  const [tried, setTried] = useState(false);
  const today = swedishDay(new Date());
  const yesterday = dayBefore(today);
  const known = draft.occurredOn === today ? 'today' : draft.occurredOn === yesterday ? 'yesterday' : 'other';
  const [isOther, setOther] = useState(known === 'other');
  const day = isOther ? 'other' : known;
  const isForWishes = commitment.acceptsKinds.length > 0;
  const wheres = WHERES.filter((each) =>
    each === 'proposals' ? isForWishes : each !== 'none' || !commitment.requiresWish,
  );
  const where = draft.where ?? (isForWishes ? 'proposals' : 'none');
  const forOthers = !isOwn(commitment, session);
  const dateFault = !draft.occurredOn
    ? t('log.dateMissing')
    : draft.occurredOn > today
      ? t('log.dateFuture')
      : undefined;
  const placeFault = whereFault(where, draft);

  const next = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (dateFault ?? placeFault) return;
    if (forOthers && (!draft.onBehalfOf || !draft.sourceNote.trim())) return;
    change({ where });
    onNext();
  };

  return (
    <form className={styles.step} onSubmit={next} noValidate>
      <RadioChips
        label={t('log.when')}
        value={day}
        options={[
          { value: 'today', label: t('log.today') },
          { value: 'yesterday', label: t('log.yesterday') },
          { value: 'other', label: t('log.other') },
        ]}
        onChange={(chosen) => {
          setOther(chosen === 'other');
          if (chosen !== 'other') change({ occurredOn: chosen === 'today' ? today : yesterday });
        }}
      />
      {day === 'other' && (
        <DateField
          label={t('log.date')}
          value={draft.occurredOn}
          min={commitment.from}
          max={today}
          error={dateFault}
          onChange={(occurredOn) => {
            change({ occurredOn });
          }}
        />
      )}
      <RadioChips
        label={t('log.where')}
        stacked
        value={where}
        options={wheres.map((value) => ({
          value,
          label: t(`log.whereOf.${value}`),
          note: t(`log.whereHow.${value}`),
        }))}
        onChange={(chosen) => {
          change({ where: chosen, position: null });
        }}
      />
      <WhereDetail
        where={where}
        draft={draft}
        change={change}
        municipality={municipality}
        places={places}
        fault={tried && placeFault ? t(placeFault) : undefined}
      />
      {forOthers && (
        <>
          <SelectField
            label={t('log.owner')}
            placeholder={t('log.ownerPick')}
            value={draft.onBehalfOf}
            options={commitment.owners.map(({ slug, name }) => ({ value: slug, label: name }))}
            error={tried && !draft.onBehalfOf ? t('log.ownerMissing') : undefined}
            onChange={(onBehalfOf) => {
              change({ onBehalfOf });
            }}
          />
          <TextField
            label={t('log.source')}
            hint={t('log.sourceHint')}
            maxLength={LIMITS.reasonCharacters}
            value={draft.sourceNote}
            error={tried && !draft.sourceNote.trim() ? t('log.sourceMissing') : undefined}
            onChange={(event) => {
              change({ sourceNote: event.target.value });
            }}
          />
        </>
      )}
      <Button type="submit" look="primary" wide className={styles.go}>
        {t('log.next')}
      </Button>
    </form>
  );
}
