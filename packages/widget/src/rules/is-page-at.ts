/**
 * Whether the page is at one of these globs and at none that begins with `!`.
 * `*` stands for anything within a segment, `**` for anything at all. A list of
 * exclusions alone means everywhere else.
 */
export function isPageAt(globs: readonly string[], { pathname, href }: Pick<Location, 'pathname' | 'href'> = location): boolean {
  const matches = (glob: string) => {
    const pattern = glob.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, (stars) => (stars[1] ? '.*' : '[^/]*'))
    return RegExp(`^${pattern}/?$`).test(/^http/.test(glob) ? href.replace(/[?#].*/, '') : pathname)
  }
  const wanted = globs.filter((glob) => glob[0] !== '!')
  return (!wanted[0] || wanted.some(matches)) && !globs.some((glob) => glob[0] === '!' && matches(glob.slice(1)))
}
