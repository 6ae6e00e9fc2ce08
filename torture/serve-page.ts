import { createServer } from 'node:http'

/** A shop's page on loopback, at every path but `/elsewhere`, which carries nothing. */
export interface ServedPage {
  /** Another origin than Pulso's, as in life. */
  origin: string
  /** What it says from now on. `reaches` is the touchpoint that it reaches as it loads. */
  carry(snippet: string): void
  destroy(): Promise<void>
}

/** `/` reaches the touchpoint that is asked about; `/quiet` only carries Pulso; `/elsewhere` does not even do that. */
export async function servePage(): Promise<ServedPage> {
  let snippet = ''
  const toHtml = (path: string) => {
    const reach = path === '/' ? `<script>(window.pulso ||= []).push(['touchpoint', 'second'])</script>` : ''
    return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title><link rel="icon" href="data:,"></head>
<body><h1>Shop</h1>${path === '/elsewhere' ? '' : reach + snippet}</body></html>`
  }
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(toHtml(request.url ?? '/'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the page server has no address')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    carry(text) {
      snippet = text
    },
    destroy: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
