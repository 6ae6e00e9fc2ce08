import { SessionStore } from './access/session-store.ts'
import { app } from './app.ts'
import type { Bindings } from './bindings.ts'
import { consumeSpill } from './ingest/consume-spill.ts'
import type { SpillMessage } from './ingest/spill.ts'
import { removeOldSigns } from './install/sign-store.ts'
import { keepHouse } from './privacy/keep-house.ts'
import { removeOldHours } from './reports/tally-store.ts'
import { removeExpiredShares } from './sharing/share-store.ts'

export { ErasureLog } from './privacy/erasure-log.ts'
export { LiveRoom } from './reports/live-room.ts'
export { BallotWatch } from './respondents/ballot-watch.ts'

export default {
  fetch: app.fetch,
  queue: consumeSpill,
  async scheduled(_controller, bindings) {
    const now = Date.now()
    await removeOldHours(bindings.DB, now)
    await removeOldSigns(bindings.DB, now)
    await new SessionStore(bindings.DB).removeExpired(now)
    await removeExpiredShares(bindings.DB, now)
    await keepHouse(bindings, now)
  },
} satisfies ExportedHandler<Bindings, SpillMessage>
