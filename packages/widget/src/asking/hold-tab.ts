/**
 * Makes this tab the one that asks, until `until` resolves: two tabs that reach
 * a touchpoint together would otherwise both ask. A Web Lock ends with its tab,
 * however that ends. Where there are none (plain http) a second tab sees that
 * the prompt was just shown, as soon as it has been.
 *
 * @returns whether no other tab is asking
 */
export function holdTab(name: string, until: Promise<void>): Promise<boolean> {
  return new Promise((resolve) => {
    const free = () => resolve(true)
    const { locks } = navigator as { locks?: LockManager }
    if (!locks) return free()
    const asked = locks.request(name, { ifAvailable: true }, (lock) => {
      resolve(!!lock)
      return lock ? until : undefined
    })
    // A sandboxed frame may not hold locks; it has no other tabs to share with either.
    asked.catch(free)
  })
}
