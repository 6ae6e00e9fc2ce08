import { InstallReport } from '@pulso/protocol'
import { Hono } from 'hono'
import type { AppEnvironment } from '../bindings.ts'
import { declare } from '../contract/declare.ts'
import { readInstallReport } from './read-install-report.ts'

/** Whether a site's pages have been heard of. */
export const installRoutes = new Hono<AppEnvironment>()

installRoutes.get(
  '/v1/sites/:site/install',
  declare({
    id: 'readInstall',
    group: 'Reports',
    summary: 'Find out why no answer arrives',
    description:
      'Which origins load the site’s script, whose answers were refused and why, when the first answer came, and what was decided where touchpoints were reached. Signs are kept for four weeks, five origins of each, without paths; requests with a key that no site has cannot be here.',
    access: 'stats:read',
    site: 'existing',
    answers: { 200: { description: 'What is known.', schema: InstallReport } },
  }),
  async (context) => {
    const report = await readInstallReport(context.env.DB, context.var.site, Date.now())
    return context.json(report, 200, { 'Cache-Control': 'no-store' })
  },
)
