import {
  CreatedShare,
  LIMITS,
  OpenedShare,
  OTHER_SEGMENT,
  PATHS,
  type Share,
  ShareDefinition,
  SharedView,
  ShareList,
  ShareOpening,
} from '@pulso/protocol'
import { Hono } from 'hono'
import * as z from 'zod'
import { noteGuess, refuseGuesses } from '../access/authorize.ts'
import { GuessLimit } from '../access/guess-limit.ts'
import type { AppEnvironment } from '../bindings.ts'
import { declare } from '../contract/declare.ts'
import { ProblemError } from '../request/problem-error.ts'
import { SiteStore } from '../sites/site-store.ts'
import { toPasswordProof } from './share-password.ts'
import { findShareByCode, findShareOfGrant, isProved, markShareOpened, ShareStore, toTicket } from './share-store.ts'
import { toShareToken } from './share-token.ts'

const NO_STORE = { 'Cache-Control': 'no-store' }
const DAY_MS = 86_400_000

/** Wrong passwords by link: many networks that guess together are one guesser. */
const passwordLimit = new GuessLimit(LIMITS.sharePasswordsPerMinute)

/** Links that show a part of a site to whoever has them. */
export const shareRoutes = new Hono<AppEnvironment>()

shareRoutes.post(
  '/v1/sites/:site/shares',
  declare({
    id: 'createShare',
    group: 'Share links',
    summary: 'Make a share link',
    description: `It shows scores, and comments where it says so, and only what passes its filters and lies in its days: whatever is asked through it is narrowed by them. It ends after ${LIMITS.shareDays} days unless \`expiresAt\` says otherwise. It is never changed: another view is another link. The answer is the only time that the link is shown.`,
    access: 'admin',
    site: 'existing',
    body: { schema: ShareDefinition, maxBytes: LIMITS.managementBytes },
    answers: { 201: { description: 'The link, once.', schema: CreatedShare } },
  }),
  async (context) => {
    const [definition, now] = [context.req.valid('json'), Date.now()]
    const { expiresAt = now + LIMITS.shareDays * DAY_MS } = definition
    if (expiresAt !== null && expiresAt <= now) {
      throw new ProblemError('invalid-request', 'expiresAt: it has passed already; use milliseconds since 1970.')
    }
    refuseUnknownNames(context.var.site, definition.filter)
    const { share, code } = await new ShareStore(context.env.DB, context.var.site.id).create(definition, expiresAt, now)
    const url = new URL('/shared', context.req.url)
    // Behind the #, which browsers do not send: it is in no log and no Referer.
    url.hash = code
    return context.json({ ...share, url: url.href }, 201, NO_STORE)
  },
)

shareRoutes.get(
  '/v1/sites/:site/shares',
  declare({
    id: 'listShares',
    group: 'Share links',
    summary: 'List share links',
    access: 'admin',
    site: 'existing',
    answers: { 200: { description: 'The newest first.', schema: ShareList } },
  }),
  async (context) => {
    const shares = await new ShareStore(context.env.DB, context.var.site.id).list()
    return context.json({ shares }, 200, NO_STORE)
  },
)

shareRoutes.delete(
  '/v1/sites/:site/shares/:share',
  declare({
    id: 'deleteShare',
    group: 'Share links',
    summary: 'End a share link',
    description: 'It opens nothing from this moment on; live connections that it opened end with their next frame.',
    access: 'admin',
    site: 'existing',
    params: { share: { description: 'The id of the link, from the list.', schema: z.string() } },
    answers: { 204: { description: 'It is gone.' } },
  }),
  async (context) => {
    const isRemoved = await new ShareStore(context.env.DB, context.var.site.id).remove(context.req.param('share'))
    if (!isRemoved) throw new ProblemError('not-found', 'The site has no such share link.')
    return context.body(null, 204)
  },
)

shareRoutes.post(
  PATHS.shared,
  declare({
    id: 'openShare',
    group: 'Share links',
    summary: 'Open a share link',
    description:
      'Gives the token that reads through it, for the Authorization header or, with a WebSocket, as one of its protocols beside `pulso`. It sets no cookie, so it disturbs nobody who is signed in. Where the link has a password, nothing is said before that comes along; wrong ones are counted, of each network and of each link.',
    access: 'public',
    body: { schema: ShareOpening, maxBytes: LIMITS.batchBytes },
    answers: { 200: { description: 'What it shows, or that it wants a password.', schema: OpenedShare } },
    problems: ['unauthorized', 'rate-limited'],
  }),
  async (context) => {
    const [{ code, password }, now] = [context.req.valid('json'), Date.now()]
    refuseGuesses(context.req.raw)
    const found = await findShareByCode(context.env.DB, code, now)
    if (!found) {
      noteGuess(context.req.raw)
      throw new ProblemError('unauthorized', 'This share link has ended or was mistyped: ask for a new one.')
    }
    const { share, siteId, proofHash } = found
    if (share.hasPassword && password === undefined) return context.json({ needsPassword: true, token: null, view: null }, 200, NO_STORE)
    const proof = share.hasPassword ? await prove(code, password ?? '', share.id, now) : null
    if (!(await isProved(proofHash, proof))) {
      passwordLimit.add(share.id, now)
      noteGuess(context.req.raw)
      throw new ProblemError('unauthorized', 'This is not the password of the link.')
    }
    context.executionCtx.waitUntil(markShareOpened(context.env.DB, { id: share.id, siteId }, now))
    const opened: OpenedShare = {
      needsPassword: false,
      token: toShareToken({ code, password: proof === null ? null : { proof, ticket: await toTicket(share.id, proof) } }),
      view: await toView(context.env.DB, siteId, share),
    }
    return context.json(opened, 200, NO_STORE)
  },
)

shareRoutes.get(
  PATHS.shared,
  declare({
    id: 'readShare',
    group: 'Share links',
    summary: 'Ask what a share link shows',
    description: 'With its token; for any other there is nothing here.',
    access: 'any',
    isShared: true,
    answers: { 200: { description: 'What it shows.', schema: SharedView } },
    problems: ['not-found'],
  }),
  async (context) => {
    const { holder } = context.var.grant
    const found = holder.kind === 'share' ? await findShareOfGrant(context.env.DB, holder.id) : null
    if (!found) throw new ProblemError('not-found', 'This is asked with the token of a share link.')
    return context.json(await toView(context.env.DB, found.siteId, found.share), 200, NO_STORE)
  },
)

/** @throws ProblemError `rate-limited` before anything is computed */
async function prove(code: string, password: string, share: string, now: number): Promise<string> {
  const seconds = passwordLimit.toWaitSeconds(share, now)
  if (seconds > 0) {
    throw new ProblemError('rate-limited', 'Too many wrong passwords were tried at this link. Wait a little.', {
      headers: { 'Retry-After': String(seconds) },
    })
  }
  return toPasswordProof(password, code)
}

async function toView(database: D1Database, siteId: string, share: Share): Promise<SharedView> {
  const { id, name, timeZone, defaultLocale } = await new SiteStore(database).find(siteId)
  const { name: title, filter, range, comments, expiresAt } = share
  return { name: title, filter, range, comments, expiresAt, site: { id, name, timeZone, defaultLocale } }
}

/** A name that is mistyped would show nothing, and nobody would notice. @throws ProblemError `invalid-request` */
function refuseUnknownNames(site: AppEnvironment['Variables']['site'], { stage, touchpoint, segment }: ShareDefinition['filter']): void {
  const known = {
    stage: site.stages.map(({ key }) => key),
    touchpoint: site.touchpoints.map(({ key }) => key),
    segment: [...site.segments, OTHER_SEGMENT],
  }
  for (const [name, values] of Object.entries({ stage, touchpoint, segment }) as [keyof typeof known, string[] | undefined][]) {
    const unknown = values?.find((value) => !known[name].includes(value))
    if (unknown !== undefined) throw new ProblemError('invalid-request', `filter.${name}: the site has none that is called "${unknown}".`)
  }
}
