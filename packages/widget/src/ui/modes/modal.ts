import type { ModeModule } from '../../core/parts.ts'
import { css } from './modal.css'

/**
 * A true modal: the browser makes the page behind it inert, keeps the focus in,
 * and gives it back. The page's scroll is not touched.
 */
const mount: NonNullable<ModeModule['mount']> = ({ shadow, texts, close }) => {
  const dialog = document.createElement('dialog')
  dialog.setAttribute('aria-label', texts.card)
  for (const child of [...shadow.childNodes]) dialog.appendChild(child)
  shadow.append(dialog)
  // However the browser was told to close it: by Escape, or by a phone's gesture to go back.
  dialog.addEventListener('close', close)
  // A press on the backdrop arrives at the dialog itself.
  dialog.addEventListener('click', ({ target }) => target === dialog && close())
  return {
    reveal: () => dialog.showModal(),
    detach: () => dialog.close(),
  }
}

export { css, mount }
