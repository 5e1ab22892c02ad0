import { PLACE_PARAMETER } from '@lofteskartan/shared/form-address';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import { useCallback } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import type { ProposalDraft } from './proposal-draft.js';
import { isStep, reachable, stepsFor, type Step } from './steps.js';

const BEFORE_A_PLACE: readonly Step[] = ['start', 'topic', 'place'];

/** The screen in the address, and the ways to the others. Each step forward is a step of the browser's back button. */
export function useSteps(kind: ProposalKind, draft: ProposalDraft, hasSimilar: boolean, home: string) {
  const [parameters] = useSearchParams();
  const navigate = useNavigate();
  const location = useLocation();
  const asked = parameters.get('step');
  const place = parameters.get(PLACE_PARAMETER);
  const steps = stepsFor(kind, draft, hasSimilar || asked === 'similar');
  const step = isStep(asked) ? reachable(asked, kind, draft, steps) : 'start';
  const index = steps.indexOf(step);
  const { pathname } = location;
  const cameFromHere = (location.state as { inForm?: boolean } | null)?.inForm === true;

  const goTo = useCallback(
    (to: Step, options: { replace?: boolean } = {}) => {
      const search = new URLSearchParams(to === 'start' ? {} : { step: to });
      // The place that came with the address stays in it until one is pointed out.
      if (place !== null && BEFORE_A_PLACE.includes(to)) search.set(PLACE_PARAMETER, place);
      void navigate(
        { pathname, search: search.toString() },
        { ...options, state: { inForm: true }, preventScrollReset: true },
      );
    },
    [navigate, pathname, place],
  );
  const before = steps[index - 1];
  const goBack = useCallback(() => {
    if (cameFromHere) void navigate(-1);
    else if (before) goTo(before, { replace: true });
    else void navigate(home);
  }, [cameFromHere, before, goTo, navigate, home]);

  return { step, steps, index, goTo, goBack, next: steps[index + 1] };
}
