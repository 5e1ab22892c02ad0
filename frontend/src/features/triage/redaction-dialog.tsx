import type { TriagePhoto } from '@lofteskartan/shared/contracts/redactions';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { REDACTION_LIMITS } from '@lofteskartan/shared/vocabulary';
import { useQueryClient } from '@tanstack/react-query';
import { Eye, Plus, Undo2 } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { announce } from '../../ui/live-region.js';
import { Notice } from '../../ui/notice.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { toast } from '../../ui/toast.js';
import { useHeldCase } from './held-case.js';
import { RedactionAreas } from './redaction-areas.js';
import { originalAddress, useRedact } from './redaction.mutations.js';
import { placed } from './redaction.rules.js';
import { RedactionSurface } from './redaction-surface.js';
import styles from './redaction.module.css';
import { caseQuery } from './triage.queries.js';
import { useRegions, type Regions } from './use-regions.js';

interface RedactionDialogProps {
  proposal: TriageProposal;
  photo: TriagePhoto;
  number: number;
  onClose: () => void;
}

/** Where staff draw over faces and number plates. A covered photo is opened as it was sent, and that is written down. */
export function RedactionDialog({ proposal, photo, number, onClose }: RedactionDialogProps) {
  const { t } = useTranslation(['work-photos', 'work-case']);
  const queries = useQueryClient();
  const of = { reference: proposal.reference, photoId: photo.id };
  const redact = useRedact(of);
  const held = useHeldCase({ proposal, act: redact });
  const keysId = useId();
  const { regions, change, undo, canUndo } = useRegions(photo.redaction?.regions ?? []);
  const [selected, setSelected] = useState<number | null>(null);
  const [isResult, setResult] = useState(false);
  const [picture, setPicture] = useState<'loading' | 'shown' | 'failed'>('loading');
  const [isEmpty, setEmpty] = useState(false);
  const [src] = useState(photo.redaction ? originalAddress(of) : photo.url);
  const drawing = useRef<HTMLDivElement>(null);
  // After a part came or went the keys are for the one that is chosen, and without any for the button that adds one.
  const count = regions.length;
  const counted = useRef(count);
  useEffect(() => {
    if (counted.current === count) return;
    counted.current = count;
    const next =
      drawing.current?.querySelector<HTMLElement>('[data-region][data-held]') ??
      drawing.current?.querySelector('button');
    next?.focus({ preventScroll: true });
  }, [count]);
  const isFull = regions.length >= REDACTION_LIMITS.regions;

  const put = (next: Regions, at: number | null) => {
    if (next.length > REDACTION_LIMITS.regions) return;
    if (next.length !== regions.length) announce(t('draw.count', { count: next.length }));
    change(next);
    setSelected(at);
    setEmpty(false);
  };
  const goBack = () => {
    undo();
    setSelected(null);
    announce(t('draw.undone'));
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
      event.preventDefault();
      if (canUndo) goBack();
    };
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('keydown', press);
    };
  });
  const close = () => {
    // The history has a line about the original that was opened.
    if (photo.redaction) void queries.invalidateQueries({ queryKey: caseQuery(proposal.reference).queryKey });
    onClose();
  };
  const save = () => {
    if (redact.isPending) return;
    setEmpty(regions.length === 0);
    if (regions.length === 0) return;
    redact.mutate(
      { version: held.saved.version, regions: [...regions] },
      {
        onSuccess: () => {
          toast(t('saved'));
          onClose();
        },
      },
    );
  };

  return (
    <Dialog
      title={t('draw.title', { number })}
      open
      wide
      insists
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t('draw.cancel')}</Button>
          <Button look="primary" busy={redact.isPending} onClick={save}>
            {t('draw.save')}
          </Button>
        </>
      }
    >
      <div ref={drawing} className={styles.drawing}>
        <p className={styles.soft}>{t('draw.lead')}</p>
        {photo.redaction && <p className={styles.soft}>{t('draw.original')}</p>}
        <div className={styles.tools}>
          <Button
            icon={<Plus size={18} aria-hidden="true" />}
            aria-disabled={isFull || undefined}
            onClick={() => {
              setResult(false);
              put([...regions, placed(regions)], regions.length);
            }}
          >
            {t('draw.add')}
          </Button>
          <Button
            icon={<Undo2 size={18} aria-hidden="true" />}
            aria-disabled={!canUndo || undefined}
            onClick={() => {
              if (canUndo) goBack();
            }}
          >
            {t('draw.undo')}
          </Button>
          <Button
            icon={<Eye size={18} aria-hidden="true" />}
            aria-pressed={isResult}
            onClick={() => {
              setResult(!isResult);
            }}
          >
            {t('draw.result')}
          </Button>
        </div>
        {isFull && <Notice tone="warning">{t('draw.full', { max: REDACTION_LIMITS.regions })}</Notice>}
        {picture === 'failed' ? (
          <Notice tone="error">{t('draw.failed')}</Notice>
        ) : (
          <RedactionSurface
            src={src}
            alt={t('publication.photoAlt', { ns: 'work-case', number })}
            size={photo}
            regions={regions}
            selected={selected}
            isResult={isResult}
            keysId={keysId}
            onChange={put}
            onSelect={setSelected}
            onLoad={() => {
              setPicture('shown');
            }}
            onError={() => {
              setPicture('failed');
            }}
          />
        )}
        <p id={keysId} className={styles.soft}>
          {t('draw.keys')}
        </p>
        {isEmpty && <Notice tone="error">{t(photo.redaction ? 'draw.emptyBefore' : 'draw.empty')}</Notice>}
        <RedactionAreas regions={regions} selected={selected} onChange={put} onSelect={setSelected} />
        <SaveFailed error={redact.error} title={t('draw.saveFailed')} kept={t('draw.kept')} latest={held} />
      </div>
    </Dialog>
  );
}
