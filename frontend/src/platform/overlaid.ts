import type { ResourceKey } from 'i18next';

/** Words with others laid over them: what stands in `above` is said instead of what stands at the same key `below`. */
export function overlaid(below: ResourceKey, above: ResourceKey): ResourceKey {
  if (typeof below === 'string' || typeof above === 'string') return above;
  const words: Record<string, unknown> = { ...below };
  for (const [key, word] of Object.entries(above) as [string, unknown][]) {
    const under = words[key];
    words[key] = isGroup(under) && isGroup(word) ? overlaid(under, word) : word;
  }
  return words;
}

const isGroup = (word: unknown): word is Record<string, unknown> => typeof word === 'object' && word !== null;
