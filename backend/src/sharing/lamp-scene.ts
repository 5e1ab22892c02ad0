import type { Progress } from '@lofteskartan/shared/contracts/medborgarlofte';
import {
  type LampState,
  lampStates,
  layoutPath,
  type PathLayout,
  type Point,
} from '@lofteskartan/shared/lamp-layout';

/** The colours of the night, as the frontend's tokens have them. */
export const night = {
  ground: '#0c1530',
  low: '#1c2a4e',
  ink: '#f6f1e4',
  soft: '#b9c2da',
  lamp: '#ffc94d',
  core: '#fff3cf',
  before: '#ead9ae',
  off: '#7f8db5',
  post: '#5a6994',
  postLit: '#c79a48',
  postBefore: '#8d8a83',
  road: '#26355f',
  roadLit: '#5a4730',
} as const;

/** The lamps of a commitment: one for each promised act, year, step or period. */
export function lampsOf(progress: Progress): { states: LampState[]; expected: number | null } {
  switch (progress.type) {
    case 'count':
      return {
        states: lampStates({
          target: progress.target,
          done: progress.done,
          opening: progress.opening?.count ?? 0,
        }),
        expected: progress.expectedToday,
      };
    case 'recurring': {
      const states = progress.years.flatMap(({ due, done }) =>
        lampStates({ target: due, done: Math.min(due, done) }),
      );
      return { states, expected: null };
    }
    case 'milestones':
      return {
        states: progress.steps.map(({ doneOn }) => (doneOn === null ? 'off' : 'lit')),
        expected: null,
      };
    case 'ongoing':
      return { states: progress.periods.map(({ count }) => (count > 0 ? 'lit' : 'off')), expected: null };
  }
}

const figure = (value: number): string => String(Math.round(value * 100) / 100);

/** The path of lamps as the inside of an SVG, with its layout. */
export function lampScene(
  { states, expected }: { readonly states: readonly LampState[]; readonly expected: number | null },
  room: { readonly width: number; readonly height: number; readonly mostUnit: number },
  /** Distinguishes the gradients of several scenes in one document. */
  id = 'scene',
): { svg: string; layout: PathLayout } {
  const layout = layoutPath({ ...room, count: states.length, leastUnit: states.length > 120 ? 9 : 13 });
  const { unit, style } = layout;
  const before = states.filter((state) => state === 'opening').length;
  const firstDark = states.findIndex((state) => state !== 'opening' && state !== 'lit');
  // Lit is the road as far as lamps are lit without a gap.
  const lit = firstDark < 0 ? states.length : firstDark;
  const roadWidth = unit * (style === 'band' ? 0.95 : 0.42);
  const road = (d: string, stroke: string, opacity = 1): string =>
    d === ''
      ? ''
      : `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${figure(roadWidth)}" stroke-opacity="${String(opacity)}" stroke-linecap="round" stroke-linejoin="round"/>`;
  const parts = [
    gradients(id),
    road(layout.road, night.road),
    road(layout.roadUntil(lit), night.roadLit),
    ...(before > 0
      ? [road(layout.roadUntil(before), night.road), road(layout.roadUntil(before), night.before, 0.16)]
      : []),
    ...layout.feet.map((foot, index) => lamp(states[index] ?? 'off', foot, unit, style, id)),
    expected === null ? '' : flag(layout.after(expected), unit),
  ];
  return { svg: parts.join(''), layout };
}

function gradients(id: string): string {
  const stop = (offset: string, opacity: string): string =>
    `<stop offset="${offset}" stop-color="${night.lamp}" stop-opacity="${opacity}"/>`;
  const halo = stop('0', '0.62') + stop('0.45', '0.16') + stop('1', '0');
  const pool = stop('0', '0.78') + stop('1', '0');
  return `<defs><radialGradient id="${id}-halo">${halo}</radialGradient><radialGradient id="${id}-pool">${pool}</radialGradient></defs>`;
}

function lamp(
  state: LampState,
  { x, y }: Point,
  unit: number,
  style: PathLayout['style'],
  id: string,
): string {
  if (style === 'band') return globe(state, x, y, Math.max(2.2, unit * 0.3), Math.max(1, unit * 0.09));
  const radius = Math.max(3, unit * 0.2);
  const top = y - unit * 0.98;
  const line = Math.max(1.2, unit * 0.06);
  const post = state === 'lit' ? night.postLit : state === 'opening' ? night.postBefore : night.post;
  const light =
    state === 'lit'
      ? `<ellipse cx="${figure(x)}" cy="${figure(y + unit * 0.06)}" rx="${figure(unit * 0.78)}" ry="${figure(unit * 0.27)}" fill="url(#${id}-pool)"/>` +
        `<circle cx="${figure(x)}" cy="${figure(top)}" r="${figure(unit * 0.92)}" fill="url(#${id}-halo)"/>`
      : '';
  const trunk = `M${figure(x)} ${figure(top + radius)}V${figure(y)}M${figure(x - unit * 0.13)} ${figure(y)}h${figure(unit * 0.26)}`;
  return `${light}<path d="${trunk}" fill="none" stroke="${post}" stroke-width="${figure(line)}" stroke-linecap="round"/>${globe(state, x, top, radius, line)}`;
}

function globe(state: LampState, x: number, y: number, radius: number, line: number): string {
  const circle = (r: number, fill: string, stroke: string): string =>
    `<circle cx="${figure(x)}" cy="${figure(y)}" r="${figure(r)}" fill="${fill}" stroke="${stroke}" stroke-width="${figure(line)}"/>`;
  if (state === 'lit')
    return circle(radius, night.lamp, night.lamp) + circle(radius * 0.5, night.core, 'none');
  if (state === 'opening')
    return circle(radius * 0.62, night.before, 'none') + circle(radius, 'none', night.before);
  return circle(radius, 'none', night.off);
}

function flag({ x, y }: Point, unit: number): string {
  const top = y - unit * 1.52;
  const cloth = Math.max(6.5, unit * 0.34);
  const line = Math.max(1.4, unit * 0.07);
  return (
    `<path d="M${figure(x)} ${figure(y)}V${figure(top)}" fill="none" stroke="${night.ink}" stroke-width="${figure(line)}" stroke-linecap="round"/>` +
    `<path d="M${figure(x)} ${figure(top)}l${figure(cloth)} ${figure(cloth * 0.42)}l${figure(-cloth)} ${figure(cloth * 0.42)}z" fill="${night.ink}"/>`
  );
}
