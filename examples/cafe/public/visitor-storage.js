// What this browser remembers of a visit. A browser that refuses storage gets
// a shop that forgets when the page is left, not one that breaks.

const PREFIX = 'azotea.'
/** @type {Map<string, string>} */
const forgetful = new Map()

/**
 * @param {string} name
 * @returns {unknown} what was kept under that name, or null
 */
export function recall(name) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name) ?? 'null')
  } catch {
    return JSON.parse(forgetful.get(name) ?? 'null')
  }
}

/**
 * @param {string} name
 * @param {unknown} value null forgets it
 */
export function remember(name, value) {
  try {
    if (value === null) localStorage.removeItem(PREFIX + name)
    else localStorage.setItem(PREFIX + name, JSON.stringify(value))
  } catch {
    forgetful.set(name, JSON.stringify(value))
  }
}

/** Forgets the visitor: the order, the language, and what Pulso remembers of having asked. */
export function forgetVisitor() {
  try {
    localStorage.clear()
    sessionStorage.clear()
  } catch {
    forgetful.clear()
  }
}
