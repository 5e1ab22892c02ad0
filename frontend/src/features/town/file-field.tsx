import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readText } from '../../platform/read-text.js';
import { TOWN_FILE_CHARACTERS } from './file-limits.js';
import { TextField } from '../../ui/text-field.js';

interface FileFieldProps {
  label: string;
  hint?: string;
  /** `.geojson,.json` */
  accept: string;
  error?: string;
  onText: (text: string, name: string) => void;
}

/** Takes a text file from the device. What is too large to be sent is said here. */
export function FileField({ label, hint, accept, error, onText }: FileFieldProps) {
  const { t } = useTranslation('work-town');
  const [isTooLarge, setTooLarge] = useState(false);
  return (
    <TextField
      type="file"
      label={label}
      hint={hint}
      accept={accept}
      error={isTooLarge ? t('file.tooLarge') : error}
      onChange={(event) => {
        const file = event.target.files?.[0];
        if (!file) return;
        setTooLarge(file.size > TOWN_FILE_CHARACTERS);
        if (file.size <= TOWN_FILE_CHARACTERS)
          void readText(file).then((text) => {
            onText(text, file.name);
          });
      }}
    />
  );
}
