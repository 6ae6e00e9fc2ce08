import { bringChromium } from '../commands/find-chromium.ts'
import { createProduct, type Product } from './product.ts'

/**
 * What rows share, since starting it costs more than most of them: one product,
 * running when it is asked for, whatever the row before did to it, and where a
 * Chromium is. Each row makes a site of its own on it.
 */
export interface Stage {
  product(): Promise<Product>
  /** The same product on apps/worker/test/tortured-worker.ts, which can be made to fail and can be stormed. */
  torturedProduct(seed: number): Promise<Product>
  chromium(): Promise<string>
  destroy(): Promise<void>
}

export function createStage(): Stage {
  let product: Promise<Product> | undefined
  let chromium: Promise<string> | undefined
  /** Rows that run side by side ask together. */
  let last: Promise<unknown> = Promise.resolve()
  const start = (options: Parameters<Product['start']>[0]): Promise<Product> => {
    product ??= createProduct()
    const started = Promise.all([product, last.catch(() => {})]).then(async ([it]) => {
      await it.start(options)
      return it
    })
    last = started
    return started
  }
  return {
    product: () => start({}),
    torturedProduct: (seed) => start({ entry: 'test/tortured-worker.ts', variables: { PULSO_TORTURE_SEED: String(seed) } }),
    chromium() {
      chromium ??= bringChromium()
      return chromium
    },
    async destroy() {
      await (await product)?.destroy()
    },
  }
}
