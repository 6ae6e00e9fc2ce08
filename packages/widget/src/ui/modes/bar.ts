/** Along the lower edge, as wide as the page. */
export { css } from './bar.css'
