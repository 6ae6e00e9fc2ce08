import type { CreatedShare, InvitedMember, Member, MemberList, Share, ShareList, SignInLink } from '@pulso/protocol/types'

/* What the screens here look into, of answers that may come from another version. */

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isMember(value: unknown): value is Member {
  return isRecord(value) && typeof value['id'] === 'string' && typeof value['name'] === 'string' && typeof value['role'] === 'string'
}

export function isMemberList(value: unknown): value is MemberList {
  return isRecord(value) && Array.isArray(value['members']) && value['members'].every(isMember)
}

export function isLink(value: unknown): value is SignInLink {
  return isRecord(value) && typeof value['url'] === 'string' && typeof value['expiresAt'] === 'number'
}

export function isInvitedMember(value: unknown): value is InvitedMember {
  return isRecord(value) && isLink(value['link']) && isMember(value)
}

function isShare(value: unknown): value is Share {
  return (
    isRecord(value) &&
    typeof value['id'] === 'string' &&
    typeof value['name'] === 'string' &&
    isRecord(value['filter']) &&
    isRecord(value['range'])
  )
}

export function isShareList(value: unknown): value is ShareList {
  return isRecord(value) && Array.isArray(value['shares']) && value['shares'].every(isShare)
}

export function isCreatedShare(value: unknown): value is CreatedShare {
  return isRecord(value) && typeof value['url'] === 'string' && isShare(value)
}
