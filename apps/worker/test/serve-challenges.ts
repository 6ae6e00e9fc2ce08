import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** A siteverify of this machine that answers as Turnstile does. */
    challengeUrl: string
  }
}

interface Question {
  secret?: string
  response?: string
  idempotency_key?: string
}

let server: Server | undefined

/**
 * Verifies tokens as Turnstile documents it: one that begins with `good-` is worth
 * something, once, and again only with the idempotency key of the first time. The
 * token `down` is answered by a service that is broken, `slow` never.
 */
export async function setup(project: TestProject): Promise<void> {
  const spent = new Map<string, string | undefined>()
  server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const { secret, response: token = '', idempotency_key: key } = JSON.parse(body) as Question
    if (token === 'slow') return
    const refuse = (code: string) => response.end(JSON.stringify({ success: false, 'error-codes': [code] }))
    if (token === 'down') response.writeHead(502).end('<h1>Bad gateway</h1>')
    else if (secret !== 'secret-of-this-site') refuse('invalid-input-secret')
    else if (!token.startsWith('good-')) refuse('invalid-input-response')
    else if (spent.has(token) && spent.get(token) !== key) refuse('timeout-or-duplicate')
    else {
      spent.set(token, key)
      response.end(JSON.stringify({ success: true, 'error-codes': [], hostname: 'shop.example' }))
    }
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  project.provide('challengeUrl', `http://127.0.0.1:${(server.address() as AddressInfo).port}/siteverify`)
}

export function teardown(): void {
  server?.close()
  server?.closeAllConnections()
}
