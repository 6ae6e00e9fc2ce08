'use client'

import { createElement, type ReactElement, useEffect, useRef, useState } from 'react'
import { createPulso } from './create-pulso.ts'
import type { Pulso, PulsoOptions } from './pulso.ts'

/** One Pulso per site on a page, however many components use it. */
const shared = new Map<string, { pulso: Pulso; users: number }>()

/**
 * Pulso in a React component: one per site however many components ask for it,
 * ended with the last of them. On a server, and until the component is in the
 * page, there is none.
 *
 * @param options those of `createPulso`; later changes are passed on as settings
 * @example
 * const pulso = usePulso({ siteKey: 'pk_demo_cafe', host: 'https://feedback.example.com' })
 * return <button onClick={() => pulso?.ask('nps', { touchpoint: 'checkout' })}>Feedback</button>
 */
export function usePulso(options: PulsoOptions): Pulso | undefined {
  const { siteKey, host, ...settings } = options
  const [pulso, setPulso] = useState<Pulso>()
  const said = JSON.stringify(settings)
  const latest = useRef(settings)
  latest.current = settings

  useEffect(() => {
    const key = `${siteKey} ${host}`
    const entry = shared.get(key) ?? { pulso: createPulso({ siteKey, host, ...latest.current }), users: 0 }
    shared.set(key, entry)
    entry.users += 1
    setPulso(entry.pulso)
    return () => {
      entry.users -= 1
      // Strict mode and moving components unmount and mount at once: only who stays away ends it.
      queueMicrotask(() => {
        if (entry.users > 0 || shared.get(key) !== entry) return
        shared.delete(key)
        entry.pulso.destroy()
      })
    }
  }, [siteKey, host])
  useEffect(() => pulso?.configure(JSON.parse(said) as typeof settings), [pulso, said])
  return pulso
}

/** What {@link PulsoPrompt} takes. */
export interface PulsoPromptProps extends PulsoOptions {
  /** Key of the touchpoint that the answer is counted at. */
  touchpoint: string
  /** A prompt's id or kind: asks it however lately it was asked. Without it, what the site asks there. */
  prompt?: string
  /** Class of the element that the prompt appears in. */
  className?: string
}

/**
 * A prompt in the flow of the page: an empty element until there is something
 * to ask.
 *
 * @example <PulsoPrompt siteKey="pk_demo_cafe" host="https://feedback.example.com" touchpoint="help" />
 */
export function PulsoPrompt({ touchpoint, prompt, className, ...options }: PulsoPromptProps): ReactElement {
  const pulso = usePulso(options)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const outer = place.current
    if (!pulso || !outer) return
    // A container of its own per question, so that a late answer of the one before cannot appear in it.
    const container = document.createElement('div')
    outer.append(container)
    if (prompt) pulso.ask(prompt, { touchpoint, container })
    else pulso.touchpoint(touchpoint, { container })
    return () => container.remove()
  }, [pulso, touchpoint, prompt])
  return createElement('div', { ref: place, className })
}
