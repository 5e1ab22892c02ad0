import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { usePublicTextWarning } from '../../platform/public-text.js';
import { Notice } from '../../ui/notice.js';
import { TextArea } from '../../ui/text-field.js';
import { languagesOf, needOf, needsText } from './bulk-draft.js';
import type { BulkPartProps } from './bulk-fields.js';
import { TemplatePicker } from './template-picker.js';

/** The words of a move of several, from a template or one's own, in each language in which somebody sent something in. */
export function BulkWords({ items, draft, faults, onChange }: BulkPartProps) {
  const { t } = useTranslation('work-desk');
  const { number } = useFormats();
  const languages = languagesOf(items);
  const warning = usePublicTextWarning(languages.map((language) => draft.texts[language]).join('\n'));
  if (draft.to === null || draft.to === 'hidden') return null;
  return (
    <>
      <TemplatePicker
        status={draft.to}
        {...needOf(items, draft)}
        onPick={({ text }) => {
          onChange({ texts: { sv: text.sv, en: text.en } });
        }}
      />
      {languages.map((language) => {
        const fault = faults.get(language);
        const count = items.filter((each) => each.language === language).length;
        return (
          <TextArea
            key={language}
            label={languages.length === 1 ? t('bulk.text') : t(`bulk.textIn.${language}`)}
            hint={t('bulk.textHow', { count, number: number(count) })}
            lang={language}
            optional={!needsText(draft)}
            rows={5}
            limit={LIMITS.publicTextCharacters}
            value={draft.texts[language]}
            error={fault && t(`bulk.${fault}`)}
            onChange={(event) => {
              onChange({ texts: { ...draft.texts, [language]: event.target.value } });
            }}
          />
        );
      })}
      {warning && (
        <Notice tone="warning" announced>
          {warning}
        </Notice>
      )}
    </>
  );
}
