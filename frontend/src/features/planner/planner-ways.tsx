import { useTranslation } from 'react-i18next';
import { NavLink, useSearchParams } from 'react-router';
import { SelectField } from '../../ui/select-field.js';
import styles from './planner.module.css';
import { usePlannerPlace } from './planner-place.js';

/** The pages of the planner, and where one plans when that can be chosen. */
export function PlannerWays() {
  const { t } = useTranslation('work-planner');
  const { place, places, search } = usePlannerPlace();
  const [, setParameters] = useSearchParams();
  const ways = [
    { to: '/arbete/planering', words: t('ways.stretches') },
    { to: '/arbete/planering/vecka', words: t('ways.week') },
    { to: '/arbete/planering/vikter', words: t('ways.weights') },
  ];
  return (
    <>
      {places.length > 1 && (
        <SelectField
          label={t('municipality')}
          value={place?.slug ?? ''}
          options={places.map(({ slug, name }) => ({ value: slug, label: name }))}
          onChange={(municipality) => {
            setParameters({ municipality }, { replace: true });
          }}
        />
      )}
      <nav aria-label={t('ways.label')}>
        <ul className={styles.ways}>
          {ways.map(({ to, words }, index) => (
            <li key={to}>
              <NavLink to={to + search} end={index === 0} className={styles.way}>
                {words}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
