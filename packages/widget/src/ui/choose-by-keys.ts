import type { Later } from './later.ts'

/** How long a 1 may still become a 10. */
const SECOND_DIGIT_MS = 700

const STEPS: Partial<Record<string, number>> = { ArrowUp: -1, ArrowLeft: -1, ArrowRight: 1, ArrowDown: 1 }

/**
 * The keys of the scale in `root`: arrows move; Space, Enter and digits choose.
 * The result takes a key and tells whether it meant something.
 */
export function chooseByKeys(root: HTMLElement, rightToLeft: boolean, later: Later): (key: string) => boolean {
  let typed = ''
  let waiting: ReturnType<Later>
  return (key) => {
    const radios = [...root.querySelectorAll<HTMLInputElement>('[type=radio]')]
    const ofScore = (digits: string) => radios.find((radio) => radio.value === digits)
    const current = radios.findIndex((radio) => radio.matches(':focus'))
    const step = STEPS[key]
    const beside = step && (rightToLeft && /t$/.test(key) ? -step : step)
    const digit = /^\d$/.test(key)
    const radio = digit ? (ofScore(typed + key) ?? ofScore(key)) : radios.at((current + (beside ?? 0)) % radios.length)
    if (!radio || !(digit || (current >= 0 && (step || key === 'Enter' || key === ' ')))) return false
    clearTimeout(waiting)
    typed = ''
    radio.focus()
    radio.checked = true
    if (digit && ofScore(key + '0')) {
      typed = key
      waiting = later(() => radio.click(), SECOND_DIGIT_MS)
    } else if (!step) radio.click()
    return true
  }
}
