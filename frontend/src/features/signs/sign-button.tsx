import { QrCode } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import type { SignPath } from './signs.queries.js';

const SignDialog = lazy(() => import('./sign-dialog.js'));

interface SignButtonProps {
  path: SignPath;
  /** Whether the road can be called something else on the sign. */
  namesRoad?: boolean;
}

/** Opens what a sign at this place would say, to be printed. */
export function SignButton({ path, namesRoad = false }: SignButtonProps) {
  const { t } = useTranslation('work-signs');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        icon={<QrCode size={18} aria-hidden="true" />}
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('open')}
      </Button>
      <Suspense>
        {isOpen && (
          <SignDialog
            path={path}
            namesRoad={namesRoad}
            onClose={() => {
              setOpen(false);
            }}
          />
        )}
      </Suspense>
    </>
  );
}
