import type { Bindings } from '../bindings.ts'
import { withinTime } from '../request/within-time.ts'
import { SiteStore } from '../sites/site-store.ts'
import { CONFLICT, DeadLetterStore } from './dead-letter-store.ts'
import { publishNews } from './publish-news.ts'
import { type ResponseRow, ResponseStore } from './response-store.ts'
import type { SpillMessage } from './spill.ts'

/** Nobody waits for an answer here, so the database gets more time than a visitor would give it. */
const PATIENCE_MS = 10_000
const FIRST_RETRY_SECONDS = 10
/** A hundred retries, which is all that a queue allows, are then half a day without a database: sooner than any plan lets a message go. */
const LONGEST_RETRY_SECONDS = 600

type Messages = readonly Message<SpillMessage>[]

/** What SQLite says of a row that it will refuse the next time too; everything else may pass. */
const REFUSAL = /SQLITE_(CONSTRAINT|MISMATCH|TOOBIG)|constraint failed|datatype mismatch|string or blob too big/i

/**
 * Stores what the queue brings, each site's rows in one statement and one commit.
 * What the database refuses becomes a dead letter; what it cannot take now comes
 * back later. Messages that have come back for half a day arrive by the dead-letter
 * queue, whose name ends in `-dead`: those are dead letters as soon as the database
 * can write at all.
 */
export async function consumeSpill(batch: MessageBatch<SpillMessage>, bindings: Bindings): Promise<void> {
  const ofSite = Map.groupBy(batch.messages, (message) => message.body.siteId)
  for (const [siteId, messages] of ofSite) await store(bindings, siteId, messages, batch.queue.endsWith('-dead'))
}

async function store(bindings: Bindings, siteId: string, messages: Messages, isLastChance: boolean): Promise<void> {
  const rows = messages.map((message) => message.body.row)
  try {
    const outcomes = await withinTime(PATIENCE_MS, () => new ResponseStore(bindings.DB, siteId).save(rows))
    await bury(
      bindings,
      messages.filter((_, index) => outcomes[index] === 'conflict'),
      CONFLICT,
    )
    for (const [index, message] of messages.entries()) if (outcomes[index] !== 'conflict') message.ack()
    const stored = rows.filter((_, index) => outcomes[index] === 'stored')
    await publish(bindings, siteId, stored).catch((error: unknown) => {
      console.warn(JSON.stringify({ event: 'spill-not-published', reason: String(error) }))
    })
  } catch (error) {
    const reason = String(error)
    if (REFUSAL.test(reason) && messages.length > 1) {
      for (const message of messages) await store(bindings, siteId, [message], isLastChance)
    } else if (REFUSAL.test(reason) || isLastChance) {
      await bury(bindings, messages, reason)
    } else {
      console.warn(JSON.stringify({ event: 'spill-retry', messages: messages.length, reason }))
      retryLater(messages)
    }
  }
}

async function publish(bindings: Bindings, siteId: string, stored: ResponseRow[]): Promise<void> {
  if (stored.length > 0) await publishNews(bindings, await new SiteStore(bindings.DB).find(siteId), stored)
}

/** Keeps messages as dead letters; a database that cannot do even that gets them again. */
async function bury(bindings: Bindings, messages: Messages, reason: string): Promise<void> {
  if (messages.length === 0) return
  try {
    const bodies = messages.map((message) => message.body)
    await withinTime(PATIENCE_MS, () => new DeadLetterStore(bindings.DB).add(bodies, reason, Date.now()))
    console.error(JSON.stringify({ event: 'dead-letters', messages: messages.length, reason }))
    for (const message of messages) message.ack()
  } catch (error) {
    console.error(JSON.stringify({ event: 'dead-letters-not-kept', messages: messages.length, reason: String(error) }))
    retryLater(messages)
  }
}

function retryLater(messages: Messages): void {
  for (const message of messages) {
    const seconds = Math.min(LONGEST_RETRY_SECONDS, FIRST_RETRY_SECONDS * 2 ** (message.attempts - 1))
    message.retry({ delaySeconds: Math.ceil(seconds * (0.5 + Math.random() / 2)) })
  }
}
