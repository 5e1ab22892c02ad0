import type { PlannerSettings, PlannerWeights, RankPreview } from '@lofteskartan/shared/contracts/planner';
import { RANKING_PARTS } from '@lofteskartan/shared/planner';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdited } from '../../platform/edited.js';
import { Button } from '../../ui/button.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { ErrorState } from '../../ui/states.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import styles from './planner.module.css';
import { plannerSettingsQuery, useSetWeights, useTryWeights } from './planner.queries.js';
import { RankChanges } from './rank-changes.js';
import {
  demandAlone,
  readWeight,
  WEIGHT_RANGES,
  type WeightName,
  WEIGHT_NAMES,
  writtenWeights,
} from './weights.rules.js';

/** What weighs in the order; how it would change is seen before it is saved. */
export function WeightsForm({
  municipality,
  settings: begun,
}: {
  municipality: string;
  settings: PlannerSettings;
}) {
  const { t } = useTranslation('work-planner');
  const queries = useQueryClient();
  const save = useSetWeights(municipality);
  const trying = useTryWeights(municipality);
  const [preview, setPreview] = useState<RankPreview | null>(null);
  const edited = useEdited({
    saved: begun,
    wordsOf: ({ weights }: PlannerSettings) => writtenWeights(weights),
    read: () => queries.query({ ...plannerSettingsQuery(municipality), staleTime: 0 }),
    forget: save.reset,
  });
  const { saved: settings, words: texts } = edited;
  const [tried, setTried] = useState(false);
  const read = (): PlannerWeights | null => {
    const weights = {} as PlannerWeights;
    for (const name of WEIGHT_NAMES) {
      const value = readWeight(name, texts[name]);
      if (value === null) return null;
      weights[name] = value;
    }
    return demandAlone(weights) ? null : weights;
  };
  const errorOf = (name: WeightName): string | undefined => {
    if (!tried) return undefined;
    if (readWeight(name, texts[name]) === null) return t('weights.wrong', WEIGHT_RANGES[name]);
    return name === 'demand' &&
      read() === null &&
      WEIGHT_NAMES.every((each) => readWeight(each, texts[each]) !== null)
      ? t('weights.alone')
      : undefined;
  };
  const withWeights = (act: (weights: PlannerWeights) => void) => () => {
    setTried(true);
    const weights = read();
    if (weights) act(weights);
  };
  const change = (name: WeightName, text: string) => {
    setPreview(null);
    edited.change({ [name]: text });
  };
  const labelOf = (name: WeightName): string =>
    name === 'halfLifeDays' || name === 'limitChangeMetres' ? t(`weights.${name}`) : t(`part.${name}`);
  const field = (name: WeightName, hint?: string) => (
    <TextField
      key={name}
      label={labelOf(name)}
      hint={hint}
      error={errorOf(name)}
      inputMode="numeric"
      value={texts[name]}
      onChange={({ target }) => {
        change(name, target.value);
      }}
    />
  );
  return (
    <div className={styles.form}>
      <SaveFailed
        error={save.error}
        title={t('weights.saveFailed')}
        latest={edited}
        now={edited.differences.map(({ name, saved }) => ({ label: labelOf(name), value: saved[name] }))}
      />
      <div className={styles.weights}>
        {RANKING_PARTS.map((part) => field(part, t(`weights.how.${part}`)))}
        {field('halfLifeDays')}
        {field('limitChangeMetres')}
      </div>
      <div className={styles.acts}>
        <Button
          busy={trying.isPending}
          onClick={withWeights((weights) => {
            trying.mutate(weights, { onSuccess: setPreview });
          })}
        >
          {t('weights.try')}
        </Button>
        <Button
          look="primary"
          busy={save.isPending}
          onClick={withWeights((weights) => {
            save.mutate(
              { version: settings.version, weights },
              {
                onSuccess: (saved) => {
                  edited.goOn(saved);
                  setPreview(null);
                  toast(t('weights.saved'));
                },
              },
            );
          })}
        >
          {t('weights.save')}
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            setPreview(null);
            edited.change(writtenWeights(settings.defaults));
          }}
        >
          {t('weights.reset')}
        </Button>
      </div>
      {trying.error && <ErrorState error={trying.error} title={t('weights.previewFailed')} />}
      {preview && <RankChanges preview={preview} />}
    </div>
  );
}
