// Every text of the shop is in the page twice, in Spanish and in English, and
// the language of <html> decides which one shows. This runs before the first
// paint: the visitor's earlier choice, else the browser's first language that
// we speak, else Spanish.
;(() => {
  const spoken = ['es', 'en']
  const readChoice = () => {
    try {
      return JSON.parse(localStorage.getItem('azotea.language') ?? '""')
    } catch {
      // Storage may be blocked; the browser's language is as good.
      return ''
    }
  }
  const wanted = [readChoice(), ...navigator.languages].map((tag) => tag.slice(0, 2))
  document.documentElement.lang = wanted.find((tag) => spoken.includes(tag)) ?? 'es'
})()
