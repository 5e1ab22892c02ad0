import type { RetentionRule, RetentionRules } from '@lofteskartan/shared/contracts/records';
import { RETENTION_TYPES, type RetentionType } from '@lofteskartan/shared/vocabulary';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdited } from '../../platform/edited.js';
import { Button } from '../../ui/button.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { rulesQuery, useChangeRules } from './record.queries.js';
import styles from './records.module.css';

type Draft = Record<RetentionType, { years: string; decision: string }>;

const startOf = ({ rules }: RetentionRules): Draft =>
  Object.fromEntries(
    RETENTION_TYPES.map((type) => {
      const rule = rules.find((each) => each.type === type);
      return [type, { years: rule ? String(rule.years) : '', decision: rule?.decision ?? '' }];
    }),
  ) as Draft;

const isRule = ({ years, decision }: Draft[RetentionType]) =>
  /^[1-9]\d?$|^100$/.test(years) && decision.trim() !== '';
const isEmpty = ({ years, decision }: Draft[RetentionType]) => years.trim() === '' && decision.trim() === '';

/** How many years each kind is kept after its end, and which decision says so. An empty line keeps the kind. */
export function RulesForm({ municipality, rules }: { municipality: string; rules: RetentionRules }) {
  const { t } = useTranslation('work-records');
  const change = useChangeRules(municipality);
  const queries = useQueryClient();
  const edited = useEdited({
    saved: rules,
    wordsOf: startOf,
    read: () => queries.query({ ...rulesQuery(municipality), staleTime: 0 }),
    forget: change.reset,
  });
  const draft = edited.words;
  const [wasSent, setSent] = useState(false);
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    setSent(true);
    if (change.isPending || RETENTION_TYPES.some((type) => !isRule(draft[type]) && !isEmpty(draft[type])))
      return;
    const given = RETENTION_TYPES.flatMap((type): RetentionRule[] =>
      isRule(draft[type])
        ? [{ type, years: Number(draft[type].years), decision: draft[type].decision.trim() }]
        : [],
    );
    change.mutate(
      { version: edited.saved.version, rules: given },
      {
        onSuccess: (saved) => {
          edited.goOn(saved);
          toast(t('disposal.rulesSaved'));
        },
      },
    );
  };
  return (
    <form className={styles.panel} onSubmit={save}>
      {RETENTION_TYPES.map((type) => {
        const line = draft[type];
        const fault = wasSent && !isRule(line) && !isEmpty(line) ? t('disposal.rulePart') : undefined;
        const set = (part: Partial<typeof line>) => {
          edited.change({ [type]: { ...line, ...part } });
        };
        return (
          <fieldset key={type} className={styles.rule}>
            <legend>{t(`disposal.types.${type}`)}</legend>
            <TextField
              label={t('disposal.years')}
              inputMode="numeric"
              maxLength={3}
              value={line.years}
              error={fault}
              onChange={(event) => {
                set({ years: event.target.value });
              }}
            />
            <TextField
              label={t('disposal.decision')}
              maxLength={120}
              value={line.decision}
              onChange={(event) => {
                set({ decision: event.target.value });
              }}
            />
          </fieldset>
        );
      })}
      <SaveFailed
        error={change.error}
        title={t('disposal.rulesFailed')}
        latest={edited}
        now={edited.differences.map(({ name, saved }) => ({
          label: t(`disposal.types.${name}`),
          value: isEmpty(saved[name])
            ? ''
            : t('disposal.ruleNow', { count: Number(saved[name].years), decision: saved[name].decision }),
        }))}
      />
      <div>
        <Button type="submit" busy={change.isPending}>
          {t('disposal.saveRules')}
        </Button>
      </div>
    </form>
  );
}
