import { Camera, ImageOff, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldError, FieldHint, OptionalMark, useFieldIds } from './field.js';
import field from './field.module.css';
import { announce } from './live-region.js';
import styles from './photo-field.module.css';

/** What phones and computers make; the server looks at the content and decides. */
const ACCEPTED = 'image/jpeg,image/png,image/webp,image/heic,image/heif';

function Preview({ file }: { file: File }) {
  const { t } = useTranslation('ui');
  const [unseen, setUnseen] = useState(false);
  if (unseen)
    return (
      <span className={styles.unseen}>
        <ImageOff size={22} aria-hidden="true" />
        {t('photos.noPreview')}
        <span className={styles.name}>{file.name}</span>
      </span>
    );
  return (
    <img
      ref={(image) => {
        if (!image) return undefined;
        const address = URL.createObjectURL(file);
        image.src = address;
        return () => {
          URL.revokeObjectURL(address);
        };
      }}
      alt={file.name}
      onError={() => {
        setUnseen(true);
      }}
    />
  );
}

export interface PhotoFieldProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  optional?: boolean;
  photos: readonly File[];
  onChange: (photos: File[]) => void;
  max: number;
}

/** Photos from the camera or the library, with previews that can be removed. HEIC is kept though browsers cannot show it. */
export function PhotoField({ label, hint, error, optional, photos, onChange, max }: PhotoFieldProps) {
  const { t } = useTranslation('ui');
  const ids = useFieldIds({ label, hint, error, optional });
  const change = (next: File[]) => {
    onChange(next);
    announce(t('photos.count', { count: next.length }));
  };
  return (
    <fieldset className={field.field} aria-describedby={ids['aria-describedby']}>
      <legend className={field.legend}>
        {label}
        {optional && <OptionalMark />}
      </legend>
      <FieldHint id={ids.id} hint={hint} />
      <ul className={styles.list}>
        {photos.map((file, index) => (
          <li key={`${file.name}-${String(file.lastModified)}-${String(index)}`} className={styles.photo}>
            <Preview file={file} />
            <button
              type="button"
              className={styles.remove}
              aria-label={t('photos.remove', { name: file.name })}
              onClick={() => {
                change(photos.filter((_, each) => each !== index));
              }}
            >
              <X size={20} aria-hidden="true" />
            </button>
          </li>
        ))}
        {photos.length < max && (
          <li>
            <label className={styles.add}>
              <Camera size={24} aria-hidden="true" />
              {t('photos.add')}
              <input
                type="file"
                accept={ACCEPTED}
                multiple={max - photos.length > 1}
                onChange={(event) => {
                  change([...photos, ...(event.target.files ?? [])].slice(0, max));
                  event.target.value = '';
                }}
              />
            </label>
          </li>
        )}
      </ul>
      {photos.length >= max && <p className={field.hint}>{t('photos.full')}</p>}
      <FieldError id={ids.id} error={error} />
    </fieldset>
  );
}
