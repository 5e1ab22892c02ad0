import {
  ASSIGNEE_ME,
  ASSIGNEE_NOBODY,
  ORGANISATION_MINE,
  PROPOSAL_KINDS,
  PROPOSAL_SOURCES,
  PROPOSAL_STATUSES,
} from '@lofteskartan/shared/vocabulary';
import { useTranslation } from 'react-i18next';
import { KIND_SHAPES } from '../../platform/looks.js';
import { Button } from '../../ui/button.js';
import { CheckboxChips } from '../../ui/chips.js';
import { Sheet } from '../../ui/dialog.js';
import { Glyph } from '../../ui/glyphs/glyph.js';
import styles from './queue-bar.module.css';
import type { QueueFilters } from './queue-filters.js';
import { useWorkplace } from './workplace.js';

type Todo =
  | 'overdue'
  | 'to-call'
  | 'body-answered'
  | 'body-overdue'
  | 'reported'
  | 'not-helped'
  | 'pending'
  | 'unplaced'
  | 'near-outline';

const HANDS = ['me', 'ours', 'nobody'] as const;

/** Whether the filters ask for what is in these hands. */
function isIn(hands: (typeof HANDS)[number], { assignee, organisation }: QueueFilters): boolean {
  if (hands === 'ours') return organisation.includes(ORGANISATION_MINE);
  return assignee.includes(hands === 'me' ? ASSIGNEE_ME : ASSIGNEE_NOBODY);
}

interface QueueFilterSheetProps {
  open: boolean;
  onClose: () => void;
  filters: QueueFilters;
  onChange: (part: Partial<QueueFilters>) => void;
  onClear: () => void;
  total: number | undefined;
}

/** All filters of the queue. Each choice works at once; the button says how many that leaves. */
export function QueueFilterSheet({
  open,
  onClose,
  filters,
  onChange,
  onClear,
  total,
}: QueueFilterSheetProps) {
  const { t } = useTranslation(['work-queue', 'work-sender', 'work-desk', 'work-bodies', 'words']);
  const { municipalities, commitments } = useWorkplace();
  const todo: Todo[] = [];
  if (filters.deadline.length > 0) todo.push('overdue');
  if (filters.call.length > 0) todo.push('to-call');
  if (filters.referral.includes('answered')) todo.push('body-answered');
  if (filters.referral.includes('overdue')) todo.push('body-overdue');
  if (filters.report.length > 0) todo.push('reported');
  if (filters.outcome.length > 0) todo.push('not-helped');
  if (filters.publication.includes('pending')) todo.push('pending');
  if (filters.placement.includes('unplaced')) todo.push('unplaced');
  if (filters.placement.includes('near-outline')) todo.push('near-outline');
  const hands = HANDS.filter((each) => isIn(each, filters));
  const localities = municipalities
    .filter(({ slug }) => filters.municipality.length === 0 || filters.municipality.includes(slug))
    .flatMap((each) => each.localities);

  return (
    <Sheet
      title={t('filterTitle')}
      open={open}
      onClose={onClose}
      wide
      actions={
        <>
          <Button onClick={onClear}>{t('clearAll')}</Button>
          <Button look="primary" onClick={onClose}>
            {t('show', { count: total ?? 0 })}
          </Button>
        </>
      }
    >
      <div className={styles.groups}>
        <CheckboxChips<Todo>
          label={t('todo')}
          value={todo}
          options={[
            { value: 'overdue', label: t('filter.overdue', { ns: 'work-desk' }) },
            { value: 'to-call', label: t('marks.toCall', { ns: 'work-bodies' }) },
            { value: 'body-answered', label: t('marks.bodyAnswered', { ns: 'work-bodies' }) },
            { value: 'body-overdue', label: t('marks.bodyOverdue', { ns: 'work-bodies' }) },
            { value: 'reported', label: t('reported') },
            { value: 'not-helped', label: t('outcome.filter', { ns: 'work-sender' }) },
            { value: 'pending', label: t('pending') },
            { value: 'unplaced', label: t('unplaced') },
            { value: 'near-outline', label: t('nearOutline') },
          ]}
          onChange={(chosen) => {
            onChange({
              deadline: chosen.includes('overdue') ? ['overdue'] : [],
              call: chosen.includes('to-call') ? ['to-call'] : [],
              referral: [
                ...(chosen.includes('body-answered') ? (['answered'] as const) : []),
                ...(chosen.includes('body-overdue') ? (['overdue'] as const) : []),
              ],
              report: chosen.includes('reported') ? ['open'] : [],
              outcome: chosen.includes('not-helped') ? ['not-helped'] : [],
              publication: chosen.includes('pending') ? ['pending'] : [],
              placement: (['near-outline', 'unplaced'] as const).filter((each) => chosen.includes(each)),
            });
          }}
        />
        <CheckboxChips
          label={t('filter.hands', { ns: 'work-desk' })}
          value={hands}
          options={HANDS.map((value) => ({ value, label: t(`filter.${value}`, { ns: 'work-desk' }) }))}
          onChange={(chosen) => {
            onChange({
              assignee: [
                ...(chosen.includes('me') ? [ASSIGNEE_ME] : []),
                ...(chosen.includes('nobody') ? [ASSIGNEE_NOBODY] : []),
              ],
              organisation: chosen.includes('ours') ? [ORGANISATION_MINE] : [],
            });
          }}
        />
        <CheckboxChips
          label={t('kind')}
          value={filters.kind}
          options={PROPOSAL_KINDS.map((value) => ({
            value,
            label: t(`kind.${value}`, { ns: 'words' }),
            icon: <Glyph shape={KIND_SHAPES[value]} size={18} />,
          }))}
          onChange={(kind) => {
            onChange({ kind });
          }}
        />
        <CheckboxChips
          label={t('status')}
          value={filters.status}
          options={PROPOSAL_STATUSES.map((value) => ({
            value,
            label: t(`status.${value}`, { ns: 'words' }),
          }))}
          onChange={(status) => {
            onChange({ status });
          }}
        />
        <CheckboxChips
          label={t('marks.source', { ns: 'work-bodies' })}
          value={filters.source}
          options={PROPOSAL_SOURCES.map((value) => ({
            value,
            label: t(`sources.${value}`, { ns: 'work-bodies' }),
          }))}
          onChange={(source) => {
            onChange({ source });
          }}
        />
        {municipalities.length > 1 && (
          <CheckboxChips
            label={t('municipality')}
            value={filters.municipality}
            options={municipalities.map(({ slug, name }) => ({ value: slug, label: name }))}
            onChange={(municipality) => {
              onChange({ municipality });
            }}
          />
        )}
        <CheckboxChips
          label={t('locality')}
          value={filters.locality}
          options={localities.map(({ slug, name }) => ({ value: slug, label: name }))}
          onChange={(locality) => {
            onChange({ locality });
          }}
        />
        <CheckboxChips
          label={t('commitment')}
          stacked
          value={filters.commitment}
          options={commitments
            .filter(({ acceptsKinds }) => acceptsKinds.length > 0)
            .map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(commitment) => {
            onChange({ commitment });
          }}
        />
      </div>
    </Sheet>
  );
}
