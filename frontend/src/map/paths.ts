import type { Feature, GeoJsonObject, Geometry } from 'geojson';
import { GeoJSON, SVG, type Map as LeafletMap } from 'leaflet';
import { toLatLng } from './latlng.js';

/** Lines and areas in a pane of their own, drawn as SVG and coloured by CSS classes, so that they follow light and dark. */
export class Paths {
  readonly #layers: GeoJSON[] = [];
  // A whole map's width around the view, so that a drag shows no edge.
  readonly #renderer: SVG;

  /** @param level the pane's z-index; tiles have 200, pins 600 */
  constructor(
    readonly map: LeafletMap,
    pane: string,
    level: number,
  ) {
    const element = map.getPane(pane) ?? map.createPane(pane);
    element.style.zIndex = String(level);
    element.style.pointerEvents = 'none';
    this.#renderer = new SVG({ pane, padding: 1 });
  }

  /** Draws a GeoJSON object; points in it are left out. */
  draw<P>(data: object, classOf: (feature: Feature<Geometry, P>) => string): void {
    const layer = new GeoJSON<P, Geometry>(data as GeoJsonObject, {
      coordsToLatLng: toLatLng,
      interactive: false,
      // A geometry alone, such as an outline, is its own feature here.
      filter: (feature) => ('geometry' in feature ? feature.geometry : feature).type !== 'Point',
      style: (feature) => ({
        className: feature && classOf(feature),
        renderer: this.#renderer,
        smoothFactor: 0.6,
      }),
    });
    this.#layers.push(layer.addTo(this.map));
  }

  remove(): void {
    for (const layer of this.#layers) layer.remove();
    this.#renderer.remove();
  }
}
