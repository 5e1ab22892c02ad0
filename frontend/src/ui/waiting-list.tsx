import { CloudUpload, TriangleAlert } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { Button } from './button.js';
import styles from './waiting-list.module.css';

/** Something that lies on the device until the server has it. */
interface WaitingRow {
  readonly key: string;
  /** What it is. */
  readonly name: string;
  /** How it stands, in words. */
  readonly state: string;
  /** What the server said against it, where it refused it. */
  readonly reasons: readonly string[] | null;
  /** What can be done with it. */
  readonly acts?: ReactNode;
  /** What the second press says that removes it; null where it only waits. */
  readonly removal: string | null;
}

interface WaitingListProps {
  title: string;
  rows: readonly WaitingRow[];
  words: { readonly remove: string; readonly send: string; readonly how: string };
  isSending: boolean;
  /** Absent where nothing is to be sent. */
  onSend?: (() => void) | undefined;
  onRemove: (key: string) => void;
}

/** What lies on the device: what waits to be sent, and what the server refused, with why. To remove something takes two presses. */
export function WaitingList({ title, rows, words, isSending, onSend, onRemove }: WaitingListProps) {
  const [asked, setAsked] = useState<string | null>(null);
  const heading = useId();
  if (rows.length === 0) return null;
  return (
    <section className={styles.queue} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <ul>
        {rows.map(({ key, name, state, reasons, acts, removal }) => (
          <li key={key} className={reasons ? styles.refused : undefined}>
            {removal === null ? (
              <CloudUpload size={22} aria-hidden="true" />
            ) : (
              <TriangleAlert size={22} aria-hidden="true" />
            )}
            <div>
              <strong>{name}</strong>
              <span>{state}</span>
              {reasons?.map((reason) => (
                <span key={reason}>{reason}</span>
              ))}
              {removal !== null && (
                <span className={styles.acts}>
                  {acts}
                  <Button
                    look={asked === key ? 'danger' : 'quiet'}
                    onClick={() => {
                      if (asked === key) onRemove(key);
                      else setAsked(key);
                    }}
                  >
                    {asked === key ? removal : words.remove}
                  </Button>
                </span>
              )}
            </div>
          </li>
        ))}
      </ul>
      {onSend && (
        <Button busy={isSending} onClick={onSend}>
          {words.send}
        </Button>
      )}
      <p className={styles.soft}>{words.how}</p>
    </section>
  );
}
