import { expect, test } from 'vitest'
import { toDeployedOrigin } from './cloudflare.ts'

test('reads the address of a deployment from the report, whatever stands around it', () => {
  const lines = [
    { type: 'wrangler-session', version: 1 },
    { type: 'deploy', version: 1, worker_name: 'pulso', targets: ['https://pulso.example.workers.dev', 'schedule: 17 3 * * *'] },
  ]
  expect(toDeployedOrigin(lines.map((line) => JSON.stringify(line)).join('\n'))).toBe('https://pulso.example.workers.dev')
})

test('reads a custom domain, which comes without a scheme', () => {
  const line = { type: 'deploy', version: 1, targets: ['feedback.example.com (custom domain)'] }
  expect(toDeployedOrigin(`${JSON.stringify(line)}\n`)).toBe('https://feedback.example.com')
})

test('says that a deployment without an address has none', () => {
  expect(toDeployedOrigin(`${JSON.stringify({ type: 'deploy', version: 1, targets: [] })}\n`)).toBeNull()
  expect(toDeployedOrigin('')).toBeNull()
})
