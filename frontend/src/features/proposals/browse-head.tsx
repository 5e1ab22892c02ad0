import { Bell, List, Map as MapIcon, SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageTitle } from '../../ui/page-title.js';
import styles from './browse.module.css';

export interface BrowseHeadProps {
  place: string;
  /** Where the area can be watched. */
  watch: string;
  /** "118 förslag på kartan" */
  summary: string;
  filterCount: number;
  isFiltering: boolean;
  onFilter: () => void;
  isList: boolean;
  onView: (view: 'map' | 'list') => void;
}

/** What the page is, how much it found, the filter, and the switch between map and list. */
export function BrowseHead({
  place,
  watch,
  summary,
  filterCount,
  isFiltering,
  onFilter,
  isList,
  onView,
}: BrowseHeadProps) {
  const { t } = useTranslation('proposals');
  return (
    <div className={styles.head}>
      <div className={styles.words}>
        <PageTitle title={t('page.heading', { place })} short={t('page.title')} className={styles.title} />
        <p className={styles.summary} role="status">
          {summary}
        </p>
      </div>
      <div className={styles.tools}>
        <button type="button" className={styles.tool} aria-expanded={isFiltering} onClick={onFilter}>
          <SlidersHorizontal size={18} aria-hidden="true" />
          {filterCount > 0 ? t('page.filterCount', { number: filterCount }) : t('page.filter')}
        </button>
        <button
          type="button"
          className={styles.tool}
          onClick={() => {
            onView(isList ? 'map' : 'list');
          }}
        >
          {isList ? <MapIcon size={18} aria-hidden="true" /> : <List size={18} aria-hidden="true" />}
          {isList ? t('page.map') : t('page.list')}
        </button>
        <Link className={styles.tool} to={watch}>
          <Bell size={18} aria-hidden="true" />
          {t('page.watch')}
        </Link>
      </div>
    </div>
  );
}
