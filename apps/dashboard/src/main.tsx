import { render } from 'preact'
import { App } from './app.tsx'
import { createPreferences } from './preferences.ts'
import { createRouter } from './router.ts'
import { createSession } from './session.ts'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'

const root = document.getElementById('app')
if (root) {
  const router = createRouter()
  const session = createSession()
  const route = router.route.peek()
  // A sign-in link brings its own way in, which the app takes; a share link is no sign-in at all.
  if (route.page !== 'shared' && (route.page !== 'sign-in' || route.code === null)) void session.check()
  render(<App preferences={createPreferences()} router={router} session={session} />, root)
}
