import {
  DIALOGUE_GROUPS,
  DIALOGUE_LEVELS,
  DIALOGUE_LIMITS,
  type DialogueLevel,
} from '@lofteskartan/shared/medborgardialog';
import { useTranslation } from 'react-i18next';
import { CheckboxChips, RadioChips } from '../../ui/chips.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import type { DialogueFieldsProps } from './dialogue-form.js';
import styles from './dialogues.module.css';

/** Its words, and how much those who come can decide. */
export function WhatFields({ draft, change, faultOf }: DialogueFieldsProps) {
  const { t } = useTranslation(['work-dialogues', 'dialogues']);
  const meanings = DIALOGUE_LEVELS.map((level) => t(`meaning.${level}`));
  /** The sentence follows the level until somebody has written another. */
  const choose = (level: DialogueLevel) => {
    const isOwn = draft.levelMeaning.trim() !== '' && !meanings.includes(draft.levelMeaning);
    change(isOwn ? { level } : { level, levelMeaning: t(`meaning.${level}`) });
  };
  return (
    <div className={styles.fields}>
      <TextField
        label={t('form.title')}
        hint={t('form.titleHint')}
        maxLength={DIALOGUE_LIMITS.titleCharacters}
        value={draft.title}
        error={faultOf('title')}
        onChange={(event) => {
          change({ title: event.target.value });
        }}
      />
      <TextField
        label={t('form.theme')}
        hint={t('form.themeHint')}
        maxLength={DIALOGUE_LIMITS.themeCharacters}
        value={draft.theme}
        error={faultOf('theme')}
        onChange={(event) => {
          change({ theme: event.target.value });
        }}
      />
      <TextArea
        label={t('form.purpose')}
        hint={t('form.purposeHint')}
        rows={3}
        limit={DIALOGUE_LIMITS.purposeCharacters}
        value={draft.purpose}
        error={faultOf('purpose')}
        onChange={(event) => {
          change({ purpose: event.target.value });
        }}
      />
      <RadioChips
        label={t('form.level')}
        hint={t('form.levelHint')}
        value={draft.level}
        options={DIALOGUE_LEVELS.map((value) => ({ value, label: t(`level.${value}`, { ns: 'dialogues' }) }))}
        onChange={choose}
      />
      <TextArea
        label={t('form.meaning')}
        hint={t('form.meaningHint')}
        rows={2}
        limit={DIALOGUE_LIMITS.levelMeaningCharacters}
        value={draft.levelMeaning}
        error={faultOf('levelMeaning')}
        onChange={(event) => {
          change({ levelMeaning: event.target.value });
        }}
      />
      <CheckboxChips
        label={t('form.groups')}
        value={draft.targetGroups}
        error={faultOf('targetGroups', t('form.choose'))}
        options={DIALOGUE_GROUPS.map((value) => ({ value, label: t(`group.${value}`, { ns: 'dialogues' }) }))}
        onChange={(targetGroups) => {
          change({ targetGroups });
        }}
      />
    </div>
  );
}
