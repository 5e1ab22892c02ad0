import type { ResponsibleBody, SaveBody } from '@lofteskartan/shared/contracts/bodies';

/** A body while it is being written; texts are '' while empty, roads stand one a line, the area as GeoJSON. */
export interface BodyDraft extends Record<
  'name' | 'email' | 'phone' | 'web' | 'how' | 'roads' | 'area',
  string
> {
  kind: ResponsibleBody['kind'] | '';
  lamps: boolean;
  active: boolean;
}

/** What is written when the window opens. */
export const draftOf = (body: ResponsibleBody | null): BodyDraft => ({
  kind: body?.kind ?? '',
  name: body?.name ?? '',
  email: body?.email ?? '',
  phone: body?.phone ?? '',
  web: body?.web ?? '',
  how: body?.how ?? '',
  roads: body?.roads.join('\n') ?? '',
  area: body?.area ? JSON.stringify(body.area) : '',
  lamps: body?.lamps ?? false,
  active: body?.active ?? true,
});

/** The area as it is written: null for none, undefined when it is no JSON object. A Feature counts as its geometry. */
export function areaOf(text: string): object | null | undefined {
  if (text.trim() === '') return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    const { type, geometry } = value as { type?: unknown; geometry?: unknown };
    return type === 'Feature' && typeof geometry === 'object' ? geometry : value;
  } catch {
    return undefined;
  }
}

/** The message to the server, or null while something is missing. */
export function bodyOf(draft: BodyDraft, version: number | undefined): SaveBody | null {
  const area = areaOf(draft.area);
  if (draft.kind === '' || draft.name.trim() === '' || area === undefined) return null;
  const filled = (text: string) => text.trim() || undefined;
  return {
    kind: draft.kind,
    name: draft.name.trim(),
    email: filled(draft.email),
    phone: filled(draft.phone),
    web: filled(draft.web),
    how: filled(draft.how),
    roads: draft.roads
      .split('\n')
      .map((road) => road.trim())
      .filter(Boolean),
    area,
    lamps: draft.lamps,
    active: draft.active,
    version,
  };
}
