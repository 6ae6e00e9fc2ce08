import { type ReadonlySignal, signal } from '@preact/signals'
import { PATHS } from '@pulso/protocol/constants'
import { request } from '../../request.ts'
import { isClaimed } from './guards.ts'

/** A name of the tray whose past is on its way to the map. `after` is where the next step begins; `state` is not kept. */
type Claim = { name: string; after: string; claimed: number; touchpoint: string | null; state: 'moving' | 'done' | 'failed' }

export type Claims = {
  all: ReadonlySignal<readonly Claim[]>
  begin: (name: string) => void
  /** Goes on with what a step has failed of. */
  goOn: (name: string) => void
  /** Takes one that is done from the list. */
  close: (name: string) => void
  destroy: () => void
}

type Kept = Pick<Claim, 'name' | 'after' | 'claimed'>

/**
 * Brings what was answered under names of the tray to the map, step by step.
 * How far it has come is kept in this browser, so that it goes on after a
 * reload; repeating a step changes nothing.
 */
export function createClaims(site: string): Claims {
  const key = `pulso.claims.${site}`
  const all = signal<readonly Claim[]>(recall(key).map((kept) => ({ ...kept, touchpoint: null, state: 'moving' as const })))
  const ending = new AbortController()

  function change(name: string, changes: Partial<Claim>): void {
    all.value = all.value.map((claim) => (claim.name === name ? { ...claim, ...changes } : claim))
    keep(
      key,
      all.value.filter(({ state }) => state !== 'done'),
    )
  }

  async function move(name: string): Promise<void> {
    for (;;) {
      const claim = all.value.find((one) => one.name === name)
      if (!claim || ending.signal.aborted) return
      const { after } = claim
      const outcome = await request(PATHS.claim(site), isClaimed, { method: 'POST', body: { name, after }, signal: ending.signal })
      if (ending.signal.aborted) return
      if (!outcome.ok) {
        change(name, { state: 'failed' })
        return
      }
      const { claimed, touchpoint, next } = outcome.value
      change(name, { claimed: claim.claimed + claimed, touchpoint, after: next ?? after, state: next === null ? 'done' : 'moving' })
      if (next === null) return
    }
  }

  for (const { name } of all.value) void move(name)
  return {
    all,
    begin: (name) => {
      all.value = [...all.value.filter((claim) => claim.name !== name), { name, after: '', claimed: 0, touchpoint: null, state: 'moving' }]
      void move(name)
    },
    goOn: (name) => {
      change(name, { state: 'moving' })
      void move(name)
    },
    close: (name) => {
      all.value = all.value.filter((claim) => claim.name !== name)
      keep(key, all.value)
    },
    destroy: () => ending.abort(),
  }
}

function recall(key: string): Kept[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isKept) : []
  } catch {
    // Storage that is blocked or holds something else: there is nothing to go on with.
    return []
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false
  const { name, after, claimed } = value as Record<string, unknown>
  return typeof name === 'string' && typeof after === 'string' && typeof claimed === 'number'
}

function keep(key: string, claims: readonly Claim[]): void {
  try {
    if (claims.length === 0) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(claims.map(({ name, after, claimed }) => ({ name, after, claimed }))))
  } catch {
    // Then it does not survive a reload; claiming again takes up what is left.
  }
}
