import type { PersonalDataFinding } from '@lofteskartan/shared/contracts/proposals';
import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '../../ui/visually-hidden.js';
import styles from './case-words.module.css';
import { cutAtFindings } from './highlight.js';

interface MarkedTextProps {
  text: string;
  field: string;
  findings: readonly PersonalDataFinding[];
}

/** A resident's words, with what looks like personal data marked by line, tint and a word for the ear. */
export function MarkedText({ text, field, findings }: MarkedTextProps) {
  const { t } = useTranslation('words');
  return cutAtFindings(text, field, findings).map((part, index) =>
    part.found ? (
      <mark key={index} className={styles.found} title={t(`personalData.${part.found}`)}>
        {part.text}
        <VisuallyHidden> ({t(`personalData.${part.found}`)})</VisuallyHidden>
      </mark>
    ) : (
      <span key={index}>{part.text}</span>
    ),
  );
}
