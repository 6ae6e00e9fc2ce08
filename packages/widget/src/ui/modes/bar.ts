import type { ModeModule } from '../../core/parts.ts'
import { css } from './bar.css'

/** Along the lower edge, as wide as the page. */
const mount: ModeModule['mount'] = ({ host }) => ({
  attach: () => document.documentElement.append(host),
  reveal: () => host.setAttribute('open', ''),
  detach: () => host.remove(),
})

export { css, mount }
