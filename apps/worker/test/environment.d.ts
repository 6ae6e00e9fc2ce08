import type { D1Migration } from '@cloudflare/vitest-plugin/types'
import type { Bindings } from '../src/bindings.ts'

declare global {
  namespace Cloudflare {
    interface GlobalProps {
      mainModule: typeof import('../src/index.ts')
    }
    interface Env extends Bindings {
      MIGRATIONS: D1Migration[]
      SMALL_RATE: RateLimit
    }
  }
}
