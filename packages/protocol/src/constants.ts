/**
 * What both ends of the wire must agree on and a browser may carry: plain
 * values, no imports. The validator lives beside this file, never behind it.
 */

/** The kinds of prompt that can be asked today, in the order pickers show them. */
export const KINDS = ['nps', 'csat', 'ces', 'emoji', 'thumbs', 'stars', 'choice', 'text'] as const

/**
 * The scale of each kind: its lowest score and the highest ones allowed. The
 * highest travels with every answer as `scaleMax`, so a 3-face emoji can never
 * be read as a 5-face one, nor a 1–5 answer as an NPS. A choice has no scores:
 * its options have the places 0 to 9, and "other" the place 10. A text has neither.
 */
export const SCALES = {
  nps: { min: 0, max: [10] },
  csat: { min: 1, max: [5] },
  ces: { min: 1, max: [7] },
  emoji: { min: 1, max: [5, 3] },
  thumbs: { min: 0, max: [1] },
  stars: { min: 1, max: [5] },
  choice: { min: 0, max: [10] },
  text: { min: 0, max: [0] },
} as const

/** The option that a visitor fills in, and its place among the scores of a tally. */
export const OTHER_OPTION = 'other'
export const OTHER_OPTION_PLACE = 10

/**
 * Why a prompt is not asked: one of these per decision, in `pulso.explain()` and
 * in the counts of a touchpoint. A rule that says no gives its own name.
 */
export const REASONS = [
  'no-prompt',
  'not-loaded',
  'destroyed',
  'consent',
  'snoozed',
  'after-answered',
  'after-dismissed',
  'after-shown',
  'budget',
  'repeat',
  'quota',
  'grace',
  'sample',
  'url',
  'device',
  'language',
  'segment',
  'traits',
  'visits',
  'cancelled',
  'outranked',
  'on-screen',
  'other-tab',
  'load-failed',
] as const

/**
 * Why a touchpoint needs the share of its visitors that it needs: too few answers to
 * judge by; the wished margin is not met yet; it is met and kept; it would be met with
 * fewer, and a change must still be noticed.
 */
export const ASK_REASONS = ['blind', 'not-met', 'met', 'watching'] as const

/** Where on the screen a prompt appears, and how. */
export const MODES = ['popover', 'bar', 'modal', 'inline', 'tab'] as const
/** Whether a prompt is asked: `paused` was asked and is not now; a `draft` has never been, so nobody knows it and all of it may change. */
export const PROMPT_STATES = ['live', 'paused', 'draft'] as const
export const POSITIONS = ['bottom-end', 'bottom-center', 'bottom-start', 'top-end', 'top-center', 'top-start'] as const

/**
 * Where the groups of an NPS end: detractors 0–6, passives 7–8, promoters 9–10.
 * Reichheld, F. (2003), "The one number you need to grow", Harvard Business Review 81 (12).
 */
export const NPS_HIGHEST_DETRACTOR = 6
export const NPS_HIGHEST_PASSIVE = 8

/** How far a response has come. It only moves to the right, or from `shown` to `dismissed`. */
export const STATES = ['shown', 'dismissed', 'answered', 'completed'] as const

export const CHANNELS = ['digital', 'physical', 'personal'] as const
export const AUDIENCES = ['customer', 'employee', 'partner', 'supplier'] as const
/** Where a stage lies relative to the purchase: expectation, experience, memory. */
export const PHASES = ['before', 'during', 'after'] as const
export const ENVIRONMENTS = ['production', 'test'] as const

/** What a token or a session may do; `admin` may do all of it and hand out the same. */
export const SCOPES = ['stats:read', 'responses:read', 'site:write', 'admin'] as const
/** What a member is, the one with most rights first. */
export const ROLES = ['owner', 'editor', 'analyst', 'viewer'] as const
/** A role is a name for scopes: nothing asks for a role, everything for a scope. */
export const ROLE_SCOPES = {
  owner: ['admin'],
  editor: ['site:write', 'responses:read', 'stats:read'],
  analyst: ['responses:read', 'stats:read'],
  viewer: ['stats:read'],
} as const satisfies Record<(typeof ROLES)[number], readonly (typeof SCOPES)[number][]>
/**
 * Where an answer counts: they never mix. `production` is what anonymous and
 * pseudonymous visitors said, `verified` what people said whom the site vouches
 * for, `quarantine` what looks stuffed and moves no score, `test` is test traffic.
 */
export const LANES = ['production', 'verified', 'quarantine', 'test'] as const

/** What is odd about an answer, in the places of their bits: names stay where they are, new ones go to the end. */
export const FLAGS = ['automated', 'too-fast', 'repeated'] as const

/** Why an answer is in quarantine. */
export const QUARANTINE_REASONS = ['automated', 'network-burst', 'by-hand'] as const

/** What a member of the team decided about an answer: `released` counts, `confirmed` stays in quarantine. */
export const VERDICTS = ['released', 'confirmed'] as const

/** How far the team is with a response. */
export const MARK_STATUSES = ['new', 'read', 'done'] as const

/** Parts of a scale, by which responses are filtered: of an NPS detractors, passives and promoters; of the others what is below, at and above the middle. */
export const SCORE_BANDS = ['low', 'mid', 'high'] as const
/** What a site's pages show of themselves: that they load its script, or a problem with which all of a batch was refused. */
export const INSTALL_SIGNS = [
  'script',
  'origin-not-allowed',
  'challenge-required',
  'invalid-respondent',
  'unknown-prompt',
  'invalid-response',
] as const

/** In each of these a verified respondent has one answer to a prompt; a later one revises it. */
export const WAVES = ['day', 'week', 'month', 'quarter', 'year'] as const

/** Nobody reads a question and chooses in less: simple reactions alone take 200 to 300 ms (Hick, 1952, Q. J. Exp. Psychol. 4 (1)). */
export const TOO_FAST_MS = 400

/** Touchpoints that no journey names yet are counted together under this key. */
export const UNMAPPED_TOUCHPOINT = '(unmapped)'
/** Segment values that the site did not declare fold into this one. */
export const OTHER_SEGMENT = 'other'

/** What is taken out of comments before they are stored: each stands there as `[email]`, `[phone]`…, the same in every language. */
export const REDACTIONS = ['email', 'phone', 'card', 'iban', 'id', 'secret'] as const
export type Redaction = (typeof REDACTIONS)[number]

/** What a comment can feel like: `anger` is frustration too, `sadness` disappointment. The order breaks ties. */
export const EMOTIONS = ['joy', 'trust', 'surprise', 'anger', 'sadness', 'worry'] as const
export const SENTIMENTS = ['negative', 'neutral', 'positive'] as const
export const SENTIMENT_READERS = ['lexicon', 'model'] as const

/** Public paths, in one place because widget, dashboard, worker and commands all build them. */
export const PATHS = {
  responses: '/v1/responses',
  siteScript: (siteKey: string) => `/w/${siteKey}.js`,
  sitePrompts: (siteKey: string) => `/w/${siteKey}.json`,
  wording: (siteKey: string, locale: string) => `/w/${siteKey}/${locale}.json`,
  sites: '/v1/sites',
  site: (site: string) => `/v1/sites/${site}`,
  stats: (site: string) => `/v1/sites/${site}/stats`,
  install: (site: string) => `/v1/sites/${site}/install`,
  themes: (site: string) => `/v1/sites/${site}/themes`,
  journey: (site: string) => `/v1/sites/${site}/journey`,
  retention: (site: string) => `/v1/sites/${site}/retention`,
  months: (site: string) => `/v1/sites/${site}/months`,
  siteResponses: (site: string) => `/v1/sites/${site}/responses`,
  siteResponse: (site: string, response: string) => `/v1/sites/${site}/responses/${response}`,
  responseMarks: (site: string, response: string) => `/v1/sites/${site}/responses/${response}/marks`,
  responseNotes: (site: string, response: string) => `/v1/sites/${site}/responses/${response}/notes`,
  responseNote: (site: string, response: string, note: string) => `/v1/sites/${site}/responses/${response}/notes/${note}`,
  marks: (site: string) => `/v1/sites/${site}/marks`,
  tags: (site: string) => `/v1/sites/${site}/tags`,
  respondent: (site: string, respondent: string) => `/v1/sites/${site}/respondents/${respondent}`,
  journeyFile: (site: string) => `/v1/sites/${site}/journey.json`,
  journeySchema: '/schemas/journey.json',
  unmapped: (site: string) => `/v1/sites/${site}/unmapped`,
  claim: (site: string) => `/v1/sites/${site}/unmapped/claim`,
  siteImport: (site: string) => `/v1/sites/${site}/import`,
  tallies: (site: string) => `/v1/sites/${site}/tallies`,
  deadLetters: '/v1/dead-letters',
  live: (site: string) => `/v1/sites/${site}/live`,
  exportCsv: (site: string) => `/v1/sites/${site}/export.csv`,
  exportNdjson: (site: string) => `/v1/sites/${site}/export.ndjson`,
  promptVersions: (site: string, prompt: string) => `/v1/sites/${site}/prompts/${prompt}/versions`,
  releases: (site: string) => `/v1/sites/${site}/releases`,
  release: (site: string, release: string) => `/v1/sites/${site}/releases/${encodeURIComponent(release)}`,
  alerts: (site: string) => `/v1/sites/${site}/alerts`,
  tokens: '/v1/tokens',
  token: (token: string) => `/v1/tokens/${token}`,
  members: '/v1/members',
  member: (member: string) => `/v1/members/${member}`,
  memberLinks: (member: string) => `/v1/members/${member}/links`,
  shares: (site: string) => `/v1/sites/${site}/shares`,
  share: (site: string, share: string) => `/v1/sites/${site}/shares/${share}`,
  shared: '/v1/shared',
  comments: (site: string) => `/v1/sites/${site}/comments`,
  signInLinks: '/v1/sign-in-links',
  session: '/v1/session',
  health: '/healthz',
  openapi: '/openapi.json',
  docs: '/docs',
  integrity: '/widget/integrity.json',
} as const

/** Each limit names what it stops; tests stand at the limit and one past it. */
export const LIMITS = {
  /** Body of POST /v1/responses, in bytes, counted while reading: stops memory and CPU being spent on parsing a lie about length. */
  batchBytes: 16_384,
  /**
   * What is read of a body past its limit, and thrown away, in bytes: who is answered while still sending may see a broken
   * connection instead of the answer. It ends somewhere, which stops a body without end from keeping the worker busy.
   */
  drainedBytes: 16_777_216,
  /** Requests of one instance of the worker that wait for the database at once: stops a storm from queuing for minutes, and from filling the memory. */
  savesUnderway: 100,
  /** Keys in the body of POST /v1/responses, at every depth and those that come twice: stops an object of thousands of names from being built, checked and listed. */
  batchKeys: 2000,
  /** Levels of nesting in any body: stops a thousand brackets from being parsed, walked and written by code that calls itself. */
  jsonDepth: 16,
  /** Responses in one batch: stops one request from holding the database's only writer. */
  batchResponses: 50,
  /** Lines of what was reached in one batch, in UTF-16 units: stops one request from making the worker split megabytes. */
  reachLength: 8000,
  /** Different lines among them: stops one request from writing a row for every name it can think of. */
  reachCounts: 200,
  /** Options of a choice, `other` not counted: they share the ten places of a tally. */
  options: 10,
  /** Token of a challenge, as long as Turnstile makes them: stops the verification from being sent whatever a body can hold. */
  challengeLength: 2048,
  /** Comment, in UTF-16 units: stops the comment box from being used as storage. */
  commentLength: 2000,
  /** Touchpoint, stage, prompt and site keys: stops unbounded keys in tallies. */
  keyLength: 64,
  /** `rev` of a response: stops a client from making a row that can never be revised again. */
  rev: 1_000_000,
  /** Declared segments of a site: a tally row exists per segment, so this bounds what a query reads. */
  segments: 50,
  /** Segment value as sent, before it is matched with the declared ones. */
  segmentLength: 64,
  /** Touchpoints of a journey: bounds the rows that a year's report reads. */
  touchpoints: 200,
  /** Prompts of a site: bounds the site script every visitor downloads. */
  prompts: 50,
  /** Versions that are remembered of a prompt: stops a script that saves every minute from filling the database; the oldest go. */
  promptVersions: 100,
  /** Question, follow-up, label and thanks texts in a prompt. */
  wordingLength: 300,
  /** Body of a management request, in bytes. */
  managementBytes: 1_048_576,
  /** Keys in the body of a management request, like `batchKeys`: a thousand imported responses or fifty prompts in fifty languages fit. */
  managementKeys: 60_000,
  /** Responses in one import request. */
  importResponses: 1000,
  /** Responses that wait on a visitor's device: stops an outage from filling it, and its end from becoming a flood. */
  outboxResponses: 50,
  /** The same in bytes of their JSON. */
  outboxBytes: 262_144,
  /** How old an answer may be when it arrives, in days: the outbox keeps it that long, older times are a wrong clock. */
  lateDays: 7,
  /** The longest range of a report, in days. */
  rangeDays: 732,
  /** How long hours are counted, in days: what stops their table from growing with time. The triggers know the same figure. */
  hourDays: 14,
  /** Keys that a touchpoint once had: stops a journey from becoming a list of everything that ever was. */
  formerKeys: 20,
  /** Rows that one step of claiming from the tray looks at: stops a site of ten million answers from holding the database. */
  claimRows: 20_000,
  /** Names of the tray in one answer: stops pages that invent them from filling a screen. */
  trayNames: 100,
  /** Values of one filter: stops an address from making the worker compare a thousand names with every tally. */
  filterValues: 50,
  /** Steps of all series of one answer together: stops a year of days for every segment from becoming a hundred megabytes. */
  seriesSteps: 5000,
  /** Tokens of a deployment: stops a stolen one from hiding among thousands of its own making. */
  tokens: 200,
  /** Sites that one token or session names: stops a row that is read with every request from growing. */
  grantedSites: 100,
  /** Members of a deployment: stops a stolen session from hiding among thousands of its own making. */
  members: 500,
  /** Share links of a site: stops the list from becoming one that nobody reads, and a forgotten one from lying in it. */
  shares: 100,
  /** How long a share link is good when nobody says otherwise, in days: stops a forgotten one from showing numbers for years. */
  shareDays: 30,
  /** The shortest password of a share link: stops words that a few hundred guesses would find. */
  sharePasswordLeast: 8,
  /** The longest: stops megabytes from being hashed. */
  sharePasswordMost: 128,
  /** Wrong passwords of one share link in a minute, from wherever: stops many networks from guessing together. */
  sharePasswordsPerMinute: 10,
  /** Comments in one answer to a share link, and rows that they are looked for in: bounds what a link that is passed around reads. */
  sharedComments: 50,
  sharedCommentRows: 4000,
  /** Wrong tokens and sign-in codes from one network in a minute: stops guessing a secret that somebody chose by hand. */
  guessesPerMinute: 60,
  /** How far ahead of now the time in an id may be to stand at its place in lists, in milliseconds: stops made-up ids from standing before everybody for ever. */
  listAheadMs: 600_000,
  /** Rows of an export read at once: stops a million answers from being held in memory. */
  exportPageRows: 2000,
  /** A respondent's token, in UTF-16 units: stops signatures from being computed over whatever fills a batch. */
  respondentTokenLength: 2048,
  /** A pseudonymous id, the `sub` and the `jti` of a token: stops names from being used as storage. */
  respondentIdLength: 255,
  /** How far ahead a token may end, in seconds: a stolen one is of use for no longer. */
  respondentTokenSeconds: 600,
  /** How far two honest clocks may be apart, in seconds: the site's server made the token, the worker reads it. */
  clockSkewSeconds: 60,
  /** Live keys of a site: two, so that one can be replaced while tokens of the other are still on their way. */
  respondentKeys: 2,
  /** The fewest days that answers may be kept: one that is retired while its sender still retries would count twice. */
  retentionDaysLeast: 8,
  /** The most days that can be asked for; who wants to keep answers longer asks for nothing. */
  retentionDaysMost: 3650,
  /** How long an erasure is remembered, in days: twice as long as the database can be turned back. */
  erasureDays: 60,
  /** From how many answers to one prompt from one network in an hour they look stuffed, where a site says nothing else: stops a script from voting for a crowd. */
  networkAnswersPerHour: 50,
  /** Respondents whose months are compared at once; of more a share is drawn by their hash. Stops a crowd from filling the worker's memory. */
  comparedRespondents: 50_000,
  /** Months of a retention report: bounds what a request reads. */
  retentionMonths: 24,
  /** Stored responses looked at in one night to compare respondents; what is left comes the next night. Stops the nightly run from holding the database for an hour. */
  comparedRowsPerNight: 5_000_000,
  /** Stored responses after which a request that has months counted begins no further one: stops somebody who may write from holding the database as long as a night does. */
  comparedRowsPerRequest: 500_000,
  /** How long a month that has begun to be counted is left alone by requests, in milliseconds: stops them from counting it over and over, or many at once. */
  countAgainMs: 600_000,
  /** Stored responses that a page of the inbox looks at, however few match: stops a rare word from being looked for in millions at once. */
  inboxRows: 20_000,
  /** Responses of one page. */
  inboxPage: 100,
  /** What is looked for in comments, in UTF-16 units: stops an address from being compared with every comment for seconds. */
  searchLength: 100,
  /** A tag, in UTF-16 units. */
  tagLength: 40,
  /** Tags of one response. */
  responseTags: 10,
  /** Tags of a site: stops a list that is read with every look from growing. */
  siteTags: 200,
  /** A note, in UTF-16 units. */
  noteLength: 1000,
  /** Notes on one response: with their length, bounds a row that lists carry. */
  responseNotes: 20,
  /** How somebody signs a note. */
  authorLength: 64,
  /** Responses marked in one request: bounds the rows it writes. */
  markedAtOnce: 100,
  /** Responses judged in one request: bounds the rows it writes. */
  verdicts: 100,
  /** Rows that themes are looked for in, newest first, in pages of `exportPageRows`: stops a site of millions from being read through. */
  themeRows: 40_000,
  /** Comments among them that are read: stops one look from keeping the worker busy for seconds, and from filling its memory with words. */
  themeComments: 2000,
  /** The longest range of themes, in days: with as many before it, a year. */
  themeDays: 183,
  /** Words of one comment that can become themes: stops long ones, made of ever new words, from doing the same. */
  themeWords: 100,
  /** Themes in one answer: more are read by nobody. */
  themes: 20,
  /** Examples of a theme. */
  themeExamples: 3,
  /** Comments of one page that a model is asked about; the others are read by the lexicon. Stops a page from becoming a hundred calls. */
  modelReadings: 20,
  /** Release markers of a site: stops a pipeline that marks every build for years from making lists grow; the oldest go. */
  releases: 1000,
  /** Latest time of a release, in milliseconds since 1970 (the year 2100): stops microseconds from being taken for milliseconds. */
  releaseAt: 4_102_444_800_000,
  /** Origins that are remembered of one sign of a site: stops made-up ones from filling a table. */
  signOrigins: 5,
  /** How long a remembered refusal is left as it is, in milliseconds: stops a flood of refused requests from becoming one of writes. */
  refusalGapMs: 300_000,
  /** The same of a page that loads the script: stops every page view from writing a row. */
  scriptGapMs: 3_600_000,
  /** Signs of one kind that one instance of the worker takes to the database in a minute: stops such a flood from becoming one of reads. */
  signsPerMinute: 10,
  /** How long a sign is kept, in days. */
  signDays: 28,
} as const
