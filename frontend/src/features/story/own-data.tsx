import { useMutation } from '@tanstack/react-query';
import { FileDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api } from '../../platform/api.js';
import { Button } from '../../ui/button.js';
import { announce } from '../../ui/live-region.js';
import { Notice } from '../../ui/notice.js';

/** Hands bytes to the browser as a file: the token goes in a header, which no link can carry. */
function saveAs(name: string, bytes: Blob): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}

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
