import type { Session } from '../session.ts'

/** Whether whoever is signed in may change what they see here. */
export function mayWrite({ state }: Session): boolean {
  const now = state.value
  return now.is === 'signed-in' && now.mayWrite
}

/** Whether they may decide who else gets in, and have everything counted. */
export function isAdmin({ state }: Session): boolean {
  const now = state.value
  return now.is === 'signed-in' && now.isAdmin
}
