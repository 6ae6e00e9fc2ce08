import { app } from './app.ts'
import type { Bindings } from './bindings.ts'
import { removeOldHours } from './response-store.ts'
import { removeExpired } from './session-store.ts'

export { LiveRoom } from './live-room.ts'

export default {
  fetch: app.fetch,
  async scheduled(_controller, bindings) {
    const now = Date.now()
    await removeOldHours(bindings.DB, now)
    await removeExpired(bindings.DB, now)
  },
} satisfies ExportedHandler<Bindings>
