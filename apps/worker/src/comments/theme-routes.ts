import { LIMITS, ThemesReport, toTouchpointFinder, UNMAPPED_TOUCHPOINT } from '@pulso/protocol'
import { Hono } from 'hono'
import type { AppEnvironment } from '../bindings.ts'
import { declare } from '../contract/declare.ts'
import { addDays, toLocalTime } from '../reports/local-time.ts'
import { toDefaultLane } from '../respondents/to-lane.ts'
import { refuseBeyondTerms, toSharedDays, toSharedPart, toSharedSite } from '../sharing/share-terms.ts'
import { toSharedThemes } from '../sharing/to-shared-themes.ts'
import { refuseUnknownTouchpoint } from '../sites/refuse-unknown-touchpoint.ts'
import { CommentStore } from './comment-store.ts'
import { ThemesQuery } from './themes-query.ts'
import { toThemesReport } from './to-themes-report.ts'

/** What people write about, and how it feels. */
export const themeRoutes = new Hono<AppEnvironment>()

themeRoutes.get(
  '/v1/sites/:site/themes',
  declare({
    id: 'readThemes',
    group: 'Reports',
    summary: 'Read what comments are about, and how they feel',
    description: `The words and phrases that are written in this range (and at this touchpoint) more often than in the range before and at the other touchpoints, with examples; and for each touchpoint the share of positive and negative comments. In Spanish and English. At most ${LIMITS.themeComments} comments among the newest ${LIMITS.themeRows} responses are read; \`comments.isAll\` says whether those were all.`,
    access: 'responses:read',
    site: 'existing',
    query: ThemesQuery,
    isShared: true,
    answers: { 200: { description: 'The themes, the most telling first.', schema: ThemesReport } },
  }),
  async (context) => {
    const { site, terms } = context.var
    refuseBeyondTerms(terms, context.req.valid('query'))
    const { days, touchpoint = null, environment, lane = toDefaultLane(site, environment) } = context.req.valid('query')
    refuseUnknownTouchpoint(terms ? toSharedSite(site, terms) : site, touchpoint)
    const now = Date.now()
    const today = toLocalTime(now, site.timeZone).day
    const shown = terms && toSharedDays(terms, today)
    const to = shown && shown.to < today ? shown.to : today
    const range = { from: addDays(to, 1 - days), to }
    const previous = { from: addDays(range.from, -days), to: addDays(range.from, -1) }
    const oldest = shown && shown.from > previous.from ? shown.from : previous.from
    const read = await new CommentStore(context.env.DB, site.id).readNewest({ from: oldest, to: range.to, lane, now })
    const find = toTouchpointFinder(site.touchpoints)
    const part = terms && toSharedPart(site, terms)
    const comments = read.comments
      .map((comment) => ({ ...comment, touchpoint: find(comment.touchpoint, comment.promptId) ?? UNMAPPED_TOUCHPOINT }))
      .filter((comment) => part?.isOf(comment) ?? true)
    const report = toThemesReport({ range, previous, touchpoint, environment, lane, asOf: now, read: { ...read, comments } })
    return context.json(terms ? toSharedThemes(report) : report, 200, { 'Cache-Control': 'no-store' })
  },
)
