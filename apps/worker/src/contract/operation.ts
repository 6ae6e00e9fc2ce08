import type { ProblemCode, Scope } from '@pulso/protocol'
import type * as z from 'zod'

/** What one status of an operation carries. */
interface Answer {
  description: string
  /** Of a JSON body; of another media type, of each of its lines. */
  schema?: z.ZodType
  /** Media type of a body that is not one JSON value. */
  mediaType?: string
}

/**
 * Everything there is to know about one route, written beside it: the router
 * enforces it and the document shows it, so they cannot disagree.
 */
export interface Operation {
  /** Stable name for generated clients, such as `readStats`. */
  id: string
  group: (typeof GROUPS)[number]
  summary: string
  description?: string
  /** `public` asks for nothing; `any` for some token or session, whatever its scope. */
  access: 'public' | 'any' | Scope
  /** Share links may call it: its handler narrows everything by `context.var.terms`. Without it a link is refused. */
  isShared?: true
  /** For a path with `:site`: whether the site must exist. Either way it must be one that the caller may see. */
  site?: 'existing' | 'named'
  /** How the document writes the path, where it differs from how the router does: `/w/{siteKey}.js`. */
  documentPath?: string
  /** What further parts of the path are. */
  params?: Record<string, { description: string; schema: z.ZodType }>
  query?: z.ZodObject
  /** Headers of a request that change what it does, by name. */
  headers?: Record<string, string>
  body?: {
    schema: z.ZodType<object>
    maxBytes: number
    /** How many places that are wrong a problem names, where it is not the usual few. */
    mostFaults?: number
    /** An empty body is the same as `{}`. */
    isOptional?: true
    /** The handler reads and judges it; `schema` then only describes it. */
    isReadByHandler?: true
    mediaType?: string
  }
  /** Successes by status. */
  answers: Record<number, Answer>
  /** Problems beyond those that follow from the rest: see `toProblemCodes`. */
  problems?: readonly ProblemCode[]
  /** Pages of any origin may call it. */
  isForAnyOrigin?: true
}

export const GROUPS = [
  'Answers',
  'Site script',
  'Reports',
  'Inbox',
  'Releases',
  'Exports',
  'Respondents',
  'Sites',
  'Dead letters',
  'Share links',
  'Members',
  'Tokens',
  'Session',
  'Service',
] as const

/** Every problem that an operation can answer with, in the order of the closed list's statuses. */
export function toProblemCodes(operation: Operation): ProblemCode[] {
  const { access, site, body, query, params, problems = [] } = operation
  const codes = new Set(problems)
  if (access !== 'public') for (const code of ['unauthorized', 'forbidden', 'rate-limited'] as const) codes.add(code)
  if (site !== undefined) codes.add('unknown-site')
  if (body !== undefined || query !== undefined || site === 'named') codes.add('invalid-request')
  // A part of the path that has not its shape leads nowhere.
  if (params !== undefined) codes.add('not-found')
  if (body !== undefined) for (const code of ['too-large', 'unsupported-media-type'] as const) codes.add(code)
  codes.add('internal')
  return [...codes]
}
