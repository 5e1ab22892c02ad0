import { useTranslation } from 'react-i18next';
import styles from './lamp-path.module.css';

export interface LampTableProps {
  caption: string;
  heads: readonly string[];
  /** The first cell names the row. */
  rows: readonly (readonly string[])[];
}

/** The same as the lamps say, as a table, folded. */
export function LampTable({ caption, heads, rows }: LampTableProps) {
  const { t } = useTranslation('lamps');
  return (
    <details className={styles.details}>
      <summary>{t('table')}</summary>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name = '', ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={heads[index + 1] ?? index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
