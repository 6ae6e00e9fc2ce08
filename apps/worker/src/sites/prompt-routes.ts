import { Key, PromptVersionList } from '@pulso/protocol'
import { Hono } from 'hono'
import type { AppEnvironment } from '../bindings.ts'
import { declare } from '../contract/declare.ts'
import { ProblemError } from '../request/problem-error.ts'
import { PromptVersionStore } from './prompt-version-store.ts'

/** What the prompts of a site were. They are changed with their site, by PUT. */
export const promptRoutes = new Hono<AppEnvironment>()

promptRoutes.get(
  '/v1/sites/:site/prompts/:prompt/versions',
  declare({
    id: 'listPromptVersions',
    group: 'Sites',
    summary: 'List the versions of a prompt',
    description:
      'What it was and since when, complete, the newest first; also of a prompt that is retired. Each response says which version it answers. To take one back, save the site with it: it becomes the next version.',
    access: 'stats:read',
    site: 'existing',
    params: { prompt: { description: 'Id of the prompt.', schema: Key } },
    answers: { 200: { description: 'The versions that are remembered, up to a hundred.', schema: PromptVersionList } },
  }),
  async (context) => {
    const versions = await new PromptVersionStore(context.env.DB, context.var.site.id).list(context.req.param('prompt'))
    if (versions.length === 0) throw new ProblemError('not-found', 'The site has never had such a prompt.')
    return context.json({ versions }, 200, { 'Cache-Control': 'no-store' })
  },
)
