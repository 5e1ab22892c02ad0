import type { ShapeKind } from '@lofteskartan/shared/contracts/shapes';
import type { Town } from '@lofteskartan/shared/contracts/town';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { ErrorState } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import { formerShapesQuery, useTakeShapeBack } from './town.queries.js';
import styles from './town.module.css';

/** The shapes that were there before; each can be taken back. */
export function FormerShapes({ town, kind }: { town: Town; kind: ShapeKind }) {
  const { t } = useTranslation('work-town');
  const { moment } = useFormats();
  const { data } = useQuery(formerShapesQuery(town.slug, kind));
  const takeBack = useTakeShapeBack(town.slug, kind);
  if (!data || data.items.length === 0) return null;
  return (
    <details>
      <summary>{t('shape.former', { count: data.items.length })}</summary>
      <ul className={`${styles.list} ${styles.plain}`}>
        {data.items.map(({ id, replacedAt, replacedBy }) => (
          <li key={id} className={styles.row}>
            <span>{t('shape.replaced', { time: moment(replacedAt), name: replacedBy })}</span>
            <Button
              look="quiet"
              busy={takeBack.isPending && takeBack.variables.id === id}
              onClick={() => {
                takeBack.mutate(
                  { id, version: town.version },
                  {
                    onSuccess: () => {
                      toast(t('shape.takenBack'));
                    },
                  },
                );
              }}
            >
              {t('shape.takeBack')}
            </Button>
          </li>
        ))}
      </ul>
      {takeBack.error && <ErrorState error={takeBack.error} title={t('saveFailed')} />}
    </details>
  );
}
