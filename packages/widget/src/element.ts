import type { Pulso } from './pulso.ts'

/**
 * Defines `<pulso-prompt touchpoint="…">`: wherever it stands in the page, it
 * shows there what the site asks at that touchpoint, in the flow of the page.
 * With `prompt="…"` (an id or a kind) it asks that, however lately it was asked.
 * Defining it again, for another Pulso, changes nothing.
 */
export function definePulsoPrompt(pulso: Pick<Pulso, 'touchpoint' | 'ask'>): void {
  if (customElements.get('pulso-prompt')) return
  class PulsoPrompt extends HTMLElement {
    static observedAttributes = ['touchpoint', 'prompt']
    #isWaiting = false

    connectedCallback() {
      // Both attributes may change in one go: that is one question.
      if (this.#isWaiting) return
      this.#isWaiting = true
      queueMicrotask(() => {
        this.#isWaiting = false
        const touchpoint = this.getAttribute('touchpoint')
        const prompt = this.getAttribute('prompt')
        // A container for each question: what was still coming for the one before finds its own gone.
        const container = document.createElement('div')
        this.textContent = ''
        this.appendChild(container)
        if (!this.isConnected || !touchpoint) return
        if (prompt) pulso.ask(prompt, { touchpoint, container })
        else pulso.touchpoint(touchpoint, { container })
      })
    }

    disconnectedCallback() {
      this.textContent = ''
    }

    attributeChangedCallback(_name: string, before: string | null, after: string | null) {
      if (this.isConnected && before !== after) this.connectedCallback()
    }
  }
  customElements.define('pulso-prompt', PulsoPrompt)
}

/** What the site script does when it finds such an element. */
export function start(pulso: Pulso, _site: unknown, signal: AbortSignal): void {
  definePulsoPrompt(pulso)
  // The element is the page's and stays, without what was put into it.
  signal.addEventListener('abort', () => {
    for (const element of document.querySelectorAll('pulso-prompt')) element.textContent = ''
  })
}
