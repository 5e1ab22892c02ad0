import type { StaffDialogueItem } from '@lofteskartan/shared/contracts/medborgardialog-staff';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { OutcomeWays } from '../features/dialogue-outcomes/after-dialogue.js';
import { DIALOGUE_LOOKS } from '../features/dialogues/dialogue-looks.js';
import { dialogueListQuery } from '../features/dialogues/dialogues.queries.js';
import parts from '../features/dialogues/dialogues.module.css';
import { useFormats } from '../platform/format.js';
import { CASE_ROLES, municipalitiesWith } from '../platform/memberships.js';
import { useSession } from '../platform/session.js';
import { ButtonLink } from '../ui/button.js';
import { PageTitle } from '../ui/page-title.js';
import { Part } from '../ui/part.js';
import { SelectField } from '../ui/select-field.js';
import { Skeleton, SkeletonBlock } from '../ui/skeleton.js';
import { EmptyState, ErrorState } from '../ui/states.js';
import { StatusMark } from '../ui/status-mark.js';
import styles from './work-inventory.page.module.css';

/** What is still to be done with one: drafts and what is to come, what was held and waits for its report, and what is finished. */
const groups = [
  ['coming', ['draft', 'published', 'open']],
  ['unreported', ['closed']],
  ['finished', ['reported', 'followed-up', 'cancelled']],
] as const;

/** `/arbete/dialoger`: the medborgardialoger of a municipality. */
export default function WorkDialoguesPage() {
  const { t } = useTranslation(['work-dialogues', 'work']);
  const { data: session } = useSession();
  const [parameters, setParameters] = useSearchParams();
  const towns = session ? municipalitiesWith(session, CASE_ROLES) : [];
  const town = towns.find(({ slug }) => slug === parameters.get('municipality')) ?? towns[0];
  const { data, error, refetch } = useQuery(dialogueListQuery(town?.slug ?? ''));
  if (!session) return null;
  if (!town)
    return (
      <div className={`wrap ${styles.page}`}>
        <PageTitle title={t('notYours.title', { ns: 'work' })} lead={t('notYours.lead', { ns: 'work' })} />
      </div>
    );
  return (
    <div className={`wrap ${styles.page}`}>
      <div className={styles.top}>
        <PageTitle
          title={t('list.titleIn', { municipality: town.name })}
          short={t('list.title')}
          lead={t('list.lead')}
        />
        {data?.mayChange && (
          <ButtonLink
            look="primary"
            to={`/arbete/dialoger/ny?municipality=${town.slug}`}
            icon={<Plus size={18} aria-hidden="true" />}
          >
            {t('list.new')}
          </ButtonLink>
        )}
      </div>
      {towns.length > 1 && (
        <SelectField
          label={t('list.municipality')}
          value={town.slug}
          options={towns.map(({ slug, name }) => ({ value: slug, label: name }))}
          onChange={(municipality) => {
            setParameters({ municipality }, { replace: true });
          }}
        />
      )}
      {!data && error && <ErrorState error={error} title={t('list.failed')} onRetry={() => void refetch()} />}
      {!data && !error && (
        <Skeleton label={t('list.loading')}>
          <SkeletonBlock height="12rem" />
        </Skeleton>
      )}
      {data?.items.length === 0 && <EmptyState title={t('list.empty')}>{t('list.emptyHow')}</EmptyState>}
      {data &&
        groups.map(([name, statuses]) => {
          const items = data.items.filter(({ status }) => statuses.some((each) => each === status));
          const inOrder = name === 'coming' ? [...items].reverse() : items;
          return (
            items.length > 0 && (
              <Part key={name} id={name} title={t(`list.${name}`)}>
                <ul className={parts.rows} aria-label={t(`list.${name}`)}>
                  {inOrder.map((item) => (
                    <Row key={item.reference} item={item} />
                  ))}
                </ul>
              </Part>
            )
          );
        })}
      <OutcomeWays municipality={town.slug} work />
      <p>
        <Link to={`/${town.slug}/dialoger`}>{t('list.public')}</Link>
      </p>
    </div>
  );
}

function Row({ item }: { item: StaffDialogueItem }) {
  const { t } = useTranslation(['work-dialogues', 'dialogues']);
  const { date, time } = useFormats();
  const { reference, title, status, startsAt, venue, seated } = item;
  return (
    <li className={parts.row}>
      <Link to={`/arbete/dialoger/${reference}`}>{title}</Link>
      <StatusMark {...DIALOGUE_LOOKS[status]}>{t(`status.${status}`, { ns: 'dialogues' })}</StatusMark>
      <span className={parts.soft}>
        {date(startsAt)} {time(startsAt)}
        {venue !== null && ` · ${venue}`}
        {seated !== null && ` · ${t('list.seated', { count: seated })}`}
      </span>
    </li>
  );
}
