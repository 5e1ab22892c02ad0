import { DivIcon, Marker } from 'leaflet';
import type { TFunction } from 'i18next';
import { GLYPH_SHAPES } from '../ui/glyphs/glyph-shapes.js';
import { glyphMarkup } from '../ui/glyphs/glyph.js';
import type { Counts, Mark } from './cluster-index.js';
import { toLatLng } from './latlng.js';
import styles from './pin-layer.module.css';
import { ringArcs } from './ring.js';

/** The least that a thumb hits. Pixels. */
const TOUCH = 44;
const GLYPH = 28;

/** A pin that shares its place with others stands a little aside. Pixels. */
export interface Aside {
  x: number;
  y: number;
}

/** Shared places in a circle around the place itself, so that each can be pressed. */
export function asides(count: number): Aside[] {
  if (count < 2) return [{ x: 0, y: 0 }];
  const radius = Math.max(TOUCH / 2, (count * TOUCH) / (2 * Math.PI));
  return Array.from({ length: count }, (_, index) => {
    const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
    return { x: Math.round(radius * Math.cos(angle)), y: Math.round(radius * Math.sin(angle)) };
  });
}

/** Diameter of a cluster by its count: a hint; the number says it. */
function diameter(count: number): number {
  if (count >= 100) return 52;
  return count >= 10 ? 46 : 40;
}

function ringMarkup(counts: Counts, count: number, shown: string): string {
  const size = diameter(count);
  const middle = size / 2;
  const arcs = ringArcs(
    GLYPH_SHAPES.map((shape) => counts[shape]),
    middle,
    middle - 5,
  ).map(
    ({ part, d }) => `<path class="${styles.arc ?? ''} ${styles[GLYPH_SHAPES[part] ?? ''] ?? ''}" d="${d}"/>`,
  );
  return (
    `<svg width="${size}" height="${size}" viewBox="0 0 ${size} ${size}" aria-hidden="true" focusable="false">` +
    `<circle class="${styles.plate ?? ''}" cx="${middle}" cy="${middle}" r="${middle - 1}"/>${arcs.join('')}` +
    `<text class="${styles.number ?? ''}" x="${middle}" y="${middle}">${shown}</text></svg>`
  );
}

export interface MarkWords {
  t: TFunction<'map'>;
  /** "9 hastighetskontroller, 1 idé" */
  countsInWords: (counts: Counts) => string;
  number: (value: number) => string;
}

/** What a screen reader says of a mark. */
export function labelOf(mark: Mark, words: MarkWords): string {
  if (mark.type === 'pin') return mark.pin.label;
  return words.t('cluster', { number: words.number(mark.count), counts: words.countsInWords(mark.counts) });
}

/** Whether two marks look and sound alike, so that one marker can stay, with the focus that may be on it. */
export function sameLook(a: Mark, b: Mark): boolean {
  if (a.type === 'cluster' || b.type === 'cluster') return a.key === b.key && a.type === b.type;
  return (
    a.pin.label === b.pin.label &&
    a.pin.fill === b.pin.fill &&
    a.pin.shape === b.pin.shape &&
    a.position[0] === b.position[0] &&
    a.position[1] === b.position[1]
  );
}

/** A marker that is a button: at least 44 px to hit, its name for the ear, its name in letters when it lights up. */
export function makeMarker(mark: Mark, aside: Aside, words: MarkWords): Marker {
  const isPin = mark.type === 'pin';
  const size = isPin ? TOUCH : Math.max(TOUCH, diameter(mark.count));
  const label = labelOf(mark, words);
  const icon = new DivIcon({
    html: isPin
      ? glyphMarkup(mark.pin.shape, mark.pin.fill, GLYPH)
      : ringMarkup(mark.counts, mark.count, words.number(mark.count)),
    className: [styles.mark, isPin ? styles.pin : styles.cluster, isPin && styles[mark.pin.tone]]
      .filter(Boolean)
      .join(' '),
    iconSize: [size, size],
    iconAnchor: [size / 2 - aside.x, size / 2 - aside.y],
  });
  const marker = new Marker(toLatLng(mark.position), { icon, keyboard: false, riseOnHover: true });
  marker.on('add', () => {
    const element = marker.getElement();
    if (!element) return;
    element.dataset['key'] = mark.key;
    element.setAttribute('role', 'button');
    element.setAttribute('aria-label', label);
    element.tabIndex = -1;
    const name = document.createElement('span');
    name.className = styles.name ?? '';
    name.textContent = label;
    name.setAttribute('aria-hidden', 'true');
    element.append(name);
  });
  return marker;
}
