import { SessionStore } from './access/session-store.ts'
import { app } from './app.ts'
import type { Bindings } from './bindings.ts'
import { removeOldHours } from './ingest/response-store.ts'

export { LiveRoom } from './reports/live-room.ts'

export default {
  fetch: app.fetch,
  async scheduled(_controller, bindings) {
    const now = Date.now()
    await removeOldHours(bindings.DB, now)
    await new SessionStore(bindings.DB).removeExpired(now)
  },
} satisfies ExportedHandler<Bindings>
