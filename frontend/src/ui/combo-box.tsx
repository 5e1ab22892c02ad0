import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button,
  ComboBox as AriaComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components/ComboBox';
import { useTranslation } from 'react-i18next';
import styles from './combo-box.module.css';
import field from './field.module.css';
import menu from './menu.module.css';

export interface ComboOption {
  id: string;
  label: string;
  note?: string;
  icon?: ReactNode;
}

export interface ComboBoxProps {
  label: string;
  hint?: ReactNode;
  icon?: ReactNode;
  placeholder?: string;
  /** What is written. The caller narrows `options` by it: nothing is filtered here. */
  text: string;
  onText: (text: string) => void;
  options: readonly ComboOption[];
  onChoose: (option: ComboOption) => void;
  loading?: boolean;
}

/** A text with suggestions: places, roads, schools. The written words stay when nothing is chosen. */
export function ComboBox({
  label,
  hint,
  icon,
  placeholder,
  text,
  onText,
  options,
  onChoose,
  loading = false,
}: ComboBoxProps) {
  const { t } = useTranslation('ui');
  return (
    <AriaComboBox
      className={styles.box}
      items={options}
      inputValue={text}
      onInputChange={onText}
      onChange={(key) => {
        const option = options.find((each) => each.id === key);
        if (option) onChoose(option);
      }}
      defaultFilter={() => true}
      allowsCustomValue
      allowsEmptyCollection={text !== ''}
      menuTrigger="input"
    >
      <Label className={field.label}>{label}</Label>
      {hint && (
        <Text slot="description" className={field.hint}>
          {hint}
        </Text>
      )}
      <div className={styles.control}>
        {icon && (
          <span className={styles.icon} aria-hidden="true">
            {icon}
          </span>
        )}
        <Input
          className={[field.input, icon && styles.withIcon, styles.withButton].filter(Boolean).join(' ')}
          placeholder={placeholder}
        />
        <Button className={styles.open} aria-label={t('combo.open')}>
          <ChevronDown size={20} aria-hidden="true" />
        </Button>
      </div>
      <Popover className={styles.popover}>
        <ListBox<ComboOption>
          className={menu.list}
          renderEmptyState={() => (
            <p className={styles.none}>{loading ? t('combo.loading') : t('combo.none')}</p>
          )}
        >
          {(option) => (
            <ListBoxItem id={option.id} className={menu.item} textValue={option.label}>
              {option.icon}
              <span className={menu.words}>
                <span>{option.label}</span>
                {option.note && <span className={menu.note}>{option.note}</span>}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
