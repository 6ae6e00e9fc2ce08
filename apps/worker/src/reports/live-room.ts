import { DurableObject } from 'cloudflare:workers'
import { type LiveFrame, type StoredResponse, toTouchpointFinder, toTouchpointHeirs } from '@pulso/protocol'
import { findGrants } from '../access/authorize.ts'
import { type Grant, type Holder, maySee, mayUse } from '../access/grant.ts'
import type { Bindings } from '../bindings.ts'
import { type UnreadResponse, withSentiment } from '../comments/with-sentiment.ts'
import { toNumbersName } from '../request/answer-unless-known.ts'
import { ProblemError } from '../request/problem-error.ts'
import { type SharedPart, toSharedPart } from '../sharing/share-terms.ts'
import { SiteStore, type StoredSite } from '../sites/site-store.ts'
import type { ReportQuery } from './report-query.ts'
import { readReport } from './site-report.ts'

/** At most four frames a second, however many answers arrive. */
const FRAME_GAP_MS = 250

/** What happened since the last frame. */
interface News {
  touchpoints: string[]
  /** New answers with a comment, newest last. */
  responses: UnreadResponse[]
}

/** How the worker tells a room who comes; nobody else can reach a room. */
export const WATCHER_HEADER = 'Pulso-Watcher'

/** RFC 6455: the other side's rules were broken. A dashboard that comes back is told to sign in. */
const POLICY_VIOLATION = 1008

/** What a page offers that names its token among the protocols. */
const PROTOCOL = 'pulso'

const PING = 'ping'
const PONG = 'pong'

/** What a hibernating room must still know of each watcher. */
export interface Watcher {
  siteId: string
  query: ReportQuery
  /** Asked for again before every frame: a socket outlives the token or session that opened it. */
  holder: Holder
  /** Of a share link: the name of the numbers that it was sent last. */
  sent?: string
}

/** What a watcher is sent. */
interface Frame {
  text: string
  /** For a share link: the name of its numbers. */
  numbers: string | null
}

/** A watcher with what they may do now: a role, or a link, may be other than it was when the socket was opened. */
interface AdmittedWatcher extends Watcher {
  grant: Grant
}

/**
 * The room of one site, where its open dashboards are. After a commit the worker
 * tells the room what was touched; the room then reads the tallies itself and
 * sends whole reports. One reader that reads after the commit means a frame is
 * never older than the one before it and never disagrees with the stats endpoint.
 */
export class LiveRoom extends DurableObject<Bindings> {
  #news: News = { touchpoints: [], responses: [] }
  #flushing: Promise<void> | null = null
  /**
   * Watchers by token, kept awake. A hibernating socket that the server closes is
   * let go by workerd only when its room leaves memory (seen with 1.20261117): the
   * close frame arrives, the connection stays, and a program, unlike a browser,
   * waits for its end before it says `close`. Dashboards, which stay open for days,
   * hibernate; programs are few.
   */
  readonly #awake = new Map<WebSocket, Watcher>()

  constructor(context: DurableObjectState, bindings: Bindings) {
    super(context, bindings)
    // Answered by the runtime without waking the room.
    context.setWebSocketAutoResponse(new WebSocketRequestResponsePair(PING, PONG))
  }

  /** Opens a watcher's socket and sends the report of its range. The worker has checked who asks. */
  override async fetch(request: Request): Promise<Response> {
    const watcher = JSON.parse(request.headers.get(WATCHER_HEADER) ?? '') as Watcher
    let first: Frame | null
    try {
      const grant = (await findGrants(this.env.DB, [watcher.holder], Date.now()))(watcher.holder)
      if (!grant) throw new ProblemError('unauthorized', 'This access has ended.')
      first = await this.#toFrame({ ...watcher, grant }, [], [])
    } catch (error) {
      // What is asked for makes no sense at this site: said here, while there is an answer to say it in.
      if (error instanceof ProblemError) return error.toResponse()
      throw error
    }
    const { 0: client, 1: server } = new WebSocketPair()
    if (watcher.holder.kind === 'token') this.#keepAwake(server, watcher)
    else {
      this.ctx.acceptWebSocket(server)
      server.serializeAttachment(first?.numbers ? { ...watcher, sent: first.numbers } : watcher)
    }
    if (first) send(server, first.text)
    // Of the protocols that a page offers one must be taken, or its browser hangs up; never the one that is its token.
    const offered = request.headers
      .get('Sec-WebSocket-Protocol')
      ?.split(',')
      .map((protocol) => protocol.trim())
    const headers = offered?.includes(PROTOCOL) ? { 'Sec-WebSocket-Protocol': PROTOCOL } : {}
    return new Response(null, { status: 101, webSocket: client, headers })
  }

  /** What was stored. Returns at once; frames follow, bundled. */
  publish(news: News): void {
    if (this.ctx.getWebSockets().length + this.#awake.size === 0) return
    this.#news.touchpoints.push(...news.touchpoints)
    this.#news.responses.push(...news.responses)
    this.#flushing ??= this.#flush().finally(() => {
      this.#flushing = null
    })
  }

  async #flush(): Promise<void> {
    while (this.#news.touchpoints.length > 0) {
      const news = this.#news
      this.#news = { touchpoints: [], responses: [] }
      try {
        await this.#sendToAll(news)
      } catch (error) {
        // Nothing is lost: the watchers' next frame, or their own poll, carries the same numbers.
        console.warn(JSON.stringify({ event: 'live-frame-failed', reason: String(error) }))
      }
      await new Promise((resolve) => setTimeout(resolve, FRAME_GAP_MS))
    }
  }

  async #sendToAll(news: News): Promise<void> {
    const touched = [...new Set(news.touchpoints)]
    // Whoever asks the same and may read the same gets the same: read once and written once, for five hundred watchers too.
    const frames = new Map<string, Frame | null>()
    const read = news.responses.toReversed().map(withSentiment)
    for (const { socket, watcher } of await this.#admitAgain()) {
      const { grant, holder, query } = watcher
      // Whoever comes by a link reads comments where nothing leads to who wrote them.
      const responses = mayUse(grant, 'responses:read') && !grant.terms ? read : []
      const key = JSON.stringify([watcher.siteId, query, responses.length > 0, grant.terms && holder])
      const known = frames.get(key)
      const frame = known === undefined ? await this.#toNextFrame(watcher, touched, responses) : known
      frames.set(key, frame)
      if (!frame) continue
      if (frame.numbers !== null) {
        // What its filters leave out was touched: when, is not for the link to know either.
        if (frame.numbers === watcher.sent) continue
        socket.serializeAttachment({ siteId: watcher.siteId, query, holder, sent: frame.numbers } satisfies Watcher)
      }
      send(socket, frame.text)
    }
  }

  /** Those who may still watch; the others are shown out. */
  async #admitAgain(): Promise<{ socket: WebSocket; watcher: AdmittedWatcher }[]> {
    const watchers = this.#listWatchers()
    const holders = watchers.map(([, { holder }]) => holder)
    const grantOf = await findGrants(this.env.DB, holders, Date.now())
    const admitted: { socket: WebSocket; watcher: AdmittedWatcher }[] = []
    for (const [socket, watcher] of watchers) {
      const grant = grantOf(watcher.holder)
      const mayWatch = grant && maySee(grant, watcher.siteId) && mayUse(grant, 'stats:read')
      if (mayWatch) admitted.push({ socket, watcher: { ...watcher, grant } })
      else socket.close(POLICY_VIOLATION, 'This access has ended.')
    }
    return admitted
  }

  #listWatchers(): [WebSocket, Watcher][] {
    const asleep = this.ctx.getWebSockets().map((socket): [WebSocket, Watcher] => [socket, socket.deserializeAttachment() as Watcher])
    return [...asleep, ...this.#awake]
  }

  /** Does for an awake socket what the runtime does for one that hibernates. */
  #keepAwake(socket: WebSocket, watcher: Watcher): void {
    socket.accept()
    this.#awake.set(socket, watcher)
    socket.addEventListener('message', ({ data }) => {
      if (data === PING) socket.send(PONG)
    })
    for (const end of ['close', 'error'] as const) socket.addEventListener(end, () => this.#awake.delete(socket))
  }

  /** Null where something was touched, but nothing that a share link shows: that something happens elsewhere is not shown either. */
  async #toFrame({ siteId, query, grant }: AdmittedWatcher, touched: string[], responses: StoredResponse[]): Promise<Frame | null> {
    const site = await new SiteStore(this.env.DB).find(siteId)
    const terms = grant.terms ?? null
    const find = toTouchpointFinder(site.touchpoints)
    const part = terms && toSharedPart(site, terms)
    if (part && touched.length > 0 && !touched.some((name) => isOfPart(site, part, name))) return null
    const places = [...new Set(touched.map((name) => find(name) ?? name))].filter((name) => part?.isOfTouchpoint(name) ?? true)
    const report = await readReport(this.env.DB, site, query, Date.now(), terms)
    const text = JSON.stringify({ type: 'report', report, touched: places, responses } satisfies LiveFrame)
    return { text, numbers: terms && (await toNumbersName(report)) }
  }

  /** Null where it fails: a filter for what the journey has no more must not cost the others their frame. */
  async #toNextFrame(watcher: AdmittedWatcher, touched: string[], responses: StoredResponse[]): Promise<Frame | null> {
    try {
      return await this.#toFrame(watcher, touched, responses)
    } catch (error) {
      // Nothing is lost: the watcher's next frame, or its own poll, carries the same numbers.
      console.warn(JSON.stringify({ event: 'live-frame-failed', reason: String(error) }))
      return null
    }
  }

  override webSocketMessage(): void {
    // Watchers only ping, and the runtime answers that.
  }

  override webSocketClose(socket: WebSocket): void {
    socket.close()
  }
}

/** Whether something that was touched may belong to what a link shows: by its name of today, or that of any it was parted into. */
function isOfPart({ touchpoints }: StoredSite, part: SharedPart, name: string): boolean {
  const heirs = toTouchpointHeirs(touchpoints, name)
  return heirs.length === 0 ? part.isOfTouchpoint(name) : heirs.some(({ key }) => part.isOfTouchpoint(key))
}

function send(socket: WebSocket, text: string): void {
  try {
    socket.send(text)
  } catch {
    // A watcher that left between the list and this line; its close event follows.
  }
}
