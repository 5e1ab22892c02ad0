import { Search } from 'lucide-react';
import { useEffect, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { TextField } from '../../ui/text-field.js';

const PAUSE_MS = 350;

/** Words to look for; the list follows when the writing pauses. */
export function QueueSearch({
  q,
  onSearch,
  ref,
}: {
  q: string;
  onSearch: (q: string) => void;
  ref: RefObject<HTMLInputElement | null>;
}) {
  const { t } = useTranslation('work-queue');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sent = useRef(q);
  useEffect(() => {
    // Filters that were cleared elsewhere clear the field as well; what is being written is left alone.
    if (q !== sent.current && ref.current) ref.current.value = q;
    sent.current = q;
  }, [q, ref]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  const send = (text: string) => {
    sent.current = text.trim();
    onSearch(text.trim());
  };
  return (
    <search>
      <TextField
        ref={ref}
        label={t('search')}
        type="search"
        icon={<Search size={18} />}
        defaultValue={q}
        maxLength={LIMITS.searchCharacters}
        enterKeyHint="search"
        onChange={(event) => {
          const text = event.target.value;
          clearTimeout(timer.current);
          timer.current = setTimeout(() => {
            send(text);
          }, PAUSE_MS);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            clearTimeout(timer.current);
            send(event.currentTarget.value);
          }
          if (event.key === 'Escape' && event.currentTarget.value === '') event.currentTarget.blur();
        }}
      />
    </search>
  );
}
