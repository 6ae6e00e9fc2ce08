import { InvitedMember, LIMITS, Member, MemberDefinition, MemberLinkDefinition, MemberList, PATHS, SignInLink } from '@pulso/protocol'
import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnvironment } from '../bindings.ts'
import { declare } from '../contract/declare.ts'
import { SiteStore } from '../sites/site-store.ts'
import { MemberStore, toMemberPermission } from './member-store.ts'
import { SessionStore } from './session-store.ts'
import { refuseMore } from './token-routes.ts'

const NO_STORE = { 'Cache-Control': 'no-store' }
const MEMBER = { member: { description: 'The id of a member, from the list.', schema: z.string() } }

/** Who is in the team: invited, listed, changed and removed by whoever has `admin`, within what that admin may see. */
export const memberRoutes = new Hono<AppEnvironment>()

memberRoutes.post(
  PATHS.members,
  declare({
    id: 'inviteMember',
    group: 'Members',
    summary: 'Invite a member',
    description:
      'A name and a role: `owner` has `admin`; `editor` has `site:write`, `responses:read` and `stats:read`; `analyst` the last two; `viewer` `stats:read`. The answer is the only time that the invite link is shown: it lets one browser in, once, within seven days. Nobody gives a role beyond what they have.',
    access: 'admin',
    body: { schema: MemberDefinition, maxBytes: LIMITS.batchBytes },
    answers: { 201: { description: 'The member, and their link, once.', schema: InvitedMember } },
  }),
  async (context) => {
    const definition = context.req.valid('json')
    refuseMore(context.var.grant, toMemberPermission(definition))
    await new SiteStore(context.env.DB).refuseUnknown(definition.sites ?? [])
    const now = Date.now()
    const member = await new MemberStore(context.env.DB).create(definition, now)
    const link = await toLink(context.env.DB, context.req.url, member.id, now)
    const invited: InvitedMember = { ...member, linkExpiresAt: link.expiresAt, link }
    return context.json(invited, 201, NO_STORE)
  },
)

memberRoutes.get(
  PATHS.members,
  declare({
    id: 'listMembers',
    group: 'Members',
    summary: 'List members',
    description: 'An admin of some sites sees the members who see no others.',
    access: 'admin',
    answers: { 200: { description: 'By name.', schema: MemberList } },
  }),
  async (context) => {
    const answer: MemberList = { members: await new MemberStore(context.env.DB).list(context.var.grant, Date.now()) }
    return context.json(answer, 200, NO_STORE)
  },
)

memberRoutes.put(
  '/v1/members/:member',
  declare({
    id: 'saveMember',
    group: 'Members',
    summary: 'Change the name, role or sites of a member',
    description:
      'It holds from this moment on, in sessions that are open and in live connections with their next frame. The last owner of a site stays its owner.',
    access: 'admin',
    params: MEMBER,
    body: { schema: MemberDefinition, maxBytes: LIMITS.batchBytes },
    answers: { 200: { description: 'The member as they are now.', schema: Member } },
  }),
  async (context) => {
    const [definition, now] = [context.req.valid('json'), Date.now()]
    const store = new MemberStore(context.env.DB)
    const before = await store.find(context.req.param('member'), context.var.grant, now)
    refuseMore(context.var.grant, toMemberPermission(definition))
    await new SiteStore(context.env.DB).refuseUnknown(definition.sites ?? [])
    return context.json(await store.change(before, definition, now), 200, NO_STORE)
  },
)

memberRoutes.delete(
  '/v1/members/:member',
  declare({
    id: 'removeMember',
    group: 'Members',
    summary: 'Remove a member',
    description: 'Their sessions and links open nothing from this moment on; live connections end with their next frame.',
    access: 'admin',
    params: MEMBER,
    answers: { 204: { description: 'They are out.' } },
  }),
  async (context) => {
    const store = new MemberStore(context.env.DB)
    await store.remove(await store.find(context.req.param('member'), context.var.grant, Date.now()))
    return context.body(null, 204)
  },
)

memberRoutes.post(
  '/v1/members/:member/links',
  declare({
    id: 'createMemberLink',
    group: 'Members',
    summary: 'Make a new link for a member',
    description:
      'For another device, or one that was lost: `{"endsSessions": true}` also ends every session that they have. Links made for them before and not used yet stop working.',
    access: 'admin',
    params: MEMBER,
    body: { schema: MemberLinkDefinition, maxBytes: LIMITS.batchBytes, isOptional: true },
    answers: { 201: { description: 'The link, once.', schema: SignInLink } },
  }),
  async (context) => {
    const now = Date.now()
    const member = await new MemberStore(context.env.DB).find(context.req.param('member'), context.var.grant, now)
    // A link is a way to be that member: it is made by nobody who may less.
    refuseMore(context.var.grant, toMemberPermission(member))
    const { endsSessions } = context.req.valid('json')
    await new SessionStore(context.env.DB).endForMember(member.id, endsSessions)
    return context.json(await toLink(context.env.DB, context.req.url, member.id, now), 201, NO_STORE)
  },
)

/** The code is behind the `#`, which browsers do not send: it is in no log and no Referer. */
async function toLink(database: D1Database, address: string, member: string, now: number): Promise<SignInLink> {
  const { code, expiresAt } = await new SessionStore(database).createMemberCode(member, now)
  const url = new URL('/join', address)
  url.hash = code
  return { url: url.href, expiresAt }
}
