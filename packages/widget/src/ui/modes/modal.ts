import type { ModeModule } from '../../core/parts.ts'
import { css } from './modal.css'

/**
 * A true modal: the browser makes the page behind it inert, keeps the focus in,
 * and gives it back. The page's scroll is not touched.
 */
const mount: ModeModule['mount'] = ({ host, root, shadow, texts, close, enter }) => {
  const dialog = document.createElement('dialog')
  dialog.setAttribute('aria-label', texts.card)
  dialog.append(...shadow.childNodes)
  shadow.append(dialog)
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault()
    close()
  })
  // A press on the backdrop arrives at the dialog itself.
  dialog.addEventListener('pointerdown', ({ target }) => target === dialog && close())
  return {
    attach: () => document.documentElement.append(host),
    reveal() {
      host.setAttribute('open', '')
      dialog.showModal()
      if (root.isConnected) enter()
    },
    detach() {
      dialog.close()
      host.remove()
    },
  }
}

export { css, mount }
