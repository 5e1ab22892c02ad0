import type { Position } from '@lofteskartan/shared/position';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMap } from 'react-leaflet';
import { useFormats } from '../platform/format.js';
import type { Counts, CountedPins, Pin } from './cluster-index.js';
import { MarkBoard } from './mark-board.js';
import { listenToMarks } from './mark-listeners.js';
import { Spotlight } from './spotlight.js';
import { useMarks } from './use-marks.js';

const NOTHING_COUNTED: readonly CountedPins[] = [];

export interface PinLayerProps {
  /** In the order of the list beside the map: the keyboard walks them so. Keep the array while nothing changes. */
  pins: readonly Pin[];
  /** What a server counted together. Keep the array while nothing changes. */
  counted?: readonly CountedPins[];
  /** "9 hastighetskontroller, 1 idé": the map knows shapes only. Keep the function while the language stays. */
  countsInWords: (counts: Counts) => string;
  /** The pin whose row in the list is lit, with its position, since it may be hidden in a cluster. */
  lit?: { key: string; position: Position | null } | null;
  /** A pin is under the pointer or has the focus; null when it no longer is. */
  onLight?: (key: string | null) => void;
  /** The pin that is open. */
  chosen?: string | null;
  onChoose?: (key: string, by: 'pointer' | 'keyboard') => void;
}

/** Pins and clusters as buttons. Tab reaches one of them, the arrow keys walk them in list order. */
export function PinLayer({
  pins,
  counted = NOTHING_COUNTED,
  countsInWords,
  lit = null,
  onLight,
  chosen = null,
  onChoose,
}: PinLayerProps) {
  const map = useMap();
  const { t } = useTranslation('map');
  const { number } = useFormats();
  const marks = useMarks(pins, counted);
  const [board] = useState(() => new MarkBoard(map));
  const words = useMemo(() => ({ t, number, countsInWords }), [t, number, countsInWords]);
  const events = useRef({ onLight, onChoose });

  useEffect(function keepEventsFresh() {
    events.current = { onLight, onChoose };
  });
  useEffect(
    function drawMarks() {
      board.draw(marks, words);
    },
    [board, marks, words],
  );
  useEffect(
    function clearMarksOfOldWords() {
      return () => {
        board.clear();
      };
    },
    [board, words],
  );
  useEffect(
    function lightUp() {
      board.show(lit?.key ?? null, chosen);
    },
    [board, marks, words, lit, chosen],
  );
  useEffect(
    function listen() {
      return listenToMarks(map, board, () => ({
        onLight: (key) => events.current.onLight?.(key),
        onChoose: (key, by) => events.current.onChoose?.(key, by),
      }));
    },
    [map, board],
  );

  const isHidden = lit !== null && !marks.some(({ key }) => key === lit.key);
  return isHidden && lit.position ? <Spotlight position={lit.position} /> : null;
}
