import { useTranslation } from 'react-i18next';
import { DateField } from '../../ui/text-field.js';
import styles from './editor.module.css';
import { idOf, useEditing, useFault } from './editor-context.js';
import type { PartProps } from './part-props.js';
import { TextInBothField } from './text-in-both.js';

/** What the promise is called, how it begins, and from when to when it holds. */
export function EditorBasics({ content, onChange }: PartProps) {
  const { t } = useTranslation('work-promise');
  const { readOnly } = useEditing();
  const from = useFault('from');
  const to = useFault('to');
  return (
    <section className={styles.part} aria-labelledby="part-basics">
      <h2 id="part-basics">{t('basics.heading')}</h2>
      <TextInBothField
        path="title"
        label={t('basics.title')}
        hint={t('basics.titleHow')}
        value={content.title}
        onChange={(title) => {
          onChange({ title });
        }}
      />
      <TextInBothField
        path="intro"
        label={t('basics.intro')}
        hint={t('basics.introHow')}
        rows={6}
        value={content.intro}
        onChange={(intro) => {
          onChange({ intro });
        }}
      />
      <div className={styles.pair}>
        <DateField
          id={idOf('from')}
          label={t('basics.from')}
          value={content.from}
          error={from}
          readOnly={readOnly}
          onChange={(day) => {
            onChange({ from: day });
          }}
        />
        <DateField
          id={idOf('to')}
          label={t('basics.to')}
          hint={t('basics.toHow')}
          optional
          value={content.to ?? ''}
          error={to}
          readOnly={readOnly}
          onChange={(day) => {
            onChange({ to: day || null });
          }}
        />
      </div>
    </section>
  );
}
