import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import { useCallback } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import type { ProposalDraft } from './proposal-draft.js';
import { isStep, reachable, stepsFor, type Step } from './steps.js';

/** The screen in the address, and the ways to the others. Each step forward is a step of the browser's back button. */
export function useSteps(kind: ProposalKind, draft: ProposalDraft, hasSimilar: boolean, home: string) {
  const [parameters] = useSearchParams();
  const navigate = useNavigate();
  const location = useLocation();
  const asked = parameters.get('step');
  const steps = stepsFor(kind, draft, hasSimilar || asked === 'similar');
  const step = isStep(asked) ? reachable(asked, kind, draft, steps) : 'start';
  const index = steps.indexOf(step);
  const { pathname } = location;
  const cameFromHere = (location.state as { inForm?: boolean } | null)?.inForm === true;

  const goTo = useCallback(
    (to: Step, options: { replace?: boolean } = {}) => {
      void navigate(
        { pathname, search: to === 'start' ? '' : `?step=${to}` },
        { ...options, state: { inForm: true }, preventScrollReset: true },
      );
    },
    [navigate, pathname],
  );
  const before = steps[index - 1];
  const goBack = useCallback(() => {
    if (cameFromHere) void navigate(-1);
    else if (before) goTo(before, { replace: true });
    else void navigate(home);
  }, [cameFromHere, before, goTo, navigate, home]);

  return { step, steps, index, goTo, goBack, next: steps[index + 1] };
}
