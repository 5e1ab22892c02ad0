import type { Box } from '@lofteskartan/shared/position';
import type { Map as LeafletMap, Marker } from 'leaflet';
import { APART_FROM_ZOOM, type Mark } from './cluster-index.js';
import type { Rectangle } from './label-placement.js';
import { toBounds } from './latlng.js';
import { setObstacles } from './obstacles.js';
import { asides, makeMarker, sameLook, type MarkWords } from './pin-marker.js';
import styles from './pin-layer.module.css';

type Cluster = Mark & { type: 'cluster' };

interface Drawn {
  mark: Mark;
  marker: Marker;
}

/**
 * The marks that stand on the map. A mark that stays the same keeps its element, and with it the focus; exactly one of them
 * is a tab stop.
 */
export class MarkBoard {
  #drawn = new Map<string, Drawn>();
  #order: readonly Mark[] = [];
  #stop: string | null = null;
  /** A cluster was opened by the keyboard: the focus goes on to the first mark in its box. */
  #opened: Box | null = null;

  constructor(readonly map: LeafletMap) {}

  mark(key: string): Mark | undefined {
    return this.#drawn.get(key)?.mark;
  }

  #element(key: string): HTMLElement | undefined {
    return this.#drawn.get(key)?.marker.getElement();
  }

  /** Puts up what is new and takes down what is gone. */
  draw(marks: readonly Mark[], words: MarkWords): void {
    const places = new Map<string, Mark[]>();
    for (const mark of marks) {
      const place = mark.position.join();
      places.set(place, [...(places.get(place) ?? []), mark]);
    }
    const next = new Map<string, Drawn>();
    for (const together of places.values()) {
      const around = asides(together.length);
      together.forEach((mark, index) => {
        const before = this.#drawn.get(mark.key);
        const stays = before !== undefined && together.length === 1 && sameLook(before.mark, mark);
        const marker = stays
          ? before.marker
          : makeMarker(mark, around[index] ?? { x: 0, y: 0 }, words).addTo(this.map);
        next.set(mark.key, { mark, marker });
      });
    }
    const focused = [...this.#drawn.keys()].find((key) => this.#element(key) === document.activeElement);
    for (const [key, { marker }] of this.#drawn) if (next.get(key)?.marker !== marker) marker.remove();
    this.#drawn = next;
    this.#order = marks;
    this.#keepOneStop();
    this.#passFocusOn(focused);
    setObstacles(this.map, this.#rectangles());
  }

  #rectangles(): Rectangle[] {
    return [...this.#drawn.values()].map(({ mark, marker }) => {
      const { x, y } = this.map.latLngToLayerPoint(marker.getLatLng());
      const half = mark.type === 'pin' ? 14 : 24;
      return { left: x - half, right: x + half, top: y - half, bottom: y + half };
    });
  }

  #keepOneStop(): void {
    if (this.#stop === null || !this.#drawn.has(this.#stop)) this.#stop = this.#order[0]?.key ?? null;
    for (const key of this.#drawn.keys()) {
      const element = this.#element(key);
      if (element) element.tabIndex = key === this.#stop ? 0 : -1;
    }
  }

  /** The mark that had the focus may be gone: the focus goes to what took its place, never to nothing. */
  #passFocusOn(focused: string | undefined): void {
    if (this.#opened) {
      const bounds = toBounds(this.#opened).pad(0.05);
      this.#opened = null;
      const first = this.#order.find(({ key }) => {
        const marker = this.#drawn.get(key)?.marker;
        return marker && bounds.contains(marker.getLatLng());
      });
      if (first) this.#stand(first.key);
      else this.map.getContainer().focus({ preventScroll: true });
    } else if (focused !== undefined && document.activeElement === document.body) {
      const still = this.#element(focused) ?? this.map.getContainer();
      still.focus({ preventScroll: true });
    }
  }

  #stand(key: string): void {
    this.#stop = key;
    this.#keepOneStop();
    this.#element(key)?.focus({ preventScroll: true });
    const marker = this.#drawn.get(key)?.marker;
    if (marker) this.map.panInside(marker.getLatLng(), { padding: [60, 60] });
  }

  /** Walks from one mark to another in list order; the end leads to the beginning. */
  walk(from: string, by: 1 | -1 | 'first' | 'last'): void {
    const count = this.#order.length;
    const at = this.#order.findIndex(({ key }) => key === from);
    const to = by === 'first' ? 0 : by === 'last' ? count - 1 : (at + by + count) % count;
    const target = this.#order[to];
    if (target) this.#stand(target.key);
  }

  /** Shows what a cluster holds: its box, or one step closer when the box fills the view already. */
  open(cluster: Cluster, by: 'pointer' | 'keyboard'): void {
    const bounds = toBounds(cluster.box);
    const closer = Math.min(this.map.getMaxZoom(), this.map.getZoom() + 1);
    const wanted = Math.min(APART_FROM_ZOOM + 1, this.map.getBoundsZoom(bounds.pad(0.2)));
    if (by === 'keyboard') this.#opened = cluster.box;
    this.map.setView(bounds.getCenter(), Math.max(closer, wanted));
  }

  /** Marks what is lit by its row in the list, and what is open. */
  show(lit: string | null, chosen: string | null): void {
    for (const [key, { marker }] of this.#drawn) {
      const element = marker.getElement();
      element?.classList.toggle(styles.lit ?? '', key === lit);
      element?.classList.toggle(styles.chosen ?? '', key === chosen);
      if (key === chosen) element?.setAttribute('aria-current', 'true');
      else element?.removeAttribute('aria-current');
      marker.setZIndexOffset(key === chosen || key === lit ? 2000 : 0);
    }
  }

  clear(): void {
    for (const { marker } of this.#drawn.values()) marker.remove();
    this.#drawn = new Map();
  }
}
