import { Key, type ShareTerms } from '@pulso/protocol'
import type { Context, MiddlewareHandler } from 'hono'
import type * as z from 'zod'
import { authorize, setSessionCookie } from '../access/authorize.ts'
import { type Grant, maySee, mayUse } from '../access/grant.ts'
import type { AppEnvironment, Bindings } from '../bindings.ts'
import { parseBody } from '../request/parse-body.ts'
import { ProblemError } from '../request/problem-error.ts'
import { readJson } from '../request/read-json.ts'
import { SiteStore, type StoredSite, toUnknownSite } from '../sites/site-store.ts'
import type { Operation } from './operation.ts'

/** What a handler behind a declaration finds in `context.var`. */
interface Found<Declared extends Operation> {
  Bindings: Bindings
  Variables: (Declared extends { access: 'public' } ? object : { grant: Grant }) &
    (Declared extends { site: 'existing' } ? { site: StoredSite } : object) &
    (Declared extends { isShared: true } ? { terms: ShareTerms | null } : object)
}

/** What a handler behind a declaration gets from `context.req.valid`. */
interface Valid<Declared extends Operation> {
  in: object
  out: (Declared extends { query: infer Query extends z.ZodType } ? { query: z.output<Query> } : object) &
    (Declared extends { body: { schema: infer Body extends z.ZodType; isReadByHandler?: never } } ? { json: z.output<Body> } : object)
}

const operations = new WeakMap<object, Operation>()

/**
 * Declares a route, as its first handler: lets in who may, finds the site, checks
 * query and body, and is what the contract reads. A site that the caller may not
 * see answers as one that does not exist, before anything else is said about it.
 *
 * @example
 * routes.get('/v1/sites/:site/stats', declare({ access: 'stats:read', site: 'existing', … }), (context) => …context.var.site…)
 */
export function declare<const Declared extends Operation>(
  operation: Declared,
): MiddlewareHandler<Found<Declared>, string, Valid<Declared>> {
  const enforce = async (context: Context<AppEnvironment>, next: () => Promise<void>) => {
    const admitted = operation.access === 'public' ? null : await authorize(context)
    if (admitted) await admit(context, operation, admitted.grant)
    if (operation.query) context.req.addValidatedData('query', parseBody(operation.query, readQuery(context)))
    if (operation.body && !operation.body.isReadByHandler)
      context.req.addValidatedData('json', await readBody(context.req.raw, operation.body))
    await next()
    if (admitted?.next) setSessionCookie(context, admitted.next)
  }
  operations.set(enforce, operation)
  // The variables are set above, by the same declaration that their type is made of.
  return enforce as unknown as MiddlewareHandler<Found<Declared>, string, Valid<Declared>>
}

/** The declaration behind a handler of the router; undefined for a middleware or an undeclared handler. */
export function findOperation(handler: object): Operation | undefined {
  return operations.get(handler)
}

/** Looks for the site last, so that whether it exists is told only to who may use it. */
async function admit(context: Context<AppEnvironment>, { access, site, isShared }: Operation, grant: Grant): Promise<void> {
  context.set('grant', grant)
  context.set('terms', grant.terms ?? null)
  const name = context.req.param('site') ?? ''
  if (site !== undefined && !maySee(grant, name)) throw toUnknownSite(name)
  // Whatever does not say that it narrows what it shows would show everything.
  if (grant.terms && !isShared) throw new ProblemError('forbidden', 'A share link does not open this.')
  if (access !== 'any' && access !== 'public' && !mayUse(grant, access)) {
    throw new ProblemError('forbidden', `This needs the scope ${access}; yours: ${grant.scopes.join(', ')}.`)
  }
  if (site === 'existing') context.set('site', await new SiteStore(context.env.DB).find(name))
  if (site === 'named') parseBody(Key, name)
}

/** Of a name that comes twice either value may be meant, so neither is taken. */
function readQuery(context: Context<AppEnvironment>): Record<string, string> {
  for (const [name, { length }] of Object.entries(context.req.queries())) {
    if (length > 1) throw new ProblemError('invalid-request', `${name}: this is given ${length} times; give it once.`)
  }
  return context.req.query()
}

async function readBody(request: Request, { schema, maxBytes, mostFaults, isOptional }: NonNullable<Operation['body']>): Promise<object> {
  const body = isOptional && (await isEmpty(request)) ? {} : await readJson(request, maxBytes)
  return parseBody(schema, body, 'invalid-request', mostFaults)
}

/** A request without a body may have none, or one without bytes, depending on who carried it here. */
async function isEmpty(request: Request): Promise<boolean> {
  const reader = request.clone().body?.getReader()
  if (!reader) return true
  const { done } = await reader.read()
  await reader.cancel()
  return done
}
