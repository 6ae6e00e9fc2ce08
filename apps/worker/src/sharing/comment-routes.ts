import { LIMITS, type SharedComment, SharedComments, toTouchpointFinder, UNMAPPED_TOUCHPOINT } from '@pulso/protocol'
import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnvironment } from '../bindings.ts'
import { CommentStore, type StoredComment } from '../comments/comment-store.ts'
import { readSentiment } from '../comments/read-sentiment.ts'
import { declare } from '../contract/declare.ts'
import { addDays, toLocalTime } from '../reports/local-time.ts'
import { toDefaultLane } from '../respondents/to-lane.ts'
import { refuseUnknownTouchpoint } from '../sites/refuse-unknown-touchpoint.ts'
import { toSharedDays, toSharedPart, toSharedSite } from './share-terms.ts'

const BOUNDS = { exportPageRows: LIMITS.exportPageRows, themeRows: LIMITS.sharedCommentRows, themeComments: LIMITS.sharedCommentRows }

const CommentsQuery = z.strictObject({
  touchpoint: z.string().min(1).max(LIMITS.keyLength).optional().meta({ description: 'Only what is said there.' }),
})

/** What people wrote, for whoever looks through a share link. */
export const commentRoutes = new Hono<AppEnvironment>()

commentRoutes.get(
  '/v1/sites/:site/comments',
  declare({
    id: 'listComments',
    group: 'Reports',
    summary: 'Read the newest comments, without who wrote them',
    description: `For share links that show comments, and for reports that leave the house: no id, no respondent, and the day instead of the time. At most ${LIMITS.sharedComments}, looked for among the newest ${LIMITS.sharedCommentRows} responses.`,
    access: 'responses:read',
    site: 'existing',
    query: CommentsQuery,
    isShared: true,
    answers: { 200: { description: 'The newest first.', schema: SharedComments } },
  }),
  async (context) => {
    const { site, terms } = context.var
    const { touchpoint } = context.req.valid('query')
    refuseUnknownTouchpoint(terms ? toSharedSite(site, terms) : site, touchpoint)
    const now = Date.now()
    const today = toLocalTime(now, site.timeZone).day
    const days = terms ? toSharedDays(terms, today) : { from: addDays(today, -LIMITS.themeDays), to: today }
    const store = new CommentStore(context.env.DB, site.id, BOUNDS)
    const { comments } = await store.readNewest({ ...days, lane: toDefaultLane(site), now })
    const find = toTouchpointFinder(site.touchpoints)
    const part = terms && toSharedPart(site, terms)
    const shown = comments
      .map((comment) => ({ ...comment, touchpoint: find(comment.touchpoint, comment.promptId) ?? UNMAPPED_TOUCHPOINT }))
      .filter((comment) => (part?.isOf(comment) ?? true) && (touchpoint === undefined || comment.touchpoint === touchpoint))
      .sort((left, right) => right.occurredAt - left.occurredAt)
      .slice(0, LIMITS.sharedComments)
      .map(toSharedComment)
    return context.json({ comments: shown }, 200, { 'Cache-Control': 'no-store' })
  },
)

function toSharedComment({ touchpoint, day, kind, scaleMax, score, text, locale }: StoredComment): SharedComment {
  return { touchpoint, day, kind, scaleMax, score, text, locale, sentiment: readSentiment(text, locale) }
}
