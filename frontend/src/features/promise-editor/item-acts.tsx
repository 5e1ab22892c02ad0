import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import styles from './editor.module.css';
import { useEditing } from './editor-context.js';

interface ItemActsProps {
  /** What is moved or removed, for those who do not see where the buttons stand. */
  name: string;
  index: number;
  count: number;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** Moves an item of a list, or takes it away. */
export function ItemActs({ name, index, count, onMove, onRemove }: ItemActsProps) {
  const { t } = useTranslation('work-promise');
  if (useEditing().readOnly) return null;
  return (
    <div className={styles.acts}>
      {count > 1 && (
        <>
          <Button
            look="quiet"
            icon={<ArrowUp size={18} aria-hidden="true" />}
            aria-label={t('moveUp', { name })}
            disabled={index === 0}
            onClick={() => {
              onMove(-1);
            }}
          />
          <Button
            look="quiet"
            icon={<ArrowDown size={18} aria-hidden="true" />}
            aria-label={t('moveDown', { name })}
            disabled={index === count - 1}
            onClick={() => {
              onMove(1);
            }}
          />
        </>
      )}
      <Button
        look="quiet"
        icon={<Trash2 size={18} aria-hidden="true" />}
        aria-label={t('removeNamed', { name })}
        onClick={onRemove}
      >
        {t('remove')}
      </Button>
    </div>
  );
}
