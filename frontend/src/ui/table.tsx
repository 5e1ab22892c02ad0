import type { ReactNode } from 'react';
import styles from './table.module.css';
import { VisuallyHidden } from './visually-hidden.js';

export interface Column<Row> {
  key: string;
  head: string;
  cell: (row: Row) => ReactNode;
  /** Numbers and their heads stand to the right. */
  numeric?: boolean;
}

export interface TableProps<Row> {
  /** What the table shows; read before it. */
  caption: string;
  captionHidden?: boolean;
  /** The first column names the row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Stays a table on a phone: for two or three short columns. */
  narrow?: boolean;
}

/** Figures and lists in rows; on a narrow place each row becomes a card with the heads beside the values. */
export function Table<Row>({
  caption,
  captionHidden = false,
  columns,
  rows,
  rowKey,
  narrow = false,
}: TableProps<Row>) {
  // The roles are said aloud because `display: block` on a narrow place takes them away in some browsers.
  return (
    <div className={styles.box}>
      <table className={narrow ? styles.table : `${styles.table} ${styles.cards}`} role="table">
        <caption className={captionHidden ? undefined : styles.caption}>
          {captionHidden ? <VisuallyHidden>{caption}</VisuallyHidden> : caption}
        </caption>
        <thead>
          <tr role="row">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                role="columnheader"
                className={column.numeric ? styles.end : undefined}
              >
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column, index) => {
                const name = column.numeric ? styles.end : undefined;
                return index === 0 ? (
                  <th key={column.key} scope="row" role="rowheader" className={name}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={name}>
                    <span className={styles.label} aria-hidden="true">
                      {column.head}
                    </span>
                    <span>{column.cell(row)}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
