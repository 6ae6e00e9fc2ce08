import {
  type CreatedShare,
  type CreatedToken,
  type InvitedMember,
  type OpenedShare,
  PATHS,
  SCOPES,
  type Scope,
  type SignInLink,
  type Site,
  type SiteDefinitionInput,
} from '@pulso/protocol'
import type { DocumentedOperation, OpenApi } from '../src/contract/to-openapi.ts'

/** Asks a running worker, by whatever connection. Paths begin with `/`; the origin is the worker's own. */
export type Call = (path: string, init?: RequestInit) => Promise<Response>

interface TenancyOptions {
  call: Call
  /** Where the worker believes to be: what a page of its own sends as Origin. */
  origin: string
  /** The operator's own headers. */
  operator: Record<string, string>
  document: OpenApi
  definition: SiteDefinitionInput
  /** Stores an answer with this comment at a site, so that there is something to leak. */
  storeComment: (site: Site, comment: string) => Promise<void>
  /** How many sites of others there are; every route is tried with every one. */
  foreignSites?: number
  /** In front of the ids of everything that is made, so that two runs do not meet. */
  name?: string
}

export interface TenancyReport {
  requests: number
  /** `GET /v1/sites/{site}` and so on: all that were tried, and those of them that belong to a site. */
  routes: string[]
  siteRoutes: string[]
  /** What went wrong, in words; empty when nobody got in. */
  leaks: string[]
}

/** One way of asking for what is not one's own. */
interface Intruder {
  name: string
  headers: Record<string, string>
  /** The statuses that refuse it. */
  refusals: readonly number[]
}

interface Route {
  method: string
  path: string
  operation: DocumentedOperation
}

const NOBODYS_RESPONSE = '01930000-0000-7000-8000-ffffffffffff'

/** Operations whose path names no site, but whose body does, or what they are about. */
const OF_SITES_ELSEWHERE = /^(createToken|deleteToken|createSignInLink|inviteMember|saveMember|removeMember|createMemberLink)$/

/** As likely in an answer by chance as a UUID: not at all. */
const toCanary = () => `canary-${crypto.randomUUID()}`

/**
 * Asks for every documented route as everybody who may not: without a token, with
 * a wrong, foreign, too weak, expired and deleted one, and with a session from
 * another origin; at sites of others and at sites that do not exist. Then looks
 * whether anything of the others came out, or changed.
 *
 * The document is made from the router, and a test holds the two together, so
 * this covers whatever routes there are.
 */
export async function runTenancy(options: TenancyOptions): Promise<TenancyReport> {
  const { call, operator, document, name = 'tenancy' } = options
  const report: TenancyReport = { requests: 0, routes: [], siteRoutes: [], leaks: [] }
  const counted: Call = (path, init) => {
    report.requests += 1
    return call(path, init)
  }
  const own = await makeSite(options, `${name}-own`, toCanary())
  const canaries: string[] = []
  const foreign: Site[] = []
  for (let number = 0; number < (options.foreignSites ?? 1); number += 1) {
    const canary = toCanary()
    canaries.push(canary)
    foreign.push(await makeSite(options, `${name}-foreign-${number}`, canary))
  }
  const tokens = await makeTokens(options, own, foreign[0] ?? own)
  const before = await readEverything(call, operator, foreign)
  canaries.push(tokens.foreign.id, tokens.foreignMember.id, tokens.foreignShare.id)
  const ids = [...foreign.map(({ id }) => id), `${name}-nobody`]
  const note = (what: string) => report.leaks.push(what)
  const look = async (response: Response, what: string) => {
    const text = await toText(response)
    for (const canary of canaries) if (text.includes(canary)) note(`${what} showed what belongs to another site`)
    return text
  }

  for (const route of toRoutes(document)) {
    const access = route.operation['x-pulso-access']
    const label = `${route.method} ${route.path}`
    report.routes.push(label)
    if (route.path.includes('{site}')) report.siteRoutes.push(label)
    for (const intruder of toIntruders(route, tokens, options.origin)) {
      const answers = new Set<string>()
      for (const id of ids) {
        const what = `${label} as ${intruder.name} at ${id}`
        const parts = {
          site: id,
          token: tokens.foreign.id,
          member: tokens.foreignMember.id,
          share: tokens.foreignShare.id,
          siteKey: 'pk_nobody',
        }
        const response = await counted(toPath(route, parts), toRequest(route, intruder.headers, options.definition, id))
        const text = await look(response, what)
        if (access !== 'public' && !intruder.refusals.includes(response.status)) note(`${what} got ${response.status}`)
        answers.add(`${response.status} ${text.replaceAll(id, '{site}')}`)
      }
      // Whether a site exists is not theirs to know either.
      if (answers.size > 1 && access !== 'public') note(`${label} as ${intruder.name} tells a site that exists from one that does not`)
    }
    // Who may, at the own site: else a route that refuses everybody would pass all of the above.
    const right = { Authorization: `Bearer ${tokens.own.token}` }
    const parts = { site: own.id, token: 'nothing', member: 'nothing', share: 'nothing', siteKey: own.siteKey }
    const response = await counted(toPath(route, parts), toRequest(route, right, options.definition, own.id))
    const text = await look(response, `${label} at the own site`)
    if ([401, 403].includes(response.status) && access !== 'public') note(`${label} refused its own site with ${response.status}`)
    if (response.status === 404 && text.includes('urn:pulso:problem:unknown-site')) note(`${label} did not find its own site`)
  }
  const after = await readEverything(call, operator, foreign)
  after.forEach((state, index) => {
    if (state !== before[index]) note(`${foreign[index]?.id} is not what it was`)
  })
  return report
}

function toRoutes(document: OpenApi): Route[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
}

type Tokens = Awaited<ReturnType<typeof makeTokens>>

function toIntruders({ operation, path }: Route, tokens: Tokens, origin: string): Intruder[] {
  const access = operation['x-pulso-access']
  const isOfSite = path.includes('{site}')
  // 429 refuses as well as 401: whoever shows many tokens that open nothing is told to wait.
  const nobody = [401, 429]
  const bearer = (token: string) => ({ Authorization: `Bearer ${token}` })
  const mistyped = tokens.own.token.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
  const intruders: Intruder[] = [
    { name: 'nobody', headers: {}, refusals: nobody },
    { name: 'somebody with a token that is none', headers: bearer('pulso_guess'), refusals: nobody },
    { name: 'somebody with a mistyped token', headers: bearer(mistyped), refusals: nobody },
    { name: 'somebody with another scheme', headers: { Authorization: `Basic ${btoa(`x:${tokens.own.token}`)}` }, refusals: nobody },
    { name: 'the holder of a deleted token', headers: bearer(tokens.deleted), refusals: nobody },
    { name: 'the holder of an expired token', headers: bearer(tokens.expired), refusals: nobody },
    { name: 'a session that there is not', headers: { Cookie: toCookie(origin, '0'.repeat(64)), Origin: origin }, refusals: nobody },
    { name: 'a page of another origin', headers: { Cookie: tokens.cookie, Origin: 'https://evil.example' }, refusals: [403] },
    { name: 'a page of another site', headers: { Cookie: tokens.cookie, 'Sec-Fetch-Site': 'cross-site' }, refusals: [403] },
    { name: 'a page of a neighbour', headers: { Cookie: tokens.cookie, 'Sec-Fetch-Site': 'same-site' }, refusals: [403] },
  ]
  if (isOfSite) {
    intruders.push({ name: 'the admin of another site', headers: bearer(tokens.own.token), refusals: [404] })
    intruders.push({ name: 'a session of another site', headers: { Cookie: tokens.ownCookie, Origin: origin }, refusals: [404] })
  } else if (OF_SITES_ELSEWHERE.test(operation.operationId)) {
    // These name the site, or what belongs to it, elsewhere.
    intruders.push({ name: 'the admin of another site', headers: bearer(tokens.own.token), refusals: [403, 404] })
  }
  // What a share link opens is of its site alone; and beside that only what it is itself.
  if (operation.operationId !== 'readShare')
    intruders.push({ name: 'the holder of a share link of another site', headers: bearer(tokens.share), refusals: [403, 404] })
  if (access !== 'any' && access !== 'public') {
    for (const [scope, token] of tokens.ofScope) {
      if (scope !== access && scope !== 'admin')
        intruders.push({ name: `the holder of ${scope} alone`, headers: bearer(token), refusals: [403, 404] })
    }
  }
  return intruders
}

async function makeSite({ call, operator, definition, storeComment }: TenancyOptions, id: string, canary: string): Promise<Site> {
  const response = await call(PATHS.site(id), {
    method: 'PUT',
    headers: { ...operator, 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...definition, name: canary, siteKey: undefined }),
  })
  if (!response.ok) throw new Error(await response.text())
  const site = (await response.json()) as Site
  await storeComment(site, canary)
  return site
}

async function makeTokens({ call, operator, origin }: TenancyOptions, own: Site, foreign: Site) {
  const post = async <Answer>(path: string, body: unknown): Promise<Answer> => {
    const response = await call(path, {
      method: 'POST',
      headers: { ...operator, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(await response.text())
    return (await response.json()) as Answer
  }
  const make = (scopes: readonly Scope[], sites: string[] | null, expiresAt: number | null = null) =>
    post<CreatedToken>(PATHS.tokens, { name: 'tenancy', scopes, sites, expiresAt })
  const signIn = async (sites: string[] | null): Promise<string> => {
    const link = await post<SignInLink>(PATHS.signInLinks, { sites })
    const signedIn = await call(PATHS.session, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: origin },
      body: JSON.stringify({ code: new URL(link.url).hash.slice(1) }),
    })
    return signedIn.headers.get('Set-Cookie')?.split(';')[0] ?? ''
  }
  const shareOf = (site: Site) => post<CreatedShare>(PATHS.shares(site.id), { name: 'tenancy', comments: true })
  const open = async ({ url }: CreatedShare) => (await post<OpenedShare>(PATHS.shared, { code: new URL(url).hash.slice(1) })).token ?? ''
  const deleted = await make(['admin'], null)
  await call(PATHS.token(deleted.id), { method: 'DELETE', headers: operator })
  const expired = await make(['admin'], null, Date.now() + 300)
  const isOpen = async () => (await call(PATHS.session, { headers: { Authorization: `Bearer ${expired.token}` } })).ok
  while (await isOpen());
  return {
    /** Everything, at the own site. */
    own: await make(['admin'], [own.id]),
    /** Somebody else's. */
    foreign: await make(['admin'], [foreign.id]),
    foreignMember: await post<InvitedMember>(PATHS.members, { name: toCanary(), role: 'viewer', sites: [foreign.id] }),
    foreignShare: await shareOf(foreign),
    /** Of a share link of the own site, comments included. */
    share: await open(await shareOf(own)),
    deleted: deleted.token,
    expired: expired.token,
    /** One scope each, at every site: what is missing is the scope alone. */
    ofScope: await Promise.all(SCOPES.map(async (scope) => [scope, (await make([scope], null)).token] as const)),
    cookie: await signIn(null),
    ownCookie: await signIn([own.id]),
  }
}

/** What an operator sees of each site: its definition, scores and responses. */
function readEverything(call: Call, operator: Record<string, string>, sites: readonly Site[]): Promise<string[]> {
  return Promise.all(
    sites.map(async ({ id }) => {
      const parts = await Promise.all(
        [PATHS.site(id), `${PATHS.exportNdjson(id)}?environment=all`, `${PATHS.stats(id)}?days=30`, PATHS.shares(id)].map(async (path) =>
          toText(await call(path, { headers: operator })),
        ),
      )
      return parts.join('\n').replace(/"asOf":\d+/, '')
    }),
  )
}

/** Not `.text()`: workerd warns of types that are no text/…, such as NDJSON. */
async function toText(response: Response): Promise<string> {
  return new TextDecoder().decode(await response.arrayBuffer())
}

function toPath(route: Route, parts: Record<'site' | 'token' | 'member' | 'share' | 'siteKey', string>): string {
  const query = route.operation.parameters.filter(({ in: place, required }) => place === 'query' && required)
  const values: Record<string, string> = { ...parts, locale: 'en', respondent: `p${'0'.repeat(32)}`, id: NOBODYS_RESPONSE, rev: '1' }
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? 'nothing')
  return query.length === 0 ? path : `${path}?${query.map(({ name, schema }) => `${name}=${toExample(schema)}`).join('&')}`
}

function toExample(schema: Record<string, unknown>): string {
  return Array.isArray(schema['enum']) ? String(schema['enum'][0]) : 'x'
}

/** A request that would do something at a site, if it were let in. */
function toRequest(
  { method, operation }: Route,
  headers: Record<string, string>,
  definition: SiteDefinitionInput,
  site: string,
): RequestInit {
  const init: RequestInit = { method, headers }
  if (operation.requestBody === undefined) return init
  const bodies: Record<string, object> = {
    saveSite: definition,
    createToken: { name: 'handed out', scopes: ['stats:read'], sites: [site] },
    createSignInLink: { sites: [site] },
    inviteMember: { name: 'Handed out', role: 'viewer', sites: [site] },
    saveMember: { name: 'Taken over', role: 'owner', sites: [site] },
    createShare: { name: 'handed out' },
    openShare: { code: '0'.repeat(64) },
    nameRespondent: { sub: 'ana' },
    saveRelease: { id: 'v1' },
    markResponse: { status: 'done' },
    markResponses: { ids: [NOBODYS_RESPONSE], status: 'done' },
    addNote: { text: 'A note' },
    judgeResponses: { ids: [NOBODYS_RESPONSE], verdict: 'confirmed' },
  }
  const body = bodies[operation.operationId] ?? {}
  return { ...init, headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
}

function toCookie(origin: string, token: string): string {
  return `${origin.startsWith('https:') ? '__Host-' : ''}pulso_session=${token}`
}
