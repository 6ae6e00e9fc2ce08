/** Why something is stored, for how long, and whether it can identify somebody. */
export interface FieldEntry {
  why: string
  /** For how long; a column's is that of its table unless it says otherwise. */
  kept: string
  /** `maybe`: not by itself, but with what somebody wrote or with something known from elsewhere. */
  identifies: 'no' | 'maybe' | 'yes'
}

type Reason = Omit<FieldEntry, 'kept'> & { kept?: string }

const no = (why: string, kept?: string): Reason => ({ why, identifies: 'no', ...(kept && { kept }) })
const maybe = (why: string, kept?: string): Reason => ({ why, identifies: 'maybe', ...(kept && { kept }) })

const COUNTS = 'shown dismissed answered completed comments s0 s1 s2 s3 s4 s5 s6 s7 s8 s9 s10'

/**
 * Every column of every table. To add one, put its name under its table with
 * `no('why')`, or with `maybe('why')` if it can help to identify somebody. Several
 * columns of one reason share a line, separated by spaces.
 */
export const TABLES: Record<string, { kept: string; columns: Record<string, Reason> }> = {
  sites: {
    kept: 'until the operator deletes the site',
    columns: {
      'id site_key': no('names the site: the key is public and stands in its pages'),
      'definition retired_prompts': no('journey, prompts, origins, time zone: what the team wrote about its own site'),
      retired_before: no('since which day what is retired is counted'),
      demo_responses: no('how many seeded answers are mixed in, for the banner that says so'),
      'created_at updated_at revision': no('when the definition was made and last changed, and how often'),
    },
  },
  prompt_versions: {
    kept: 'as long as the site, a hundred versions of each prompt at most',
    columns: {
      'site_id prompt_id version at': no('which prompt this was, and since when'),
      prompt: no('what the team wrote: questions, rules and how often, as they were asked'),
    },
  },
  responses: {
    kept: 'until it is erased, or as many days as the site says (retentionDays)',
    columns: {
      site_id: no('which site it belongs to'),
      id: maybe(
        'a random id that the device made for this one showing, so that sending twice counts once; the device forgets it when the answer is safe',
      ),
      rev: no('which revision of the answer this is'),
      'environment source': no('keeps tests, demo data and imports apart from real answers'),
      'prompt_id prompt_version kind scale_max': no('what was asked, in which version and on which scale'),
      'touchpoint touchpoint_key': no('where in the journey it was asked, as the page named it and as it counts'),
      segment: no('one of at most 50 groups that the site declared; any other value becomes "other"'),
      segment_sent: maybe(
        'the group as the page named it, redacted, where the site had not declared it: so that it can be counted once it is declared; a page must not put a name there',
      ),
      locale: no('the language of the question that was shown, not of the browser'),
      state: no('shown, dismissed, answered or completed'),
      'occurred_at day hour_at': maybe('when it happened, corrected: with the logs of the site itself it could be matched to a visit'),
      'score choices': no('the answer'),
      'comment other second': maybe(
        'what somebody wrote, without the e-mail addresses, telephones, cards, accounts, identity numbers and secrets found in it; names and stories stay',
      ),
      respondent: maybe(
        'who answered, only if a pseudonymous id was sent with consent or the site vouched for a name: a keyed hash of it, other at every site; the id or name itself is not stored',
      ),
      sent_id: maybe('of a verified respondent: the random id that the device made for this answer'),
      'flags quarantined verdict lane': no('whether the answer looks stuffed, what the team decided, and where it counts'),
      retired: no('deleted for its age: what it counted stays'),
      received_at: no('when it arrived, to tell late answers from wrong clocks'),
    },
  },
  response_marks: {
    kept: 'as long as the response that it is about',
    columns: {
      'site_id response_id': no('about which response it is'),
      'status changed_at': no('how far the team is with it, and since when'),
      tags: maybe('words by which the team finds it again; nobody should make a tag of a name'),
      notes: maybe('what members wrote about it, when, and as they signed it: given out and erased with the response'),
    },
  },
  site_tags: {
    kept: 'as long as a response carries the tag',
    columns: { 'site_id tag responses': maybe('the tags of a site and how many responses carry each') },
  },
  respondent_secrets: {
    kept: 'a key that names: as long as the site; keys that sign: until replaced by the second newer one, or ended',
    columns: {
      'site_id id purpose created_at': no('which key of which site, for what, since when'),
      secret: no(
        'what respondents are hashed with and tokens are checked with: whoever has it can tell whether a known name is a respondent',
      ),
    },
  },
  tombstones: {
    kept: 'for ever: without them a late retry would bring back what was erased',
    columns: {
      'site_id until erased_at swept': no('from when and until when, and whether all of it is deleted'),
      key: maybe('what was erased: the random id of an answer, or the keyed hash of a respondent'),
    },
  },
  dead_letters: {
    kept: 'until the operator replays or deletes it',
    columns: {
      'site_id id rev reason failed_at': no('which answer the database refused for good, why and when'),
      row: maybe('that answer as it would have been stored, redacted, so that none is lost'),
    },
  },
  tallies_day: {
    kept: 'as long as the site: sums, of which nothing leads back to a person',
    columns: {
      'site_id lane day touchpoint prompt_id segment kind scale_max': no('what the counts are of'),
      [COUNTS]: no('how many'),
    },
  },
  tallies_hour: {
    kept: '14 days',
    columns: {
      'site_id lane hour_at touchpoint prompt_id segment kind scale_max': no('what the counts are of'),
      [COUNTS]: no('how many'),
    },
  },
  counted_months: {
    kept: 'as long as the site',
    columns: {
      'site_id month counted_to counted_at sampled closed': no(
        'which months of respondents have been counted, until when, of which share of them, and whether they can be counted anew',
      ),
      'stamp begun_at': no('whether something happened while a month was being counted, and when that began'),
    },
  },
  month_pairs: {
    kept: 'as long as the site: counts of people, of which nothing leads back to one; who is erased is taken out of them',
    columns: {
      'site_id month lane touchpoint prompt_id kind scale_max': no('what the counts are of'),
      'bad_detractor bad_passive bad_promoter middle_detractor middle_passive middle_promoter good_detractor good_passive good_promoter':
        no('how many respondents were content with a touchpoint and recommend the site, by both: what shows which touchpoints decide'),
    },
  },
  month_moves: {
    kept: 'as long as the site: counts of people, of which nothing leads back to one; who is erased is taken out of them',
    columns: {
      'site_id month lane from_class': no('what the counts are of'),
      'to_detractor to_passive to_promoter to_none to_away': no(
        'how many respondents came back the next month, and whether they recommend the site then',
      ),
    },
  },
  retired_tallies: {
    kept: 'as long as the site: sums, of which nothing leads back to a person',
    columns: {
      'site_id lane day hour_at touchpoint prompt_id segment kind scale_max': no('what the counts are of that were retired for their age'),
      [COUNTS]: no('how many'),
    },
  },
  recounts: {
    kept: 'while tallies are being proved, at most two nights',
    columns: { 'site_id run cursor scanned hours_from started_at': no('how far the count of a site has come') },
  },
  recounted: {
    kept: 'while tallies are being proved, at most two nights',
    columns: {
      'site_id lane day hour_at touchpoint prompt_id segment kind scale_max': no('what the counts are of'),
      [COUNTS]: no('how many'),
    },
  },
  rekeys: {
    kept: 'until the responses of a changed site have moved',
    columns: { 'site_id run cursor moved walks_left started_at': no('how far they have come') },
  },
  reach_week: {
    kept: 'as long as the site: sums',
    columns: {
      'site_id environment week d0 d1 d2 d3 d4 d5 d6': no('how often a touchpoint was reached and why nobody was asked there, day by day'),
    },
  },
  install_signs: {
    kept: '28 days after it was last seen; of each sign five origins',
    columns: {
      'site_id sign first_at last_at': no(
        "that the site's pages load its script, or with which problem their answers were refused: to the hour, or to five minutes",
      ),
      origin: no('on which site these pages are: scheme, host and port, never a path, and nothing of the visitor'),
    },
  },
  releases: {
    kept: 'until it is deleted; of a site the newest thousand',
    columns: {
      'site_id id name at touchpoints url': no('what the team changed in its own site, when, and where it concerns'),
    },
  },
  ask_rates: {
    kept: '28 days',
    columns: {
      'site_id day touchpoint rate asked why margin target n needed': no('which share of visitors a touchpoint asked on a day, and why'),
    },
  },
  sign_in_codes: {
    kept: 'until used, at most until the night after it expires',
    columns: {
      code_hash: no('SHA-256 of a one-time sign-in code of the team'),
      'scopes sites': no('what the session that it opens may do, and for which sites'),
      member_id: maybe('the member of the team whom it lets in'),
      expires_at: no('when it stops working'),
    },
  },
  tokens: {
    kept: 'until it is revoked',
    columns: {
      'id secret_hash': no('which token it is, and SHA-256 of its secret'),
      name: maybe('what the team calls it'),
      'scopes sites': no('what it opens, and for which sites'),
      'created_at expires_at last_used_at': no('when it was made, ends, and was last used, to the hour'),
    },
  },
  members: {
    kept: 'until they are removed from the team',
    columns: {
      id: maybe('names a member of the team'),
      name: maybe('what the team calls them; no address is stored'),
      'role sites': no('what they may do, and for which sites'),
      'created_at joined_at': no('when they were invited and first came in'),
      last_seen_at: maybe('when they were last here, to the hour'),
    },
  },
  shares: {
    kept: 'until it is ended, at most until the night after it expires',
    columns: {
      'site_id id': no('which share link of which site'),
      name: maybe('what the team calls it'),
      'code_hash proof_hash': no('SHA-256 of the code in the link, and of what its password was made into'),
      terms: no('which part of the site it shows'),
      'created_at expires_at last_opened_at': no('when it was made, ends, and was last opened, to the hour'),
    },
  },
  sessions: {
    kept: 'until signed out, at most until the night after it expires (14 days; of a member 14 days after they were last here)',
    columns: {
      id: no('names the session while its token rotates'),
      'token_hash previous_hash': no('SHA-256 of what the cookie of a signed-in team member holds, and of what it held before'),
      'scopes sites': no('what it may do, and for which sites'),
      member_id: maybe('the member of the team whose it is'),
      'expires_at rotated_at previous_until': no('when it ends, and when its token changes'),
    },
  },
}

/** Every key that the widget can leave on a visitor's device. `pulso:SITE:` stands for `pulso:` and the site key. */
export const VISITOR_KEYS: Record<string, FieldEntry> = {
  'pulso:SITE': {
    why: 'IndexedDB: answers that the worker does not have yet, with the token or id that the page gave for who answers. Also the name of a Web Lock, by which one tab asks at a time',
    kept: 'until acknowledged, at most 7 days',
    identifies: 'maybe',
  },
  'pulso:response:SITE:': {
    why: 'localStorage, where there is no IndexedDB: the same answers, one key each',
    kept: 'until acknowledged, at most 7 days',
    identifies: 'maybe',
  },
  'pulso:SITE:unsent': { why: 'says that something is unsent, so that the next page sends it', kept: 'until it is sent', identifies: 'no' },
  'pulso:SITE:asked:*': {
    why: 'when this prompt was last answered, dismissed and shown, and how often: so that nobody is asked twice',
    kept: 'until the browser data are cleared, or reset()',
    identifies: 'no',
  },
  'pulso:SITE:shown': {
    why: 'when prompts were last shown, for the budget of a visitor',
    kept: 'until the browser data are cleared, or reset()',
    identifies: 'no',
  },
  'pulso:SITE:snoozed': {
    why: 'until when the visitor wants no questions',
    kept: 'until the browser data are cleared, or reset()',
    identifies: 'no',
  },
  'pulso:SITE:retry': {
    why: 'when unsent answers may be tried again, and how often they were, so that tabs do not all try',
    kept: 'until they are sent',
    identifies: 'no',
  },
  'pulso:SITE:dropped': {
    why: 'at which touchpoints unsent answers had to be dropped (too old, or too many): told to the team as counts',
    kept: 'until it is told',
    identifies: 'no',
  },
  'pulso:SITE:sending': {
    why: 'the name of a Web Lock: one tab sends at a time; nothing is stored',
    kept: 'while something is sent',
    identifies: 'no',
  },
  'pulso:SITE:seed': {
    why: 'a random number of this device, never sent: whether it belongs to the share of visitors that is asked',
    kept: 'until the browser data are cleared, or reset()',
    identifies: 'no',
  },
  'pulso:SITE:first': {
    why: 'when the site was first visited, where a prompt waits some days',
    kept: 'until the browser data are cleared, or reset()',
    identifies: 'no',
  },
  'pulso:SITE:visits': {
    why: 'how many visits there were and when the last one was, where a prompt counts them',
    kept: 'until the browser data are cleared, or reset()',
    identifies: 'no',
  },
}

/** What is kept in the browser of somebody who uses the dashboard. */
export const TEAM_KEYS: Record<string, FieldEntry> = {
  'cookie pulso_session': {
    why: 'the signed-in session of a team member: HttpOnly, SameSite=Strict, __Host- over https',
    kept: '14 days, or until signed out',
    identifies: 'maybe',
  },
  'IndexedDB pulso-import': {
    why: 'what is still to be sent of an import, so that a reload costs nothing: scores, times and comments as they stood in the file, no names or addresses; and the report of what was left out',
    kept: 'answers until they are sent, the report until another import or until it is forgotten',
    identifies: 'maybe',
  },
  'localStorage pulso.language': {
    why: 'the language that was chosen for the dashboard',
    kept: 'until the browser data are cleared',
    identifies: 'no',
  },
  'localStorage pulso.drafts': {
    why: 'changes to prompts that are not published yet, so that a reload or a session that ends loses none',
    kept: 'until they are published or discarded, or the browser data are cleared',
    identifies: 'no',
  },
  'sessionStorage pulso.shared:*': {
    why: 'the token of a share link whose password was given, so that a reload does not ask again',
    kept: 'until the tab is closed',
    identifies: 'no',
  },
  'localStorage pulso.author': {
    why: 'how a member of the team signs notes, as they wrote it themselves',
    kept: 'until the browser data are cleared',
    identifies: 'maybe',
  },
  'localStorage pulso.shortcuts': {
    why: 'whether single keys do something on the dashboard',
    kept: 'until the browser data are cleared',
    identifies: 'no',
  },
  'localStorage pulso.theme': { why: 'light or dark', kept: 'until the browser data are cleared', identifies: 'no' },
}

/** Everything of the deployment that could hold data, by its name in the worker's `Bindings`. */
export const BINDINGS: Record<string, FieldEntry> = {
  AI: {
    why: 'reads the sentiment of a comment for somebody of the team who asks for it: gets the text as stored, redacted, and nothing with it',
    kept: 'not stored by Pulso',
    identifies: 'maybe',
  },
  ASSETS: { why: 'the files of widget and dashboard; holds nothing of visitors', kept: 'until the next deployment', identifies: 'no' },
  BALLOT_WATCH: {
    why: 'how many answers came from one network within an hour, in memory: the network as an address, in no storage and no log',
    kept: 'at most an hour',
    identifies: 'maybe',
  },
  ERASURE_LOG: {
    why: 'the erasures of a site (the random id of an answer, or the keyed hash of a respondent, and when), outside the database, so that a restored one forgets again',
    kept: '60 days',
    identifies: 'maybe',
  },
  PULSO_ADMIN_TOKEN: { why: "the operator's token, a secret of the deployment", kept: 'until it is replaced', identifies: 'no' },
  TURNSTILE_SECRETS: { why: "secrets of the sites' Turnstile widgets", kept: 'until they are replaced', identifies: 'no' },
  TURNSTILE_URL: {
    why: 'where Turnstile tokens are verified: gets the token and the random id of the answer, not the address',
    kept: 'not stored by Pulso',
    identifies: 'no',
  },
  PULSO_RATE_LIMITS: { why: 'switches the rate limits off for load tests', kept: 'as long as it is set', identifies: 'no' },
  NETWORK_RATE: {
    why: 'counts requests of a network under an HMAC of its address with a salt of the day; without the secret nobody turns it back',
    kept: 'a minute',
    identifies: 'no',
  },
  SITE_RATE: { why: 'counts requests of a site', kept: 'ten seconds', identifies: 'no' },
  SPILL: {
    why: 'answers that the database does not take for the moment, as they would have been stored, redacted; only where it was deployed with --spill',
    kept: 'until they are rows or dead letters, about a day at most',
    identifies: 'maybe',
  },
  DB: {
    why: 'the database, listed above',
    kept: 'as listed; Cloudflare keeps every minute of it for Time Travel, 30 days (7 on the free plan)',
    identifies: 'maybe',
  },
  LIVE_ROOM: {
    why: 'open dashboards and what report each of them looks at; nothing is written to its storage',
    kept: 'while the dashboard is open',
    identifies: 'no',
  },
}

/** Keys that the widget uses by a name: all of them are the clock of a prompt, or a name that the caller writes out. */
export const INDIRECT_KEYS: readonly string[] = [
  'packages/widget/src/asking/create-asking.ts: name',
  'packages/widget/src/asking/mark-clock.ts: name',
  'packages/widget/src/core/create-core.ts: toClockKey(prompt, touchpoint)',
  'packages/widget/src/core/numbers.ts: name',
  'packages/widget/src/delivery/create-delivery.ts: clock',
]

/** Files of the widget that may open the device's storage themselves; everything else goes through these. */
export const DOORS: readonly string[] = [
  'packages/widget/src/asking/create-asking.ts',
  'packages/widget/src/core/device-storage.ts',
  'packages/widget/src/delivery/indexed-db-shelf.ts',
  'packages/widget/src/delivery/local-storage-shelf.ts',
]
