import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../platform/api.js';
import { Button } from '../../ui/button.js';
import { Part } from '../../ui/part.js';
import { AboutFields } from './about-fields.js';
import { AgendaFields } from './agenda-fields.js';
import { missingOf, type DialogueDraft } from './dialogue-draft.js';
import styles from './dialogues.module.css';
import { OtherWordsFields } from './other-words-fields.js';
import { PresidiumFields } from './presidium-fields.js';
import { WhatFields } from './what-fields.js';
import { WhenFields } from './when-fields.js';
import { WhereFields } from './where-fields.js';

/** What every part of the form works with. */
export interface DialogueFieldsProps {
  draft: DialogueDraft;
  change: (part: Partial<DialogueDraft>) => void;
  /** What is wrong with a field, once somebody has tried to save. */
  faultOf: (field: keyof DialogueDraft, words?: string) => string | undefined;
}

interface DialogueFormProps extends Pick<DialogueFieldsProps, 'draft' | 'change'> {
  municipality: Municipality | undefined;
  busy: boolean;
  error: Problem | null;
  /** What stands above the buttons when saving failed. */
  failed: ReactNode;
  onSave: () => void;
  onCancel: () => void;
}

/** What a medborgardialog is about, when and where it is held, and who may decide what. */
export function DialogueForm(props: DialogueFormProps) {
  const { draft, change, municipality, busy, error, failed, onSave, onCancel } = props;
  const { t } = useTranslation('work-dialogues');
  const [tried, setTried] = useState(false);
  const missing = missingOf(draft);
  const faultOf: DialogueFieldsProps['faultOf'] = (field, words = t('form.missing')) =>
    tried && missing.includes(field) ? words : error?.messageFor(field);
  const fields = { draft, change, faultOf };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (missing.length === 0 && !busy) onSave();
      }}
    >
      <Part id="what" title={t('form.what')}>
        <WhatFields {...fields} />
      </Part>
      <Part id="when" title={t('form.when')}>
        <WhenFields {...fields} />
      </Part>
      <Part id="where" title={t('form.where')}>
        <WhereFields {...fields} municipality={municipality} />
      </Part>
      <Part id="agenda" title={t('form.agenda')}>
        <AgendaFields {...fields} />
      </Part>
      <Part id="presidium" title={t('form.presidium')}>
        <PresidiumFields {...fields} />
      </Part>
      {municipality && (
        <Part id="about" title={t('form.about')}>
          <AboutFields {...fields} municipality={municipality} error={error} />
        </Part>
      )}
      <Part id="words" title={t('form.words')}>
        <OtherWordsFields {...fields} />
      </Part>
      {tried && missing.length > 0 && <p role="alert">{t('form.incomplete')}</p>}
      {failed}
      <div className={styles.actions}>
        <Button type="submit" look="primary" busy={busy}>
          {t('form.save')}
        </Button>
        <Button onClick={onCancel}>{t('form.cancel')}</Button>
      </div>
    </form>
  );
}
