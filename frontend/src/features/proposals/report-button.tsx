import { Flag } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadAreas } from '../../platform/i18n.js';
import { Button } from '../../ui/button.js';

const ReportDialog = lazy(async () => {
  const [{ ReportDialog: Dialog }] = await Promise.all([import('./report-dialog.js'), loadAreas(['report'])]);
  return { default: Dialog };
});

/** "Anmäl": tells staff that something here should not be shown. The dialog and its words are fetched when it is pressed. */
export function ReportButton({ reference, title }: { reference: string; title: string }) {
  const { t } = useTranslation('proposals');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        look="quiet"
        icon={<Flag size={18} aria-hidden="true" />}
        aria-label={t('report.doNamed', { title })}
        aria-haspopup="dialog"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('report.do')}
      </Button>
      {isOpen && (
        <Suspense>
          <ReportDialog
            reference={reference}
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
