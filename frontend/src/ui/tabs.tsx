import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import styles from './tabs.module.css';

export interface TabPage<T extends string> {
  id: T;
  label: ReactNode;
  content: ReactNode;
}

export interface TabsProps<T extends string> {
  label: string;
  pages: readonly TabPage<T>[];
  selected: T;
  onSelect: (id: T) => void;
}

/** Pages of equal rank at one place, one at a time. The choice belongs in the address when it should be shareable. */
export function Tabs<T extends string>({ label, pages, selected, onSelect }: TabsProps<T>) {
  return (
    <AriaTabs
      selectedKey={selected}
      onSelectionChange={(key) => {
        const page = pages.find((each) => each.id === key);
        if (page) onSelect(page.id);
      }}
    >
      <TabList className={styles.list} aria-label={label}>
        {pages.map((page) => (
          <Tab key={page.id} id={page.id} className={styles.tab}>
            {page.label}
          </Tab>
        ))}
      </TabList>
      {pages.map((page) => (
        <TabPanel key={page.id} id={page.id} className={styles.panel}>
          {page.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
