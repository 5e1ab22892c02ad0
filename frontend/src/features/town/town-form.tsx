import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { ChangeTown, Town, TextInBoth, TownLinks } from '@lofteskartan/shared/contracts/town';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { ErrorState } from '../../ui/states.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { ContactFields, isWholeContact } from './contact-fields.js';
import { MapFields, readTownMap, type TownMapWords, wordsOfTownMap } from './map-fields.js';
import { useChangeTown } from './town.queries.js';
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

/** What a municipality says of itself: names, texts, whom to turn to, links, and how its map opens. */
export function TownForm({ town, ground }: { town: Town; ground: Municipality | null }) {
  const { t } = useTranslation('work-town');
  const change = useChangeTown(town.slug);
  const [name, setName] = useState(town.name);
  const [shortName, setShortName] = useState(town.shortName);
  const [texts, setTexts] = useState({
    welcome: town.texts.welcome ?? emptyText,
    about: town.texts.about ?? emptyText,
  });
  const [contacts, setContacts] = useState(town.contacts);
  const [links, setLinks] = useState({
    website: town.links.website ?? '',
    faultReports: town.links.faultReports ?? '',
    petitions: town.links.petitions ?? '',
    police: town.links.police,
  });
  const [map, setMap] = useState<TownMapWords>(wordsOfTownMap(town.map));
  const [tried, setTried] = useState(false);
  const missing = (text: string) => (tried && text.trim() === '' ? t('required') : undefined);

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    const isWrong =
      [name, shortName, links.police].some((text) => text.trim() === '') ||
      TEXTS.some((text) => isHalf(texts[text])) ||
      !contacts.every(isWholeContact);
    const townMap = readTownMap(map, town.map);
    if (isWrong || !townMap || change.isPending) return;
    const body: ChangeTown = {
      version: town.version,
      name: name.trim(),
      shortName: shortName.trim(),
      texts: { welcome: orNull(texts.welcome), about: orNull(texts.about) },
      contacts,
      links: {
        website: links.website.trim() || null,
        faultReports: links.faultReports.trim() || null,
        petitions: links.petitions.trim() || null,
        police: links.police.trim(),
      },
      map: townMap,
    };
    change.mutate(body, {
      onSuccess: () => {
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
              setName(event.target.value);
            }}
          />
          <TextField
            label={t('names.shortName')}
            autoComplete="off"
            value={shortName}
            error={missing(shortName)}
            onChange={(event) => {
              setShortName(event.target.value);
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
            {(['sv', 'en'] as const).map((language) => (
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
                  setTexts({
                    ...texts,
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
        <ContactFields value={contacts} onChange={setContacts} tried={tried} />
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
            value={links[link]}
            error={
              (link === 'police' ? missing(links.police) : undefined) ??
              change.error?.messageFor(`links.${link}`)
            }
            onChange={(event) => {
              setLinks({ ...links, [link]: event.target.value });
            }}
          />
        ))}
      </fieldset>
      <MapFields
        value={map}
        onChange={setMap}
        tried={tried}
        town={town}
        ground={ground}
        faultOf={(field) => change.error?.messageFor(`map.${field}`)}
      />
      {change.error && <ErrorState error={change.error} title={t('saveFailed')} kept={t('kept')} />}
      <div>
        <Button type="submit" look="primary" busy={change.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
