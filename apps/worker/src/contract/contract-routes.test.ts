import { PROBLEMS, type Problem, type ProblemCode, toProblemType } from '@pulso/protocol'
import { inspectRoutes } from 'hono/dev'
import { expect, test } from 'vitest'
import { Contract } from '../../test/contract.ts'
import { callWorker, createSite, OPERATOR, readContract } from '../../test/talk-to-worker.ts'
import { app } from '../app.ts'
import { findOperation } from './declare.ts'
import { toDocumentPath } from './to-openapi.ts'

const { document } = await readContract()

test('documents every route of the router, and routes everything that is documented', () => {
  const handlers = inspectRoutes(app).filter(({ isMiddleware }) => !isMiddleware)
  const declared = app.routes.flatMap(({ method, path, handler }) => {
    const operation = findOperation(handler)
    return operation ? [{ route: `${method} ${path}`, documented: `${method} ${toDocumentPath({ path }, operation)}` }] : []
  })
  // A handler without a declaration is open to everybody: there is none.
  expect(handlers.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(declared.map(({ route }) => route).sort())
  const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(documented.sort()).toEqual(declared.map((one) => one.documented).sort())
})

test('says of every route that names a site that the site is checked, and who may call it', () => {
  for (const { path, handler } of app.routes) {
    const operation = findOperation(handler)
    if (!operation) continue
    expect([path, operation.site !== undefined]).toEqual([path, /\/:site(\/|$)/.test(path)])
    if (path.startsWith('/v1/sites')) expect([path, operation.access]).not.toEqual([path, 'public'])
  }
})

test('is OpenAPI 3.1 without loose ends: each reference leads somewhere, each operation has its own name', () => {
  expect(document.openapi).toBe('3.1.0')
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference = '']) => reference)
  expect(references.length).toBeGreaterThan(50)
  const schemas = new Set(Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`))
  expect(references.filter((reference) => !schemas.has(reference))).toEqual([])
  const names = Object.values(document.paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId))
  expect(new Set(names).size).toBe(names.length)
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const { parameters } of Object.values(methods)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(inPath)
    }
  }
})

test('lets defaults be left out on the way in, and promises them on the way out', () => {
  const { Site, SiteDefinition, Touchpoint, TouchpointInput } = document.components.schemas
  expect(SiteDefinition?.['required']).not.toContain('origins')
  expect(Site?.['required']).toContain('origins')
  expect(TouchpointInput?.['required']).toEqual(['key', 'stage', 'name'])
  expect(Touchpoint?.['required']).toContain('channel')
})

test('explains every problem, where the problem itself says', async () => {
  const page = await (await callWorker('/docs')).text()
  expect(Object.keys(document['x-pulso-problems'])).toEqual(Object.keys(PROBLEMS))
  for (const code of Object.keys(PROBLEMS) as ProblemCode[]) expect(page).toContain(`id="problem-${code}"`)
  const problem = await (await callWorker('/v1/sites')).json<Problem>()
  expect(problem).toMatchObject({ type: toProblemType('unauthorized'), documentation: '/docs#problem-unauthorized' })
})

test('shows every operation and schema on one page, without a script and under a policy that has no hole', async () => {
  const answer = await callWorker('/docs')
  const page = await answer.text()
  for (const methods of Object.values(document.paths)) {
    for (const { operationId, summary } of Object.values(methods)) {
      expect(page).toContain(`id="${operationId}"`)
      expect(page).toContain(summary)
    }
  }
  const anchors = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
  const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
  expect(links.filter((id) => !anchors.has(id))).toEqual([])
  expect(page).not.toMatch(/<script|javascript:| on\w+=| style=/i)
  const policy = answer.headers.get('Content-Security-Policy') ?? ''
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]+=*'; img-src 'self'; /)
  expect(policy).not.toContain('unsafe')
})

test('finds an answer that is not as documented', async () => {
  const site = await createSite('held-against')
  const contract = await readContract()
  const request = { method: 'GET', url: `https://pulso.test/v1/sites/${site.id}` }
  const right = JSON.stringify(await (await callWorker(`/v1/sites/${site.id}`, { headers: OPERATOR })).json())
  const toAnswer = (body: string, status = 200) => new Response(body, { status, headers: { 'Content-Type': 'application/json' } })
  expect(await contract.findBreaches(request, toAnswer(right))).toEqual([])
  expect(await contract.findBreaches(request, toAnswer(right, 418))).not.toEqual([])
  expect(await contract.findBreaches(request, toAnswer(right.replace('"timeZone"', '"timezone"')))).not.toEqual([])
  expect(await contract.findBreaches(request, toAnswer(right.replace('"informal"', '"rude"')))).not.toEqual([])
  expect(await contract.findBreaches(request, new Response(right, { headers: { 'Content-Type': 'text/html' } }))).not.toEqual([])
  expect(new Contract(document).find('GET', 'https://pulso.test/w/pk_cafe.json')?.path).toBe('/w/{siteKey}.json')
})

test('answers a method that a path does not take with those that it takes', async () => {
  const wrong = await callWorker('/v1/sites', { method: 'DELETE', headers: OPERATOR })
  expect([wrong.status, wrong.headers.get('Allow')]).toEqual([405, 'GET'])
  expect((await wrong.json<Problem>()).detail).toBe('This address takes GET, not DELETE.')
  const opened = await callWorker('/v1/sign-in-links', { headers: OPERATOR })
  expect([opened.status, opened.headers.get('Allow')]).toEqual([405, 'POST'])
  expect((await opened.json<Problem>()).detail).toBe(
    'This address takes POST, not GET. A GET never changes anything: mail clients open links by themselves.',
  )
  expect((await callWorker('/v1/nothing', { headers: OPERATOR })).status).toBe(404)
})

test('protects what a browser could be made to open', async () => {
  for (const path of ['/v1/sites', '/healthz', '/nowhere']) {
    const { headers } = await callWorker(path)
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
  }
})
