import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import styles from './menu.module.css';

export interface MenuAction {
  id: string;
  label: string;
  note?: ReactNode;
  icon?: ReactNode;
  disabled?: boolean;
  onChoose: () => void;
}

export interface MenuProps {
  /** The words of the button. */
  label: string;
  /** What it is about, where several of the same words stand on a page: "Mer om Kim". */
  name?: string;
  icon?: ReactNode;
  actions: readonly MenuAction[];
}

/** A button that opens a list of acts. For choosing a value use `SelectField`. */
export function Menu({ label, name, icon, actions }: MenuProps) {
  return (
    <MenuTrigger>
      <Button className={styles.trigger} aria-label={name}>
        {icon}
        {label}
        <ChevronDown size={18} aria-hidden="true" />
      </Button>
      <Popover className={styles.popover} placement="bottom end">
        <AriaMenu className={styles.list}>
          {actions.map((action) => (
            <MenuItem
              key={action.id}
              id={action.id}
              className={styles.item}
              textValue={action.label}
              isDisabled={action.disabled}
              onAction={action.onChoose}
            >
              {action.icon}
              <span className={styles.words}>
                <span>{action.label}</span>
                {action.note && <span className={styles.note}>{action.note}</span>}
              </span>
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
