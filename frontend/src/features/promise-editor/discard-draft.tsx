import type { PromiseDraft } from '@lofteskartan/shared/promise-content';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { dropDraft } from '../../platform/draft.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { ErrorState } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import { useDiscardDraft } from './promise-editor.queries.js';
import { keptName } from './use-autosave.js';

/** Throws a draft away, after a question. */
export function DiscardDraft({ draft }: { draft: PromiseDraft }) {
  const { t } = useTranslation('work-promise');
  const navigate = useNavigate();
  const discard = useDiscardDraft();
  const [isAsked, setAsked] = useState(false);
  return (
    <div>
      <Button
        look="quiet"
        onClick={() => {
          setAsked(true);
        }}
      >
        {t('discard.ask')}
      </Button>
      <Dialog
        title={t('discard.title')}
        open={isAsked}
        insists
        onClose={() => {
          setAsked(false);
        }}
        actions={
          <>
            <Button
              onClick={() => {
                setAsked(false);
              }}
            >
              {t('keep')}
            </Button>
            <Button
              look="danger"
              busy={discard.isPending}
              onClick={() => {
                discard.mutate(draft.id, {
                  onSuccess: () => {
                    dropDraft(keptName(draft.id));
                    toast(t('discard.done'));
                    void navigate(`/arbete/admin/lofte?municipality=${draft.municipality}`);
                  },
                });
              }}
            >
              {t('discard.yes')}
            </Button>
          </>
        }
      >
        <p>{t(draft.promiseId ? 'discard.howChange' : 'discard.how')}</p>
        {discard.error && <ErrorState error={discard.error} />}
      </Dialog>
    </div>
  );
}
