import { ReleaseDefinition } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { toReleaseId } from './to-release-id.ts'

test('makes ids that the worker takes of whatever a release is called', () => {
  const names = ['v2.1.0', 'Pago en un solo paso', '¡Nueva tarjeta!', '決済', '…', 'a'.repeat(300)]
  const ids = names.map((name) => toReleaseId(name, new Set()))
  expect(ids.slice(0, 5)).toEqual(['v2.1.0', 'Pago-en-un-solo-paso', 'Nueva-tarjeta', 'release', 'release'])
  for (const id of ids) expect(ReleaseDefinition.safeParse({ id }).success).toBe(true)
  expect(toReleaseId('v2', new Set(['v2', 'v2-2']))).toBe('v2-3')
})
