import type { Commitment } from '@lofteskartan/shared/contracts/medborgarlofte';
import type { ImportActivities, ImportReport } from '@lofteskartan/shared/contracts/activity-import';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { Download } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { readText } from '../../platform/read-text.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { SelectField } from '../../ui/select-field.js';
import { ErrorState } from '../../ui/states.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import { download, template, TEMPLATE_NAME } from './csv-file.js';
import { ImportLines } from './import-lines.js';
import { usePreviewImport, useSaveImport } from './import.queries.js';
import styles from './import.module.css';

interface ImportFormProps {
  municipality: string;
  commitments: readonly Commitment[];
}

/** Takes a file or pasted lines, shows what becomes of each, and logs those that are accepted. */
export function ImportForm({ municipality, commitments }: ImportFormProps) {
  const { t } = useTranslation('work-import');
  const preview = usePreviewImport();
  const save = useSaveImport();
  const key = useRef(newKey());
  const [csv, setCsv] = useState('');
  const [onBehalfOf, setOnBehalfOf] = useState('');
  const [sourceNote, setSourceNote] = useState('');
  const [links, setLinks] = useState<ReadonlyMap<number, string>>(new Map());
  const owners = [
    ...new Map(commitments.flatMap((each) => each.owners).map(({ slug, name }) => [slug, name])),
  ].map(([value, label]) => ({ value, label }));
  const bodyWith = (chosen: ReadonlyMap<number, string>): ImportActivities => ({
    municipality,
    csv,
    ...(onBehalfOf ? { onBehalfOf } : {}),
    ...(sourceNote.trim() ? { sourceNote: sourceNote.trim() } : {}),
    ...(chosen.size > 0 ? { links: [...chosen].map(([line, reference]) => ({ line, reference })) } : {}),
  });
  /** What is written anew is looked at anew, and is another intention. */
  const renew = () => {
    key.current = newKey();
    preview.reset();
    save.reset();
    setLinks(new Map());
  };
  const look = (chosen: ReadonlyMap<number, string>) => {
    key.current = newKey();
    setLinks(chosen);
    preview.mutate(bodyWith(chosen));
  };
  if (save.data) return <Saved report={save.data} onAgain={renew} />;
  const report = preview.data;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        look(new Map());
      }}
    >
      <div>
        <p>{t('templateHow')}</p>
        <Button
          look="quiet"
          icon={<Download size={18} aria-hidden="true" />}
          onClick={() => {
            download(TEMPLATE_NAME, template(t('example'), t('exampleDay')));
          }}
        >
          {t('template')}
        </Button>
      </div>
      <SelectField
        label={t('organisation')}
        hint={t('organisationHow')}
        placeholder={t('organisationPick')}
        value={onBehalfOf}
        options={owners}
        onChange={(slug) => {
          renew();
          setOnBehalfOf(slug);
        }}
      />
      <TextField
        label={t('source')}
        hint={t('sourceHow')}
        maxLength={LIMITS.reasonCharacters}
        value={sourceNote}
        onChange={(event) => {
          renew();
          setSourceNote(event.target.value);
        }}
      />
      <TextField
        type="file"
        label={t('file')}
        accept=".csv,.txt,text/csv,text/plain"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (!file) return;
          void readText(file).then((text) => {
            renew();
            setCsv(text);
          });
        }}
      />
      <TextArea
        label={t('csv')}
        hint={t('csvHow')}
        rows={8}
        spellCheck={false}
        value={csv}
        error={preview.error?.messageFor('csv')}
        onChange={(event) => {
          renew();
          setCsv(event.target.value);
        }}
      />
      {preview.error && preview.error.errors.length === 0 && <ErrorState error={preview.error} />}
      <div>
        <Button type="submit" look={report ? 'secondary' : 'primary'} busy={preview.isPending}>
          {t('look')}
        </Button>
      </div>
      {report && (
        <section className={styles.form} aria-labelledby="import-report">
          <h2 id="import-report">{t('report')}</h2>
          <p role="status">
            {t('accepted', { count: report.accepted })} {t('refused', { count: report.refused })}
          </p>
          <ImportLines
            lines={report.lines}
            links={links}
            onLink={(line, reference) => {
              const chosen = new Map(links);
              if (reference) chosen.set(line, reference);
              else chosen.delete(line);
              look(chosen);
            }}
          />
          {save.error && <ErrorState error={save.error} title={t('saveFailed')} />}
          <div>
            <Button
              look="primary"
              busy={save.isPending}
              disabled={report.accepted === 0}
              onClick={() => {
                save.mutate({ body: bodyWith(links), key: key.current });
              }}
            >
              {t('save', { count: report.accepted })}
            </Button>
          </div>
        </section>
      )}
    </form>
  );
}

function Saved({ report, onAgain }: { report: ImportReport; onAgain: () => void }) {
  const { t } = useTranslation('work-import');
  const { refusedCsv, lines } = report;
  return (
    <div className={styles.form}>
      <Notice tone="success" title={t('saved', { count: report.accepted })} announced>
        {t('savedHow')}
      </Notice>
      {refusedCsv && (
        <>
          <p>{t('refusedHow')}</p>
          <div>
            <Button
              icon={<Download size={18} aria-hidden="true" />}
              onClick={() => {
                download('rader-att-ratta.csv', refusedCsv);
              }}
            >
              {t('refusedFile', { count: report.refused })}
            </Button>
          </div>
          <ImportLines lines={lines.filter(({ state }) => state !== 'accepted')} links={new Map()} />
        </>
      )}
      <div className={styles.head}>
        <ButtonLink to="/arbete/insatser" look="primary">
          {t('toList')}
        </ButtonLink>
        <Button onClick={onAgain}>{t('again')}</Button>
      </div>
    </div>
  );
}
