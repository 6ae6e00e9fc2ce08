import type { Role, Scope, ShareTerms } from '@pulso/protocol'

/** Who holds a grant: enough to find out later whether it still stands. */
export type Holder = { kind: 'operator' } | { kind: 'token' | 'session' | 'share'; id: string }

/** What somebody may do, and where; no sites means all of them. */
export interface Permission {
  scopes: readonly Scope[]
  sites: readonly string[] | null
}

/** The permission behind one request. */
export interface Grant extends Permission {
  holder: Holder
  /** Whose session it is, where it is a member's. */
  member?: { id: string; name: string; role: Role }
  /** Of a share link: what alone it shows. A route that does not know of it refuses it: see `isShared`. */
  terms?: ShareTerms
}

/** What the deployment's own secret opens. */
export const OPERATOR: Grant = { holder: { kind: 'operator' }, scopes: ['admin'], sites: null }

export function mayUse({ scopes }: Permission, scope: Scope): boolean {
  return scopes.includes(scope) || scopes.includes('admin')
}

export function maySee({ sites }: Permission, site: string): boolean {
  return sites === null || sites.includes(site)
}

/** Whether what somebody has lies within the sites of another: what is beyond is not there for them. */
export function isWithinSites(asking: Permission, { sites }: Pick<Permission, 'sites'>): boolean {
  return asking.sites === null || (sites?.every((site) => maySee(asking, site)) ?? false)
}

/** Nobody hands out more than they have: neither a scope nor a site. */
export function mayHandOut(own: Permission, wanted: Permission): boolean {
  return isWithinSites(own, wanted) && wanted.scopes.every((scope) => mayUse(own, scope))
}

/** Scopes and sites as their row keeps them. */
export function toPermissionColumns({ scopes, sites }: Permission): [scopes: string, sites: string | null] {
  return [JSON.stringify(scopes), sites === null ? null : JSON.stringify(sites)]
}

export function parsePermissionColumns(row: { scopes: string; sites: string | null }): { scopes: Scope[]; sites: string[] | null } {
  return { scopes: JSON.parse(row.scopes) as Scope[], sites: row.sites === null ? null : (JSON.parse(row.sites) as string[]) }
}
