import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/text-field.js';
import { shortFrom, slugFrom } from './new-town-draft.js';
import type { NewTownPartProps } from './new-town-part.js';
import styles from './town.module.css';

/** What the new municipality is called: everywhere, in addresses, in numbers. */
export function NewTownNames({ draft, change, errorOf }: NewTownPartProps) {
  const { t } = useTranslation('work-town');
  return (
    <fieldset className={styles.group}>
      <legend>{t('names.title')}</legend>
      <div className={styles.pair}>
        <TextField
          label={t('names.name')}
          hint={t('newTown.nameHow')}
          autoComplete="off"
          maxLength={80}
          value={draft.name}
          error={errorOf('name')}
          onChange={({ target: { value } }) => {
            const shortName = shortFrom(value);
            // What was written by hand stays.
            const isOwn = draft.shortName !== shortFrom(draft.name);
            change({
              name: value,
              ...(isOwn ? {} : { shortName, slug: slugFrom(shortName), officeName: value }),
            });
          }}
        />
        <TextField
          label={t('names.shortName')}
          hint={t('newTown.shortNameHow')}
          autoComplete="off"
          maxLength={40}
          value={draft.shortName}
          error={errorOf('shortName')}
          onChange={({ target: { value } }) => {
            change({ shortName: value, slug: slugFrom(value) });
          }}
        />
      </div>
      <div className={styles.pair}>
        <TextField
          label={t('newTown.code')}
          hint={t('newTown.codeHow')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          className={styles.short}
          value={draft.code}
          error={errorOf('code')}
          onChange={({ target: { value } }) => {
            change({ code: value });
          }}
        />
        <TextField
          label={t('newTown.referencePrefix')}
          hint={t('newTown.referencePrefixHow')}
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={6}
          className={styles.short}
          value={draft.referencePrefix}
          error={errorOf('referencePrefix')}
          onChange={({ target: { value } }) => {
            change({ referencePrefix: value.toLocaleUpperCase('sv') });
          }}
        />
      </div>
      <TextField
        label={t('newTown.slug')}
        hint={t('newTown.slugHow')}
        autoComplete="off"
        autoCapitalize="none"
        maxLength={40}
        value={draft.slug}
        error={errorOf('slug')}
        onChange={({ target: { value } }) => {
          change({ slug: value });
        }}
      />
    </fieldset>
  );
}
