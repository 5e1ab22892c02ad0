import { useEffect, useRef, useState, type RefObject } from 'react';
import { useLocation } from 'react-router';

interface Disclosure {
  /** Around the button and what it shows. */
  box: RefObject<HTMLDivElement | null>;
  button: RefObject<HTMLButtonElement | null>;
  isOpen: boolean;
  toggle: () => void;
  close: () => void;
}

/** What a button shows and hides: it belongs to the page it was opened on, and a press elsewhere or Escape closes it. */
export function useDisclosure(): Disclosure {
  const { key } = useLocation();
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [openAt, setOpenAt] = useState<string | null>(null);
  const isOpen = openAt === key;
  useEffect(() => {
    if (!isOpen) return undefined;
    const closeOutside = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpenAt(null);
    };
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpenAt(null);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('keydown', closeOnEscape);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('keydown', closeOnEscape);
    };
  }, [isOpen]);
  return {
    box,
    button,
    isOpen,
    toggle: () => {
      setOpenAt(isOpen ? null : key);
    },
    close: () => {
      setOpenAt(null);
    },
  };
}
