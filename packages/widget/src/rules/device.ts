/** Phone, tablet or desktop, by the pointer and the shorter side of the screen: what decides how much room there is. */
export const rule = (devices: readonly string[]): boolean => {
  const touch = matchMedia('(pointer:coarse)').matches
  return devices.includes(!touch ? 'desktop' : Math.min(screen.width, screen.height) < 600 ? 'phone' : 'tablet')
}
