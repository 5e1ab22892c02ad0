import type { Municipality, NamedPlace } from '@lofteskartan/shared/contracts/municipalities';
import type { FieldProblem } from '@lofteskartan/shared/contracts/problem';
import type { ProposalReceipt } from '@lofteskartan/shared/contracts/proposals';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { useDraft } from '../../../platform/draft.js';
import { StepHeader } from '../../../ui/step-header.js';
import { keepOwnProposal } from '../own-proposals.js';
import { similarProposalsQuery } from '../proposals.queries.js';
import { askedPlace } from './asked-place.js';
import { CausesStep } from './causes-step.js';
import { forgetOldContact } from './contact-draft.js';
import styles from './form.module.css';
import { keepPhotos } from './photo-store.js';
import { PlaceStep } from './place-step.js';
import { PreviewStep } from './preview-step.js';
import { draftName, DRAFT_VERSION, emptyDraft, isUntouched } from './proposal-draft.js';
import { Receipt } from './receipt.js';
import type { Sent } from './sending.js';
import { SimilarStep } from './similar-step.js';
import { StartStep } from './start-step.js';
import type { StepProps } from './step-props.js';
import { stepOfField } from './steps.js';
import { TopicStep } from './topic-step.js';
import { TrafficStep } from './traffic-step.js';
import { usePhotos } from './use-photos.js';
import { useSending } from './use-sending.js';
import { useSteps } from './use-steps.js';
import { WhenStep } from './when-step.js';
import { WordsStep } from './words-step.js';

/** How long the way on may wait for what neighbours asked. Milliseconds. */
const SIMILAR_PATIENCE = 4000;

/** The receipt stands in the history entry: it survives a reload, and goes when the tab goes. */
interface ReceiptState {
  receipt: ProposalReceipt;
  asFirstSent: boolean;
  mailTo: string | null;
  photosName: string;
}

export interface ProposalFormProps {
  municipality: Municipality;
  kind: ProposalKind;
  places: readonly NamedPlace[];
}

/** The form for one kind: a question a screen, a draft that survives, one key for all attempts, a receipt. */
export function ProposalForm({ municipality, kind, places }: ProposalFormProps) {
  const { t } = useTranslation('form');
  const { slug } = municipality;
  const home = `/${slug}`;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const location = useLocation();
  const { pathname } = location;
  const [parameters] = useSearchParams();
  const done = (location.state as { done?: ReceiptState } | null)?.done;

  const [name] = useState(() => {
    const kept = draftName(slug, kind);
    forgetOldContact(kept);
    return kept;
  });
  const { value: draft, change, drop, restoredFrom } = useDraft(name, DRAFT_VERSION, emptyDraft);
  const photosName = `photos.${draft.key}`;
  const { photos, change: changePhotos, isKept } = usePhotos(photosName);
  const [faults, setFaults] = useState<readonly FieldProblem[]>([]);

  const position = draft.inWordsOnly ? null : draft.position;
  const similar = useQuery(similarProposalsQuery(kind, position));
  const hasSimilar = (similar.data?.length ?? 0) > 0;
  const { step, steps, index, goTo, goBack, next } = useSteps(kind, draft, hasSimilar, home);
  const goOn = useCallback(() => {
    if (next) goTo(next);
  }, [next, goTo]);

  useEffect(
    function rememberTheScreen() {
      if (step !== 'start' && step !== draft.step) change({ step });
    },
    [step, draft.step, change],
  );
  useEffect(
    function passOverWhatNobodyAsked() {
      if (step !== 'similar' || hasSimilar) return undefined;
      const pass = () => {
        const after = steps[steps.indexOf('similar') + 1];
        if (after) goTo(after, { replace: true });
      };
      const timer = setTimeout(pass, similar.isPending ? SIMILAR_PATIENCE : 0);
      return () => {
        clearTimeout(timer);
      };
    },
    [step, hasSimilar, similar.isPending, steps, goTo],
  );

  const onSent = ({ receipt, asFirstSent, mailTo }: Sent) => {
    const { reference, followToken, municipality: sentTo, createdAt } = receipt;
    keepOwnProposal({ reference, followToken, kind, municipality: sentTo, sentAt: createdAt });
    const arrived: ReceiptState = { receipt, asFirstSent, mailTo, photosName };
    void queries.invalidateQueries({ queryKey: ['proposals'] });
    void navigate({ pathname }, { replace: true, state: { done: arrived } });
    drop();
  };
  const onFaults = (found: readonly FieldProblem[]) => {
    setFaults(found);
    const [first] = found;
    const at = first && stepOfField(first.field, kind);
    if (at && at !== step) goTo(at);
  };
  const trap = useRef<HTMLInputElement>(null);
  const { sending, send, cancel } = useSending({
    municipality: slug,
    takesContact: municipality.mail,
    kind,
    draft,
    change,
    trap,
    onSent,
    onFaults,
  });
  const [waited] = useState(() => draft.waiting && !done);
  const hasResumed = useRef(false);
  useEffect(
    function sendWhatWaitedWhenThePageWasClosed() {
      if (!waited || hasResumed.current) return;
      hasResumed.current = true;
      goTo('preview', { replace: true });
      void send();
    },
    [waited, goTo, send],
  );

  if (done)
    return (
      <Receipt
        municipality={municipality}
        {...done}
        onAnother={() => {
          void navigate({ pathname });
        }}
      />
    );

  const props: StepProps = {
    municipality,
    kind,
    draft,
    change,
    faultOf: (field) => faults.find((fault) => fault.field === field)?.message,
    onNext: () => {
      setFaults((before) => before.filter(({ field }) => stepOfField(field, kind) !== step));
      goOn();
    },
  };
  const asked = askedPlace(parameters, municipality.boundary);
  const hasDraft = restoredFrom !== null && !isUntouched(draft);
  return (
    <>
      <StepHeader
        title={t(
          step === 'start' || step === 'place' || step === 'words'
            ? `title.${step}.${kind}`
            : `title.${step}`,
        )}
        step={index + 1}
        steps={steps.length}
        onBack={goBack}
      />
      <div className={styles.stage}>
        {step === 'start' && (
          <StartStep
            {...props}
            draftFrom={hasDraft ? restoredFrom : null}
            asked={draft.position ? null : asked}
            places={places}
            onResume={() => {
              goTo(draft.step === 'start' ? (next ?? 'start') : draft.step);
            }}
            onDrop={() => {
              void keepPhotos(photosName, []);
              drop();
            }}
          />
        )}
        {step === 'topic' && <TopicStep {...props} />}
        {step === 'place' && (
          <PlaceStep
            {...props}
            places={places}
            asked={asked}
            onPicked={() => {
              goTo('similar');
            }}
          />
        )}
        {step === 'similar' && (
          <SimilarStep {...props} similar={hasSimilar ? similar.data : undefined} onSupported={drop} />
        )}
        {step === 'traffic' && <TrafficStep {...props} />}
        {step === 'causes' && <CausesStep {...props} />}
        {step === 'when' && <WhenStep {...props} />}
        {step === 'words' && (
          <WordsStep {...props} photos={photos} onPhotos={changePhotos} arePhotosKept={isKept} />
        )}
        {step === 'preview' && (
          <PreviewStep
            {...props}
            change={(part) => {
              change(part);
              setFaults([]);
            }}
            photos={photos}
            places={places}
            sending={sending}
            trap={trap}
            onSend={() => {
              setFaults([]);
              void send();
            }}
            onCancel={cancel}
            onGoTo={goTo}
          />
        )}
      </div>
    </>
  );
}
