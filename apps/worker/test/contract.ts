import { Validator } from '@cfworker/json-schema'
import type { DocumentedOperation, OpenApi } from '../src/contract/to-openapi.ts'

interface Place {
  method: string
  path: string
  pattern: RegExp
  operation: DocumentedOperation
}

/** A contract that answers are held against. Needs nothing of the worker but its document, so it works over any connection. */
export class Contract {
  readonly document: OpenApi
  readonly #places: Place[]
  /** Following every reference of the document takes long, so it is done once for each schema. */
  readonly #validators = new WeakMap<object, Validator>()

  constructor(document: OpenApi) {
    this.document = document
    this.#places = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, pattern: toPattern(path), operation })),
    )
  }

  /** The documented operation behind a request; null when there is none, as for a preflight. */
  find(method: string, url: string): Place | null {
    const { pathname } = new URL(url)
    const candidates = this.#places.filter((place) => place.method === method && place.pattern.test(pathname))
    // The longest template is the most exact one: `/w/{siteKey}.json` before `/w/{siteKey}`.
    return candidates.sort((left, right) => right.path.length - left.path.length)[0] ?? null
  }

  /** What an answer says that the document does not: an undocumented status or a body of another shape. Reads a copy of the answer. */
  async findBreaches(request: { method: string; url: string }, response: Response): Promise<string[]> {
    const place = this.find(request.method, request.url)
    if (!place) return []
    const where = `${place.method} ${place.path} → ${response.status}`
    const documented = place.operation.responses[String(response.status)]
    if (!documented) return [`${where}: this status is not documented; name it in the route's declaration`]
    const given = (response.headers.get('Content-Type') ?? '').split(';')[0] ?? ''
    const content = documented.content?.[given]
    if (response.body === null || response.status === 101) return documented.content ? [`${where}: there is no body`] : []
    if (!content) return [`${where}: the type "${given}" is not documented`]
    const line = content.schema['x-pulso-line']
    const schema = typeof line === 'object' && line !== null ? line : content.schema
    if (given.endsWith('/json') || given.endsWith('+json')) return this.#judge(schema, await response.clone().json(), where)
    if (schema === content.schema) return []
    const lines = new TextDecoder()
      .decode(await response.clone().arrayBuffer())
      .split('\n')
      .slice(0, -1)
    return lines.flatMap((text) => this.#judge(schema, JSON.parse(text), where))
  }

  #judge(schema: object, value: unknown, where: string): string[] {
    const validator = this.#validators.get(schema) ?? new Validator({ ...schema, components: this.document.components }, '2020-12', false)
    this.#validators.set(schema, validator)
    const { valid, errors } = validator.validate(value)
    return valid ? [] : errors.slice(0, 5).map(({ instanceLocation, error }) => `${where}: ${instanceLocation} ${error}`)
  }
}

function toPattern(path: string): RegExp {
  const escaped = path.replace(/[.*+?^$()|[\]\\]/g, '\\$&')
  return new RegExp(`^${escaped.replace(/\{\w+\}/g, '[^/]+?')}$`)
}
