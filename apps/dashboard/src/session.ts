import { type ReadonlySignal, signal } from '@preact/signals'
import { PATHS } from '@pulso/protocol/constants'
import type { Scope, Session as SessionAnswer } from '@pulso/protocol/types'
import { request } from './request.ts'
import { isNothing, isSession, type SiteSummary } from './wire-guards.ts'

/** What may be looked at and done: without `mayReadResponses` only the scores. */
export type Rights = {
  sites: SiteSummary[]
  mayReadResponses: boolean
  mayWrite: boolean
  mayCreateSites: boolean
  isAdmin: boolean
  /** Who it is, where the session is a member's. */
  member: SessionAnswer['member'] | null
}

export type SessionState =
  | { is: 'checking' }
  | ({ is: 'signed-in' } & Rights)
  /** `link-spent`: the link was used before or is too old. `left`: the person signed out here. */
  | { is: 'signed-out'; because: 'never' | 'link-spent' | 'left' }
  | { is: 'unreachable' }

export type Session = {
  state: ReadonlySignal<SessionState>
  /** Whether the session of who is still here has ended: what they were writing stays where it is until there is one again. */
  hasEnded: ReadonlySignal<boolean>
  /** Asks the worker who this is; tries a code again that did not reach it. */
  check: () => Promise<void>
  /** Spends the one-time code of a sign-in link. */
  signIn: (code: string) => Promise<void>
  signOut: () => Promise<void>
  /** For whoever finds out from another request that the session has ended. */
  markEnded: () => void
}

function toRights({ sites, scopes, allSites, member }: SessionAnswer): Rights {
  const isAdmin = scopes.includes('admin')
  const may = (scope: Scope) => isAdmin || scopes.includes(scope)
  return {
    sites,
    mayReadResponses: may('responses:read'),
    mayWrite: may('site:write'),
    mayCreateSites: allSites && may('site:write'),
    isAdmin,
    member: member ?? null,
  }
}

/** Who is signed in: the cookie itself is HttpOnly and never seen here. */
export function createSession(): Session {
  const state = signal<SessionState>({ is: 'checking' })
  const hasEnded = signal(false)
  /** A code that the worker has not judged yet, because it could not be reached. */
  let unspentCode: string | null = null

  async function readSession(reasonIfNone: 'never' | 'link-spent'): Promise<void> {
    const outcome = await request(PATHS.session, isSession)
    if (!outcome.ok && hasEnded.value) return
    hasEnded.value = false
    if (outcome.ok) state.value = { is: 'signed-in', ...toRights(outcome.value) }
    else if (outcome.failure === 'signed-out') state.value = { is: 'signed-out', because: reasonIfNone }
    else state.value = { is: 'unreachable' }
  }

  async function signIn(code: string): Promise<void> {
    state.value = { is: 'checking' }
    unspentCode = code
    const outcome = await request(PATHS.session, isNothing, { method: 'POST', body: { code } })
    if (!outcome.ok && (outcome.failure === 'unreachable' || outcome.failure === 'broken')) {
      state.value = { is: 'unreachable' }
      return
    }
    unspentCode = null
    // Also after a refusal: a spent link in a browser that is signed in already just opens the dashboard.
    await readSession(outcome.ok ? 'never' : 'link-spent')
  }

  return {
    state,
    hasEnded,
    signIn,
    check: () => (unspentCode === null ? readSession('never') : signIn(unspentCode)),
    signOut: async () => {
      const outcome = await request(PATHS.session, isNothing, { method: 'DELETE' })
      // Saying "signed out" while the cookie lives on would be a lie on a shared computer.
      state.value = outcome.ok || outcome.failure === 'signed-out' ? { is: 'signed-out', because: 'left' } : { is: 'unreachable' }
    },
    markEnded: () => {
      if (state.value.is === 'signed-in') hasEnded.value = true
    },
  }
}
