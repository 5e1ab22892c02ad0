import type { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useLinkProposals } from './inventory.queries.js';
import styles from './inventory.module.css';
import { TellChoice } from './tell-choice.js';
import { tellableMeasures } from './told-people.js';

/** Links proposals to a place by their numbers. */
export function LinkForm({ place }: { place: StaffPlace }) {
  const { t } = useTranslation('work-inventory');
  const link = useLinkProposals();
  const [text, setText] = useState('');
  const [tellOf, setTellOf] = useState<string | null>(null);
  const measures = tellableMeasures(place);
  const proposals = [
    ...new Set(
      text
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ];
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (proposals.length === 0 || link.isPending) return;
        const { reference, version } = place;
        link.mutate(
          { reference, version, proposals, ...(tellOf === null ? {} : { tellOf }) },
          {
            onSuccess: () => {
              setText('');
              setTellOf(null);
              toast(t(tellOf === null ? 'proposals.linked' : 'proposals.linkedAndTold'));
            },
          },
        );
      }}
    >
      <div className={styles.pair}>
        <TextField
          label={t('proposals.linkLabel')}
          hint={t('proposals.linkHint')}
          autoComplete="off"
          value={text}
          error={link.error && (link.error.errors[0]?.message ?? link.error.detail)}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        {measures.length === 0 && <LinkButton busy={link.isPending} />}
      </div>
      {measures.length > 0 && (
        <>
          {proposals.length > 0 && (
            <TellChoice measures={measures} proposals={proposals} value={tellOf} onChange={setTellOf} />
          )}
          <LinkButton busy={link.isPending} />
        </>
      )}
    </form>
  );
}

function LinkButton({ busy }: { busy: boolean }) {
  const { t } = useTranslation('work-inventory');
  return (
    <div>
      <Button type="submit" busy={busy}>
        {t('proposals.linkSave')}
      </Button>
    </div>
  );
}
