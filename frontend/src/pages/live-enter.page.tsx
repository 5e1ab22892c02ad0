import { DIALOGUE_CODE_PATTERN } from '@lofteskartan/shared/medborgardialog';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import styles from '../features/dialogue-live/live.module.css';
import { Button } from '../ui/button.js';
import { PageTitle } from '../ui/page-title.js';
import { TextField } from '../ui/text-field.js';

/** `/live`: where somebody types the code on the screen. */
export default function LiveEnterPage() {
  const { t } = useTranslation('dialogue-live');
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const code = typed.replace(/\s/g, '').toUpperCase();
  const isCode = DIALOGUE_CODE_PATTERN.test(code);
  return (
    <div className={`wrap ${styles.page}`}>
      <PageTitle title={t('enter.title')} lead={t('enter.lead')} />
      <form
        className={styles.stack}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (isCode) void navigate(`/live/${code}`);
        }}
      >
        <TextField
          className={styles.code}
          label={t('enter.code')}
          hint={t('enter.codeHint')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={typed}
          error={tried && !isCode ? t('enter.wrong') : undefined}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
        <div>
          <Button type="submit" look="primary">
            {t('enter.go')}
          </Button>
        </div>
      </form>
    </div>
  );
}
