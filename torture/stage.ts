import { bringChromium } from '../commands/find-chromium.ts'
import { createProduct, type Product } from './product.ts'

/**
 * What rows share, since starting it costs more than most of them: one product,
 * running when it is asked for, whatever the row before did to it, and where a
 * Chromium is. Each row makes a site of its own on it.
 */
export interface Stage {
  product(): Promise<Product>
  chromium(): Promise<string>
  destroy(): Promise<void>
}

export function createStage(): Stage {
  let product: Promise<Product> | undefined
  let chromium: Promise<string> | undefined
  return {
    async product() {
      product ??= createProduct()
      const it = await product
      await it.start()
      return it
    },
    chromium() {
      chromium ??= bringChromium()
      return chromium
    },
    async destroy() {
      await (await product)?.destroy()
    },
  }
}
