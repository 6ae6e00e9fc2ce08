// Runs before the first paint, so that a chosen theme never flashes the other one.
// preferences.ts writes these keys and keeps the attributes afterwards.
try {
  const theme = localStorage.getItem('pulso.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage can be blocked; the system's theme then serves.
}
