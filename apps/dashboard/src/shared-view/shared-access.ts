import { type ReadonlySignal, signal } from '@preact/signals'
import { PATHS } from '@pulso/protocol/constants'
import type { SharedView } from '@pulso/protocol/types'
import { type Failure, request } from '../request.ts'
import { isOpenedShare, isSharedView } from './guards.ts'

type AccessState =
  | { is: 'opening' }
  | { is: 'password'; said: 'nothing' | 'wrong' | 'wait' }
  | { is: 'open'; view: SharedView; token: string }
  | { is: 'ended' }
  | { is: 'failed'; failure: Failure }

export type SharedAccess = { state: ReadonlySignal<AccessState>; open: (password?: string) => Promise<void>; markEnded: () => void }

/**
 * The way in by a share link. The token is this tab's alone: no cookie, so that who is
 * signed in stays who they are, and two links in two tabs know nothing of each other.
 */
export function createSharedAccess(code: string): SharedAccess {
  const state = signal<AccessState>({ is: 'opening' })
  // Of the code only the beginning: the key of a storage is no place for a secret.
  const shelf = `pulso.shared:${code.slice(0, 8)}`

  async function open(password?: string): Promise<void> {
    const kept = password === undefined ? recall(shelf) : null
    if (kept?.startsWith(`shared_${code}`)) {
      const known = await request(PATHS.shared, isSharedView, { headers: { authorization: `Bearer ${kept}` } })
      if (known.ok) {
        state.value = { is: 'open', view: known.value, token: kept }
        return
      }
    }
    const body = { code, ...(password !== undefined && { password }) }
    const outcome = await request(PATHS.shared, isOpenedShare, { method: 'POST', body })
    if (!outcome.ok) {
      const isWaiting = outcome.problem?.status === 429
      if (password !== undefined && (outcome.failure === 'signed-out' || isWaiting)) {
        state.value = { is: 'password', said: isWaiting ? 'wait' : 'wrong' }
      } else if (outcome.failure === 'signed-out' || outcome.failure === 'missing') state.value = { is: 'ended' }
      else state.value = { is: 'failed', failure: outcome.failure }
      return
    }
    const { token, view } = outcome.value
    if (token === null || view === null) {
      state.value = { is: 'password', said: 'nothing' }
      return
    }
    // A reload must not ask for the password again; the next tab must.
    if (password !== undefined) keep(shelf, token)
    state.value = { is: 'open', view, token }
  }

  void open()
  return {
    state,
    open,
    markEnded: () => {
      state.value = { is: 'ended' }
    },
  }
}

function recall(key: string): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

function keep(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value)
  } catch {
    // Storage can be blocked or full: then a reload asks again.
  }
}
