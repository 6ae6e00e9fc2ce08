import { PATHS } from '@pulso/protocol/constants'
import type { PinnedCopy } from './guards.ts'

export const INSTALL_PATHS = ['script', 'npm', 'react', 'gtm', 'csp'] as const
export type InstallPath = (typeof INSTALL_PATHS)[number]

/** `reach`: the visitor is there, and the prompt's own rules say whether it is asked. `ask`: it is asked whatever they say. */
export const WAYS = ['reach', 'ask'] as const
export type Way = (typeof WAYS)[number]

/** What a page has to be told. `promptId` is null where nothing is asked at the touchpoint. */
export type Moment = { touchpoint: string; promptId: string | null; way: Way }
export type Address = { host: string; siteKey: string }

/** The one line that loads Pulso. */
export function toScriptTag({ host, siteKey }: Address): string {
  return `<script async src="${host}${PATHS.siteScript(siteKey)}"></script>`
}

/** The call for a page that has the script, before or after it has arrived. */
function toPush({ touchpoint, promptId, way }: Moment): string {
  return way === 'ask' && promptId !== null ? `['ask', '${promptId}', { touchpoint: '${touchpoint}' }]` : `['touchpoint', '${touchpoint}']`
}

/** The same as a call of the object that a module has made. */
function toCall({ touchpoint, promptId, way }: Moment): string {
  return way === 'ask' && promptId !== null ? `ask('${promptId}', { touchpoint: '${touchpoint}' })` : `touchpoint('${touchpoint}')`
}

export function toScriptSnippet(address: Address, moment: Moment): string {
  return `${toScriptTag(address)}
<script>
  (window.pulso ||= []).push(${toPush(moment)})
</script>`
}

export function toNpmSnippet({ host, siteKey }: Address, moment: Moment): string {
  return `import { createPulso } from '@pulso/widget'

const pulso = createPulso({
  siteKey: '${siteKey}',
  host: '${host}',
})
pulso.${toCall(moment)}`
}

export function toReactSnippet({ host, siteKey }: Address, moment: Moment): string {
  return `import { useEffect } from 'react'
import { usePulso } from '@pulso/widget/react'

export function AskHere() {
  const pulso = usePulso({ siteKey: '${siteKey}', host: '${host}' })
  useEffect(() => {
    pulso?.${toCall(moment)}
  }, [pulso])
  return null
}`
}

/** Tag managers strip attributes and write ES5. */
export function toTagManagerSnippet({ host, siteKey }: Address, moment: Moment): string {
  return `<script>
  (function (w, d) {
    w.pulso = w.pulso || []
    w.pulso.push(${toPush(moment)})
    var s = d.createElement('script')
    s.async = true
    s.src = '${host}${PATHS.siteScript(siteKey)}'
    d.head.appendChild(s)
  })(window, document)
</script>`
}

/** What a content security policy must have beside what it has. */
export function toPolicyLines(host: string): string {
  return `script-src ${host};
connect-src ${host};`
}

/** The copy that the browser checks by its hash, for a policy that wants that of every script. */
export function toPinnedTag({ host, siteKey }: Address, { path, integrity }: PinnedCopy): string {
  return `<script async crossorigin="anonymous"
  integrity="${integrity}"
  src="${host}${path}?site=${siteKey}"></script>`
}
