import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Site } from '@pulso/protocol'
import { build } from 'vite'
import { toSnippet } from '../product.ts'
import { PULSO_URL } from '../product-address.ts'
import type { Host, InstallPath } from './hosts.ts'

const resolve = createRequire(import.meta.url).resolve
const bundles = new Map<string, Promise<string>>()

/** The page's own bundle, minified as a site would ship it. */
function bundle(name: 'npm' | 'react' | 'hook'): Promise<string> {
  const known = bundles.get(name)
  if (known) return known
  const made = build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(import.meta.dirname, `${name}-page.ts`), formats: ['es'], fileName: name },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  }).then((result) => {
    const [output] = Array.isArray(result) ? result : [result]
    if (!output || !('output' in output)) throw new Error('the bundle has no output')
    return output.output[0].code
  })
  bundles.set(name, made)
  return made
}

/** The page of a host with Pulso in it, by one of the install paths; without a site the same page, but no Pulso. */
export function toHostPage(host: Host, path: InstallPath, site: Pick<Site, 'siteKey'> | null): string {
  const snippet = site ? toSnippet(site).replace('<script', '<script nonce="host"').replace('async ', 'async="" ') : ''
  const own = site ? `<meta name="pulso" data-site-key="${site.siteKey}" data-host="${PULSO_URL}" />` : ''
  const reach = site && path === 'script' ? "(window.pulso ||= []).push(['touchpoint', 'checkout']);" : ''
  const goodbye = `<script nonce="host">${reach}addEventListener('goodbye', () => window.pulso?.destroy())</script>`
  const install = {
    script: goodbye + snippet,
    element: goodbye + snippet,
    npm: `<script type="module" nonce="host" src="/bundle/npm.js"></script>`,
    react: `<script type="module" nonce="host" src="/bundle/react.js"></script>`,
  }[path]
  const scripts = (host.scripts ?? []).map((file) => `<script nonce="host" src="/lib/${file}"></script>`).join('')
  const toXml = (code: string) => code.replace(/(<script nonce="host">)(.*?)(<\/script>)/gs, '$1/*<![CDATA[*/$2/*]]>*/$3')
  const page = `<html lang="es" ${host.html ?? ''}${host.form === 'xhtml' ? ' xmlns="http://www.w3.org/1999/xhtml"' : ''}>
<head>
<meta charset="utf-8" /><meta name="viewport" content="width=device-width" />
<title>Corner Shop</title><link rel="icon" href="data:," />
${scripts}${host.head ?? ''}${own}
</head>
<body>
<main><h1>Corner Shop</h1><button type="button">Add to basket</button>${path === 'element' ? '<pulso-prompt touchpoint="checkout"></pulso-prompt>' : ''}</main>
${host.body ?? ''}
${install}
</body>
</html>`
  if (host.form === 'xhtml') return toXml(page)
  return host.form === 'quirks' ? page : `<!doctype html>\n${page}`
}

/** Serves one host page with its files from a fresh origin, and at `/without` what it is without Pulso; the result ends it. */
export async function serveHost(host: Host, html: string, without = html): Promise<{ origin: string; end(): void }> {
  const type = host.form === 'xhtml' ? 'application/xhtml+xml' : 'text/html; charset=utf-8'
  const server = createServer(async (request, response) => {
    const [, kind, ...rest] = (request.url ?? '').split('/')
    const name = rest.join('/')
    if (kind === 'lib') {
      const [packageName = '', ...file] = name.split('/')
      const root = join(resolve(`${packageName}/package.json`), '..')
      const mime = name.endsWith('.css') ? 'text/css' : 'text/javascript'
      response.writeHead(200, { 'content-type': mime }).end(readFileSync(join(root, ...file)))
    } else if (kind === 'bundle') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(await bundle(name.replace('.js', '') as 'npm' | 'react' | 'hook'))
    } else {
      response.writeHead(200, { 'content-type': type, ...host.headers?.(PULSO_URL) }).end(kind === 'without' ? without : html)
    }
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the host has no address')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    end() {
      server.close()
      server.closeAllConnections()
    },
  }
}
