import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { ChangeTown, Town, TextInBoth, TownLinks } from '@lofteskartan/shared/contracts/town';
import { LANGUAGES } from '@lofteskartan/shared/vocabulary';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { useEdited } from '../../platform/edited.js';
import { Button } from '../../ui/button.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { ContactFields, isWholeContact } from './contact-fields.js';
import { MapFields, readTownMap, wordsOfTownMap } from './map-fields.js';
import { townQuery, useChangeTown } from './town.queries.js';
import styles from './town.module.css';

const LINKS = [
  'website',
  'faultReports',
  'petitions',
  'police',
] as const satisfies readonly (keyof TownLinks)[];
const TEXTS = ['welcome', 'about'] as const;
const LONGEST_TEXT = 1000;
const emptyText: TextInBoth = { sv: '', en: '' };

/** Both languages or neither: half a text would leave the other language with nothing. */
const isHalf = ({ sv, en }: TextInBoth) => (sv.trim() === '') !== (en.trim() === '');
const orNull = ({ sv, en }: TextInBoth) => (sv.trim() === '' ? null : { sv: sv.trim(), en: en.trim() });

const wordsOf = ({ name, shortName, texts, contacts, links, map }: Town) => ({
  name,
  shortName,
  welcome: texts.welcome ?? emptyText,
  about: texts.about ?? emptyText,
  contacts,
  website: links.website ?? '',
  faultReports: links.faultReports ?? '',
  petitions: links.petitions ?? '',
  police: links.police,
  map: wordsOfTownMap(map),
});
type TownWords = ReturnType<typeof wordsOf>;

/** What a municipality says of itself: names, texts, whom to turn to, links, and how its map opens. */
export function TownForm({ town, ground }: { town: Town; ground: Municipality | null }) {
  const { t } = useTranslation('work-town');
  const change = useChangeTown(town.slug);
  const queries = useQueryClient();
  const edited = useEdited({
    saved: town,
    wordsOf,
    read: () => queries.query({ ...townQuery(town.slug), staleTime: 0 }),
    forget: change.reset,
  });
  const { words } = edited;
  const { name, shortName, welcome, about, contacts, map } = words;
  const texts = { welcome, about };
  const [tried, setTried] = useState(false);
  const missing = (text: string) => (tried && text.trim() === '' ? t('required') : undefined);

  /** How a field reads in what is saved. */
  const sayings = (field: keyof TownWords, saved: TownWords): { label: string; value: string }[] => {
    switch (field) {
      case 'name':
      case 'shortName':
        return [{ label: t(`names.${field}`), value: saved[field] }];
      case 'welcome':
      case 'about':
        return LANGUAGES.filter((language) => saved[field][language] !== words[field][language]).map(
          (language) => ({ label: t(`texts.${field}.${language}`), value: saved[field][language] }),
        );
      case 'contacts':
        return [
          {
            label: t('contacts.title'),
            value: saved.contacts.map(({ role, how }) => `${role.sv}: ${how}`).join('\n'),
          },
        ];
      case 'map':
        return [{ label: t('map.title'), value: `${saved.map.center}, ${saved.map.zoom}` }];
      default:
        return [{ label: t(`links.${field}`), value: saved[field] }];
    }
  };

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    const isWrong =
      [name, shortName, words.police].some((text) => text.trim() === '') ||
      TEXTS.some((text) => isHalf(texts[text])) ||
      !contacts.every(isWholeContact);
    const townMap = readTownMap(map, edited.saved.map);
    if (isWrong || !townMap || change.isPending) return;
    const body: ChangeTown = {
      version: edited.saved.version,
      name: name.trim(),
      shortName: shortName.trim(),
      texts: { welcome: orNull(texts.welcome), about: orNull(texts.about) },
      contacts,
      links: {
        website: words.website.trim() || null,
        faultReports: words.faultReports.trim() || null,
        petitions: words.petitions.trim() || null,
        police: words.police.trim(),
      },
      map: townMap,
    };
    change.mutate(body, {
      onSuccess: (saved) => {
        edited.goOn(saved);
        setTried(false);
        toast(t('saved'));
      },
    });
  };

  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <fieldset className={styles.group}>
        <legend>{t('names.title')}</legend>
        <div className={styles.pair}>
          <TextField
            label={t('names.name')}
            autoComplete="off"
            value={name}
            error={missing(name)}
            onChange={(event) => {
              edited.change({ name: event.target.value });
            }}
          />
          <TextField
            label={t('names.shortName')}
            autoComplete="off"
            value={shortName}
            error={missing(shortName)}
            onChange={(event) => {
              edited.change({ shortName: event.target.value });
            }}
          />
        </div>
        <p className={styles.soft}>
          {t('names.fixed', { slug: town.slug, code: town.code, prefix: town.referencePrefix })}
        </p>
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{t('texts.title')}</legend>
        <p className={styles.soft}>{t('texts.how')}</p>
        {TEXTS.map((text) => (
          <div key={text} className={styles.pair}>
            {LANGUAGES.map((language) => (
              <TextArea
                key={language}
                label={t(`texts.${text}.${language}`)}
                optional
                lang={language}
                rows={text === 'welcome' ? 2 : 5}
                limit={LONGEST_TEXT}
                value={texts[text][language]}
                error={
                  tried && isHalf(texts[text]) && texts[text][language].trim() === ''
                    ? t('texts.half')
                    : undefined
                }
                onChange={(event) => {
                  edited.change({
                    [text]: Object.assign({}, texts[text], { [language]: event.target.value }),
                  });
                }}
              />
            ))}
          </div>
        ))}
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{t('contacts.title')}</legend>
        <p className={styles.soft}>{t('contacts.lead')}</p>
        <ContactFields
          value={contacts}
          onChange={(next) => {
            edited.change({ contacts: next });
          }}
          tried={tried}
        />
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{t('links.title')}</legend>
        <p className={styles.soft}>{t('links.lead')}</p>
        {LINKS.map((link) => (
          <TextField
            key={link}
            label={t(`links.${link}`)}
            optional={link !== 'police'}
            autoComplete="off"
            inputMode="url"
            value={words[link]}
            error={
              (link === 'police' ? missing(words.police) : undefined) ??
              change.error?.messageFor(`links.${link}`)
            }
            onChange={(event) => {
              edited.change({ [link]: event.target.value });
            }}
          />
        ))}
      </fieldset>
      <MapFields
        value={map}
        onChange={(next) => {
          edited.change({ map: next });
        }}
        tried={tried}
        town={town}
        ground={ground}
        faultOf={(field) => change.error?.messageFor(`map.${field}`)}
      />
      <SaveFailed
        error={change.error}
        title={t('saveFailed')}
        kept={t('kept')}
        latest={edited}
        now={edited.differences.flatMap((each) => sayings(each.name, each.saved))}
      />
      <div>
        <Button type="submit" look="primary" busy={change.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
