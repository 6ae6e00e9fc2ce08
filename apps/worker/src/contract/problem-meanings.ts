import type { ProblemCode } from '@pulso/protocol'

/** What each problem means and what to do about it, for the documentation. The compiler asks for every member of the closed list. */
export const PROBLEM_MEANINGS: Record<ProblemCode, { meaning: string; remedy: string }> = {
  'invalid-request': {
    meaning: 'The body is not JSON, or a part of the request is not what the operation takes.',
    remedy: '`detail` names the first places that are wrong. Mend them; the same request will fail again.',
  },
  unauthorized: {
    meaning: 'There is no token and no session, or the one that came is unknown, deleted or has ended.',
    remedy: 'Send `Authorization: Bearer pulso_…`, or open a new sign-in link.',
  },
  forbidden: {
    meaning:
      'The token or session is good, but lacks the scope; or a page of another origin tried to use the session; or somebody would have handed out more than they have.',
    remedy: '`detail` names what is missing. Ask an admin for a token that has it.',
  },
  'origin-not-allowed': {
    meaning: 'The site names the origins whose pages may answer, and this page is not among them.',
    remedy:
      "Add the origin to `origins` in the site's definition (`PUT /v1/sites/:site`); for pages without one, `Origin: null`, set `nullOrigin: true` there. Sending again without that changes nothing.",
  },
  'invalid-respondent': {
    meaning:
      'The token of the respondent was not signed by a live key of the site, is for another site, had ended when the answer was given, or is missing where the site takes verified respondents only.',
    remedy: "`detail` names what. The answer can never be stored with it: drop it, and ask the site's own server for a new token.",
  },
  'challenge-required': {
    meaning: 'The site takes answers only with a Turnstile token, and there was none, or a spent or wrong one.',
    remedy: 'Keep the answer and send it with a new token as `challenge`.',
  },
  'not-found': { meaning: 'The path, or the thing that it names, does not exist.', remedy: 'Look at the operations on this page.' },
  'unknown-site': {
    meaning: 'No site has this id or key, or it is not among those that you may see: the two look the same on purpose.',
    remedy: 'List your sites with `GET /v1/sites`: `id` is what addresses name, `siteKey` what the snippet and answers carry.',
  },
  'unknown-response': {
    meaning: 'The site has none of the responses that were named.',
    remedy: 'List them again: they may have been erased or retired since.',
  },
  'method-not-allowed': { meaning: 'The path exists, but not for this method.', remedy: '`Allow` names the methods that it takes.' },
  'id-conflict': {
    meaning: 'A response with this id answers another prompt already.',
    remedy: 'Make a new id (UUIDv7) for every showing of a prompt. It can never be stored: drop it.',
  },
  erased: {
    meaning: 'This answer, or everything that its respondent had said, was erased at the request of who it was about.',
    remedy: 'It does not come back: drop it.',
  },
  'changed-meanwhile': {
    meaning: '`If-Match` names a definition that is not the present one any more: somebody saved another one after you had read yours.',
    remedy: 'Read it again, make your change to what it is now, and save that with its new ETag.',
  },
  'too-large': { meaning: 'The body is larger than the operation takes; it was not read to its end.', remedy: 'Send less at once.' },
  'unsupported-media-type': {
    meaning: 'The body is compressed, or says that it is something else than JSON.',
    remedy: 'Send it as it is, as `text/plain` or `application/json`.',
  },
  'invalid-response': {
    meaning: 'The response contradicts the contract or its prompt: another kind, a score outside the scale, an answer without a score.',
    remedy: '`detail` names what. It can never be stored: drop it.',
  },
  'unknown-prompt': { meaning: 'The site has never had a prompt with this id.', remedy: 'It can never be stored: drop it.' },
  'rate-limited': {
    meaning: 'Too many answers came from your network or for this site, or too many tokens that open nothing.',
    remedy: 'Wait as many seconds as `Retry-After` says, then send the same again.',
  },
  'upgrade-required': { meaning: 'This address speaks WebSocket.', remedy: 'Open a WebSocket, or poll the stats instead.' },
  internal: {
    meaning: 'Something unexpected went wrong here, and was logged without what you sent.',
    remedy: 'Sending an answer again is safe: it is never counted twice.',
  },
  unavailable: {
    meaning: 'The database did not take the answer, twice in a row.',
    remedy: 'Keep the answer, wait as `Retry-After` says and send it again.',
  },
}
