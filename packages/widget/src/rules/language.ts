import type { Visit } from '../core/parts.ts'

/** In these languages: `es` means every Spanish, `es-MX` that one. What the page is set to comes before what the browser wishes. */
export const rule = (languages: readonly string[], { settings }: Visit): boolean => {
  const tag = `${settings.locale || document.documentElement.lang || navigator.language}-`.toLowerCase()
  return languages.some((language) => tag.startsWith(`${language}-`.toLowerCase()))
}
