import type { Visit } from '../core/parts.ts'

/**
 * For this share of visitors, from 0 to 1. The same visitor gets the same answer
 * every time: drawing anew at every trigger would in the end ask everybody. Each
 * prompt draws its own share of the visitors, by FNV-1a over the seed and its id.
 */
export const rule = (share: number, { storage, prompt }: Visit): boolean => {
  const seed = storage.get('seed') ?? `${Math.random()}`
  storage.set('seed', seed)
  let hash = 2166136261
  for (const character of seed + prompt.id) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619)
  // The low bits of the last characters hardly move the high ones: mixed once more (the end of MurmurHash3).
  hash = Math.imul(hash ^ (hash >>> 16), 2246822507)
  hash = Math.imul(hash ^ (hash >>> 13), 3266489909)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32 < share
}
