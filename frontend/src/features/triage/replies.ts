import type { ReplyTemplate } from '@lofteskartan/shared/contracts/reply-templates';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { fillPlaceholders, fittingTemplates } from '@lofteskartan/shared/reply-placeholders';
import type { ProposalStatus } from '@lofteskartan/shared/vocabulary';
import { useQuery } from '@tanstack/react-query';
import type { MoveDraft } from './move-draft.js';
import { useSuggestion } from './move-words.js';
import { templateFacts } from './template-facts.js';
import { leavesGap } from './template-gap.js';
import { templatesQuery } from './templates.queries.js';
import { useLocalityName, useWorkplace } from './workplace.js';

/** A move as far as it is filled in, to a status. */
type Draft = MoveDraft & { to: ProposalStatus };

interface Replies {
  /** A template's words for this proposal, in the language of its sender. */
  fill: (template: ReplyTemplate, draft: MoveDraft) => string;
  /** What to begin from: the most particular template of the municipality, else the page's own sentence; '' where there is none. */
  suggest: (draft: Draft) => string;
  /** Whether a text still has a gap of a template. */
  hasGap: (text: string) => boolean;
}

/** Words for the reply to a proposal. */
export function useReplies(proposal: TriageProposal): Replies {
  const { commitments } = useWorkplace();
  const localityName = useLocalityName();
  const ownSentence = useSuggestion();
  const { data } = useQuery(templatesQuery);
  const { kind, language, municipality, locality } = proposal;
  const templates = (data?.items ?? []).filter((each) => each.active && each.municipality === municipality);
  const fill: Replies['fill'] = (template, { commitmentId, responsible }) =>
    fillPlaceholders(
      template.text[language],
      language,
      templateFacts(proposal, language, {
        locality: localityName(locality),
        commitment: commitments.find(({ id }) => id === commitmentId)?.title ?? null,
        responsible,
      }),
    );
  const suggest: Replies['suggest'] = (draft) => {
    const reason = draft.to === 'declined' ? draft.reason || null : null;
    const [first] = fittingTemplates(templates, { status: draft.to, kind, reason });
    // Which no it is has to be known before there are words for it; a question is nobody's but the asker's.
    if (!first || draft.to === 'awaiting-reply' || (draft.to === 'declined' && reason === null))
      return ownSentence(draft, kind);
    return fill(first, draft);
  };
  const hasGap: Replies['hasGap'] = (text) =>
    leavesGap(
      text,
      templates.flatMap((each) => [each.text.sv, each.text.en]),
    );
  return { fill, suggest, hasGap };
}
