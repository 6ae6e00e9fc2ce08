import { createHash } from 'node:crypto'

/** What one deployment is made of. */
export interface Deployment {
  /** Name of the worker and of its database. */
  name: string
  /** A domain of the account to serve from; otherwise the workers.dev address. */
  domain: string | undefined
  /** Whether answers wait in a queue while the database does not take them. */
  spill: boolean
}

interface WorkerConfig extends Record<string, unknown> {
  d1_databases: Record<string, string>[]
  ratelimits: Record<string, unknown>[]
}

/** The queue for what the database does not take, and the one for what that queue gives up. The worker knows the second by its ending. */
export function toQueueNames(name: string): { spill: string; dead: string } {
  return { spill: `${name}-spill`, dead: `${name}-spill-dead` }
}

/**
 * wrangler.jsonc with the names of one deployment.
 *
 * @param source the file's text; comments stand on lines of their own
 */
export function toWorkerConfig(source: string, { name, domain, spill }: Deployment, databaseId: string): WorkerConfig {
  const config = JSON.parse(source.replace(/^\s*\/\/.*$/gm, '')) as WorkerConfig
  return {
    ...config,
    name,
    d1_databases: config.d1_databases.map((database) => ({ ...database, database_name: name, database_id: databaseId })),
    ratelimits: config.ratelimits.map((limiter) => ({ ...limiter, namespace_id: toNamespaceId(name, limiter) })),
    ...(domain && { routes: [{ pattern: domain, custom_domain: true }], workers_dev: false }),
    ...(spill && { queues: toQueues(name) }),
  }
}

function toQueues(name: string) {
  const queues = toQueueNames(name)
  // A hundred retries are the most there are; the worker spaces them, so that they are half a day.
  const patience = { max_batch_size: 100, max_batch_timeout: 5, max_retries: 100 }
  return {
    producers: [{ binding: 'SPILL', queue: queues.spill }],
    consumers: [
      { queue: queues.spill, dead_letter_queue: queues.dead, ...patience },
      { queue: queues.dead, ...patience },
    ],
  }
}

/** Limiters of one account that share this number share their counts, and two deployments must not. */
function toNamespaceId(name: string, limiter: Record<string, unknown>): string {
  return String(createHash('sha256').update(`${name} ${limiter['name']}`).digest().readUInt32BE() >>> 1)
}
