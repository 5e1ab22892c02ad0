import { useMutation } from '@tanstack/react-query';
import { FileDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api } from '../../platform/api.js';
import { saveAs } from '../../platform/save-as.js';
import { Button } from '../../ui/button.js';
import { announce } from '../../ui/live-region.js';
import { Notice } from '../../ui/notice.js';

/** The sender's own data and photos as a file. */
export function OwnData({ reference, followToken }: { reference: string; followToken: string }) {
  const { t } = useTranslation('own-page');
  const fetching = useMutation<Blob>({
    mutationFn: () => api.file('/follow/data', { followToken }),
    onSuccess: (zip) => {
      saveAs(`${reference}.zip`, zip);
      announce(t('data.done'));
    },
  });
  return (
    <>
      <p>{t('data.about')}</p>
      <Button
        icon={<FileDown size={18} aria-hidden="true" />}
        busy={fetching.isPending}
        onClick={() => {
          fetching.mutate();
        }}
      >
        {t('data.fetch')}
      </Button>
      {fetching.error && (
        <Notice tone="error" title={t('data.failed')}>
          {fetching.error.detail || t('data.tryAgain')}
        </Notice>
      )}
    </>
  );
}
