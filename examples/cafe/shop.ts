import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import { renderSVG } from 'uqr'

const folder = import.meta.dirname
const FONT = '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2'

const CONTENT_TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

function readFolder(name: string): Map<string, string> {
  const names = readdirSync(join(folder, name))
  return new Map(names.map((file) => [file, readFileSync(join(folder, name, file), 'utf8')]))
}

/** Fills in what is written as `{{name}}`. Values are ours (origins, keys, QR drawings), never a visitor's. */
function fillIn(template: string, values: Record<string, string>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole)
}

/**
 * The café's web shop: every page is `layout.html` around `pages/NAME.html`,
 * and everything in `public/` is served as it is. What is filled in is where
 * Pulso is, and the two QR codes.
 */
export function createShop(options: { pulsoOrigin: string; siteKey: string }): Hono {
  const layout = readFileSync(join(folder, 'layout.html'), 'utf8')
  const font = readFileSync(fileURLToPath(import.meta.resolve(FONT)))
  const shop = new Hono()

  const pages = readFolder('pages')
  const toPage = (name: string, origin: string) => {
    const toQrCode = (path: string) => renderSVG(`${origin}${path}`, { ecc: 'M', border: 2 })
    const values = { ...options, origin, name, cupCode: toQrCode('/cup'), tableCode: toQrCode('/table') }
    return fillIn(layout, { ...values, page: fillIn(pages.get(`${name}.html`) ?? '', values) })
  }
  for (const file of pages.keys()) {
    const name = file.replace('.html', '')
    shop.get(name === 'menu' ? '/' : `/${name}`, (context) => context.html(toPage(name, new URL(context.req.url).origin)))
  }
  shop.notFound((context) => context.html(toPage('missing', new URL(context.req.url).origin), 404))
  for (const [file, text] of readFolder('public')) {
    const type = CONTENT_TYPES[extname(file)] ?? 'text/plain; charset=utf-8'
    shop.get(`/${file}`, (context) => context.body(text, 200, { 'content-type': type }))
  }
  shop.get('/bricolage-grotesque.woff2', (context) =>
    context.body(font, 200, { 'content-type': 'font/woff2', 'cache-control': 'public, max-age=86400' }),
  )
  return shop
}
