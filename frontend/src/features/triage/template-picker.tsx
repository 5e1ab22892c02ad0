import type { ReplyTemplate } from '@lofteskartan/shared/contracts/reply-templates';
import { fittingTemplates } from '@lofteskartan/shared/reply-placeholders';
import type { ProposalKind, ProposalStatus } from '@lofteskartan/shared/vocabulary';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../../ui/select-field.js';
import { templatesQuery } from './templates.queries.js';

/** What a template is chosen for. */
export interface TemplateNeed {
  status: ProposalStatus;
  /** Null when proposals of several kinds are answered at once: then only templates for every kind fit. */
  kind: ProposalKind | null;
  /** The reason to decline; null where nothing is declined, or none is chosen yet. */
  reason: string | null;
  /** The municipality's slug; without it, all of one's own. */
  municipality?: string;
}

/** The active templates that fit, of everybody's and of one's own organisations, the most particular first. Empty while they are on their way. */
export function useFittingTemplates({ status, kind, reason, municipality }: TemplateNeed): ReplyTemplate[] {
  const { data } = useQuery(templatesQuery);
  const own = (data?.organisations ?? []).filter(({ isOwn }) => isOwn);
  const mine = (data?.items ?? []).filter(
    (each) =>
      each.active &&
      (municipality === undefined || each.municipality === municipality) &&
      (each.organisationId === null ||
        own.some(({ id, municipality: where }) => id === each.organisationId && where === each.municipality)),
  );
  return fittingTemplates(mine, { status, kind, reason });
}

/** Chooses a reply template. Its placeholders are for the caller to fill (`fillPlaceholders`). Nothing where none fits. */
export function TemplatePicker({
  onPick,
  ...need
}: TemplateNeed & { onPick: (template: ReplyTemplate) => void }) {
  const { t } = useTranslation('work-templates');
  const fitting = useFittingTemplates(need);
  if (fitting.length === 0) return null;
  return (
    <SelectField
      label={t('picker.label')}
      hint={t('picker.hint')}
      placeholder={t('picker.placeholder')}
      optional
      value=""
      options={fitting.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id) => {
        const picked = fitting.find((each) => each.id === id);
        if (picked) onPick(picked);
      }}
    />
  );
}
