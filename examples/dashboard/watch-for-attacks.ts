import type { Page } from '@playwright/test'

/** What a page did that a text made it do. */
export interface Attacks {
  /** Calls of `pulsoAttack()`, dialogs and requests to `attack.invalid`. */
  executions: string[]
  /** What the page's own policy had to stop. */
  violations: string[]
}

/** Notes everything that any vector does in this page, from now on and after every navigation. */
export async function watchForAttacks(page: Page): Promise<Attacks> {
  const attacks: Attacks = { executions: [], violations: [] }
  await page.exposeBinding('pulsoAttack', ({ frame }) => {
    attacks.executions.push(`a script ran at ${frame.url()}`)
  })
  await page.exposeBinding('pulsoViolation', (_, text: string) => {
    attacks.violations.push(text)
  })
  await page.addInitScript(() => {
    addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective, blockedURI, sample }) => {
        const report = (globalThis as { pulsoViolation?: (text: string) => void }).pulsoViolation
        report?.(`${effectiveDirective} ${blockedURI} ${sample}`)
      },
      true,
    )
  })
  page.on('dialog', (dialog) => {
    attacks.executions.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (request.url().includes('attack.invalid')) attacks.executions.push(`a request to ${request.url()}`)
  })
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML|TrustedScript/i.test(message.text())) attacks.violations.push(message.text())
  })
  return attacks
}
