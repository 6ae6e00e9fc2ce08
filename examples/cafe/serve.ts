import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createShop } from './shop.ts'

/**
 * Serves the café on 127.0.0.1, on an origin of its own, as a customer's site
 * would be.
 *
 * @param options.port 0 for any free one
 * @param options.pulsoOrigin where the worker is, for the one script tag
 * @returns the address without a slash at its end, and how to stop serving
 * @throws the error of `listen` untouched, for example with code `EADDRINUSE`
 */
export async function serveCafe(options: { port: number; pulsoOrigin: string; siteKey: string }) {
  const shop = createShop(options)
  const server = createServer(getRequestListener(shop.fetch))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : options.port
  const close = () =>
    new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()))
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${port}`, close }
}
