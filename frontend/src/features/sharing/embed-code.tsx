import type { Commitment } from '@lofteskartan/shared/contracts/medborgarlofte';
import { LANGUAGES, type Language } from '@lofteskartan/shared/vocabulary';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../../platform/clipboard.js';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { SelectField } from '../../ui/select-field.js';
import { TextArea } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import styles from './sharing.module.css';

const WHOLE = 'whole';

interface EmbedCodeProps {
  municipality: string;
  /** The promise's title. */
  title: string;
  commitments: readonly Commitment[];
}

const inAttribute = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');

/** The code that shows the promise, or one commitment, in a frame of another website. */
export function EmbedCode({ municipality, title, commitments }: EmbedCodeProps) {
  const { t } = useTranslation('work-share');
  const [what, setWhat] = useState(WHOLE);
  const [language, setLanguage] = useState<Language>('sv');
  const commitment = commitments.find(({ slug }) => slug === what);
  const path = commitment ? `/${commitment.slug}` : '';
  const address = `${window.location.origin}/embed/${municipality}${path}${language === 'sv' ? '' : '?language=en'}`;
  const name = inAttribute(t('frameTitle', { title: commitment?.title ?? title, lng: language }));
  const height = commitment ? 520 : 900;
  const code = `<iframe src="${address}" title="${name}" width="100%" height="${String(height)}" loading="lazy" referrerpolicy="strict-origin-when-cross-origin"></iframe>`;
  return (
    <section className={styles.part} aria-labelledby="embed">
      <h2 id="embed">{t('embed')}</h2>
      <p className={styles.soft}>{t('embedLead')}</p>
      <SelectField
        label={t('embedWhat')}
        value={what}
        options={[
          { value: WHOLE, label: t('whole') },
          ...commitments.map(({ slug, number, title: label }) => ({
            value: slug,
            label: `${String(number)}. ${label}`,
          })),
        ]}
        onChange={setWhat}
      />
      <RadioChips
        label={t('language')}
        value={language}
        options={LANGUAGES.map((each) => ({ value: each, label: t(each) }))}
        onChange={setLanguage}
      />
      <TextArea label={t('code')} rows={5} readOnly spellCheck={false} value={code} />
      <div className={styles.acts}>
        <Button
          icon={<Copy size={18} aria-hidden="true" />}
          onClick={() => {
            void copyText(code).then((isCopied) => {
              toast(t(isCopied ? 'codeCopied' : 'copyFailed'));
            });
          }}
        >
          {t('copyCode')}
        </Button>
        <a className={styles.way} href={address}>
          {t('see')}
        </a>
      </div>
      <p className={styles.soft}>{t('origins')}</p>
    </section>
  );
}
