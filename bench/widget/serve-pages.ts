import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'

/** What the measured page carries beside its own text. */
const CARRIED = {
  empty: () => '',
  /** As a shop would: the tag, and a touchpoint that is reached as the page loads. */
  tag: (script: string) => `<script>(window.pulso ||= []).push(['touchpoint', 'view'])</script><script async src="${script}"></script>`,
  /** The same with a script that does nothing: what any tag costs. */
  'empty-script': () => `<script>(window.shop ||= []).push(['touchpoint', 'view'])</script><script async src="/nothing.js"></script>`,
  ready: (script: string) => `<script async src="${script}"></script>`,
  'hand-written': () => '<script src="/hand-written.js"></script>',
}
export type PageName = keyof typeof CARRIED

/** Longer than the window, and short enough that its own first frame is no long task, or hardly one, on a slow machine. */
const TEXT = Array.from({ length: 10 }, (_, index) => `<h2>Roast ${index + 1}</h2><p>${'Beans, water, time. '.repeat(20)}</p>`).join('\n')

const toHtml = (name: PageName, script: string) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Acme</title><link rel="icon" href="data:,"></head>
<body><main><h1>Acme</h1>${TEXT}</main>
${CARRIED[name](script)}
</body>
</html>`

export interface ServedPages {
  toUrl(name: PageName): string
  destroy(): Promise<void>
}

/** Serves the measured pages on loopback, from another origin than Pulso's, as in life. They differ in what they carry and in nothing else. */
export async function servePages(script: string): Promise<ServedPages> {
  const byHand = readFileSync(join(import.meta.dirname, 'hand-written.js'))
  const server = createServer((request, response) => {
    const name = request.url?.slice(1) ?? ''
    if (request.method === 'POST') response.writeHead(202).end()
    else if (name === 'hand-written.js') response.writeHead(200, { 'content-type': 'text/javascript' }).end(byHand)
    else if (name === 'nothing.js') response.writeHead(200, { 'content-type': 'text/javascript' }).end('void 0')
    else if (name in CARRIED) response.writeHead(200, { 'content-type': 'text/html' }).end(toHtml(name as PageName, script))
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the page server has no address')
  return {
    toUrl: (name) => `http://127.0.0.1:${address.port}/${name}`,
    destroy: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
