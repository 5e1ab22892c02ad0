import type { NamedPlace } from '@lofteskartan/shared/contracts/municipalities';
import type { ProposalDetails } from '@lofteskartan/shared/contracts/proposal-details';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { LIMITS, PROPOSAL_KINDS, type ProposalKind } from '@lofteskartan/shared/vocabulary';
import { MapPin } from 'lucide-react';
import { lazy, Suspense, useCallback, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../platform/draft.js';
import { differing, rebase } from '../../platform/rebase.js';
import { KIND_SHAPES } from '../../platform/looks.js';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { Glyph } from '../../ui/glyphs/glyph.js';
import { Notice } from '../../ui/notice.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useCorrect } from './case.mutations.js';
import { readDegrees } from './correction.rules.js';
import { correctionBody, correctionOf, emptyDetails, type CorrectionDraft } from './correction-draft.js';
import { CorrectionDetails } from './correction-details.js';
import styles from './decision.module.css';
import { useHeldCase } from './held-case.js';
import { useWorkplace } from './workplace.js';

const PlaceDialog = lazy(() => import('../../map/place-dialog.js'));

const LABELS = { lat: 'correction.lat', lng: 'correction.lng', placeName: 'place.name' } as const;

interface CorrectionProps {
  proposal: TriageProposal;
  places: readonly NamedPlace[];
  onDone: () => void;
}

/** Puts right what was sent: kind, place, answers; with a reason. The original stays in the history. */
export function Correction({ proposal, places, onDone }: CorrectionProps) {
  const { t } = useTranslation(['work-case', 'words']);
  const { session, municipalities } = useWorkplace();
  const municipality = municipalities.find(({ slug }) => slug === proposal.municipality);
  const correct = useCorrect(proposal.reference);
  const begin = useCallback(() => correctionOf(proposal), [proposal]);
  const draft = useDraft<CorrectionDraft>(
    `work.${session.accountId}.correction.${proposal.reference}`,
    1,
    begin,
  );
  const [isPicking, setPicking] = useState(false);
  const [tried, setTried] = useState(false);
  const { value, change } = draft;
  const position = readDegrees(value.lat, value.lng);
  const held = useHeldCase({
    proposal,
    act: correct,
    onRead: (latest, before) => {
      change(rebase(value, correctionOf(before), correctionOf(latest)));
    },
  });
  const saved = correctionOf(held.saved);
  const body = correctionBody(held.saved, value);
  const isNothing = Object.keys(body).every((key) => key === 'reason' || key === 'version');

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (position === 'wrong' || !value.reason.trim() || isNothing || correct.isPending) return;
    correct.mutate(body, {
      onSuccess: () => {
        draft.drop();
        toast(t('correction.saved'));
        onDone();
      },
    });
  };
  const changeKind = (kind: ProposalKind) => {
    const details: ProposalDetails = kind === proposal.kind ? proposal.details : emptyDetails(kind);
    change({ kind, details });
  };

  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <p className={styles.soft}>{t('correction.lead')}</p>
      <RadioChips
        label={t('correction.kind')}
        value={value.kind}
        options={PROPOSAL_KINDS.map((kind) => ({
          value: kind,
          label: t(`kind.${kind}`, { ns: 'words' }),
          icon: <Glyph shape={KIND_SHAPES[kind]} size={18} />,
        }))}
        onChange={changeKind}
      />
      {value.kind !== proposal.kind && <Notice tone="warning">{t('correction.kindWarning')}</Notice>}
      <div className={styles.pair}>
        <TextField
          label={t('correction.lat')}
          hint={t('correction.positionHint')}
          inputMode="decimal"
          value={value.lat}
          error={tried && position === 'wrong' ? t('correction.positionWrong') : undefined}
          onChange={(event) => {
            change({ lat: event.target.value });
          }}
        />
        <TextField
          label={t('correction.lng')}
          inputMode="decimal"
          value={value.lng}
          onChange={(event) => {
            change({ lng: event.target.value });
          }}
        />
        {municipality && (
          <Button
            icon={<MapPin size={18} aria-hidden="true" />}
            aria-haspopup="dialog"
            onClick={() => {
              setPicking(true);
            }}
          >
            {t('correction.pick')}
          </Button>
        )}
      </div>
      <TextField
        label={t('place.name')}
        optional
        maxLength={LIMITS.placeNameCharacters}
        value={value.placeName}
        onChange={(event) => {
          change({ placeName: event.target.value });
        }}
      />
      <CorrectionDetails
        details={value.details}
        onChange={(details) => {
          change({ details });
        }}
      />
      <TextField
        label={t('correction.reason')}
        hint={t('decision.noteHint')}
        maxLength={LIMITS.reasonCharacters}
        value={value.reason}
        error={tried && !value.reason.trim() ? t('correction.reasonMissing') : undefined}
        onChange={(event) => {
          change({ reason: event.target.value });
        }}
      />
      {tried && isNothing && <Notice tone="error">{t('correction.nothing')}</Notice>}
      <SaveFailed
        error={correct.error}
        title={t('correction.failed')}
        kept={t('decision.kept')}
        latest={held}
        now={differing(value, saved).flatMap((name) =>
          name === 'reason' || name === 'details'
            ? []
            : [
                name === 'kind'
                  ? { label: t('correction.kind'), value: t(`kind.${saved.kind}`, { ns: 'words' }) }
                  : { label: t(LABELS[name]), value: saved[name] },
              ],
        )}
      />
      <div className={styles.actions}>
        <Button type="submit" busy={correct.isPending}>
          {t('correction.save')}
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            draft.drop();
            onDone();
          }}
        >
          {t('correction.cancel')}
        </Button>
      </div>
      {isPicking && municipality && (
        <Suspense fallback={null}>
          <PlaceDialog
            title={t('place.put')}
            ground={municipality}
            place={municipality.shortName}
            places={places}
            start={position === 'wrong' || position === null ? undefined : position}
            onPick={([lng, lat]) => {
              change({ lat: lat.toFixed(5), lng: lng.toFixed(5) });
              setPicking(false);
            }}
            onClose={() => {
              setPicking(false);
            }}
          />
        </Suspense>
      )}
    </form>
  );
}
