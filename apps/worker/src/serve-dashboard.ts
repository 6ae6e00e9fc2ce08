/** The dashboard's own addresses, which its one page reads for itself; see apps/dashboard/src/route.ts. */
const PAGES =
  /^\/(sign-in|join|shared|new|sites\/[^/]+(\/(touchpoints|responses|prompts|ecosystem|settings|install|wallboard)(\/[^/]+)?)?)\/?$/
/** Files and answers: who asks for one that is not there must not get a page instead, and keep it for a year. */
const NO_PAGES = /^\/(v1|w|widget|assets)\//

/**
 * The dashboard's page for an address that is no file: its own ones, and with 404
 * any other that a person has opened in a browser, since the page can say so in
 * their language.
 *
 * @returns null for what is no page
 */
export async function serveDashboard(request: Request, assets: Fetcher): Promise<Response | null> {
  const { pathname } = new URL(request.url)
  const isPage = PAGES.test(pathname)
  const isOpened = !NO_PAGES.test(pathname) && request.headers.get('Accept')?.includes('text/html')
  if (!(request.method === 'GET' || request.method === 'HEAD') || !(isPage || isOpened)) return null
  const page = await assets.fetch(new URL('/', request.url))
  return new Response(page.body, { status: isPage ? 200 : 404, headers: page.headers })
}
