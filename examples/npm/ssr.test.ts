import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)

/** Runs a module in a Node of its own, without bundler or test runner: as a server would. */
async function runInPlainNode(source: string) {
  return run(process.execPath, ['--input-type=module', '--eval', source], { cwd: import.meta.dirname, timeout: 10_000 })
}

test('imports in plain Node without touching anything', async () => {
  const { stdout, stderr } = await runInPlainNode(`
    const before = Object.keys(globalThis).join()
    const { createPulso } = await import('@pulso/widget')
    console.log(typeof createPulso, before === Object.keys(globalThis).join())
  `)
  expect(stderr).toBe('')
  expect(stdout).toBe('function true\n')
})

test('does nothing on a server when called, and does not keep it from ending', async () => {
  const { stdout, stderr } = await runInPlainNode(`
    import { createPulso } from '@pulso/widget'
    globalThis.fetch = () => console.log('a server was made to fetch')
    const pulso = createPulso({ siteKey: 'pk_demo_cafe', host: 'http://127.0.0.1:8787' })
    pulso.touchpoint('checkout')
    pulso.ask('nps', { touchpoint: 'recommend' })
    pulso.configure({ locale: 'es' })
    pulso.destroy()
    console.log('rendered')
  `)
  expect(stderr).toBe('')
  expect(stdout).toBe('rendered\n')
})
