import type { StaffLive } from '@lofteskartan/shared/contracts/medborgardialog-statements';
import { LIVE_LIMITS, PIN_KINDS, type PinKind } from '@lofteskartan/shared/medborgardialog-live';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { ErrorState } from '../../ui/states.js';
import { TextField } from '../../ui/text-field.js';
import { useConduct } from './live.queries.js';
import styles from './live.module.css';

/** Asks for pins on the map, and stops asking. */
export function ConductPins({ staff }: { staff: StaffLive }) {
  const { t } = useTranslation(['work-dialogue-live', 'dialogue-live']);
  const { pins, dialogue } = staff.live;
  const [kind, setKind] = useState<PinKind>(pins.kind);
  const [prompt, setPrompt] = useState<string | null>(null);
  const conduct = useConduct(dialogue.reference);
  const words = prompt ?? t(`pins.prompts.${kind}`);
  if (!staff.mayConduct) return <p className={styles.soft}>{pins.prompt ?? t('pins.none')}</p>;
  if (pins.prompt !== null)
    return (
      <div className={styles.stack}>
        <p className={styles.words}>{pins.prompt}</p>
        {pins.count !== null && (
          <p className={styles.soft}>{t('pins.count', { ns: 'dialogue-live', count: pins.count })}</p>
        )}
        <div>
          <Button
            busy={conduct.isPending}
            onClick={() => {
              conduct.mutate({ pinPrompt: null });
            }}
          >
            {t('pins.stop')}
          </Button>
        </div>
        {conduct.error && <ErrorState error={conduct.error} title={t('failed')} />}
      </div>
    );
  return (
    <form
      className={styles.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() !== '' && !conduct.isPending) conduct.mutate({ pinPrompt: words, pinKind: kind });
      }}
    >
      <RadioChips
        label={t('pins.kindLabel')}
        value={kind}
        options={PIN_KINDS.map((value) => ({ value, label: t(`pins.kinds.${value}`) }))}
        onChange={setKind}
      />
      <TextField
        label={t('pins.label')}
        hint={t('pins.hint')}
        maxLength={LIVE_LIMITS.promptCharacters}
        value={words}
        onChange={(event) => {
          setPrompt(event.target.value);
        }}
      />
      <div>
        <Button type="submit" busy={conduct.isPending}>
          {t('pins.start')}
        </Button>
      </div>
      {conduct.error && <ErrorState error={conduct.error} title={t('failed')} />}
    </form>
  );
}
