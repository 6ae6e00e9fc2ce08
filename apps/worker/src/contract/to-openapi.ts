import { Key, PROBLEMS, Problem, type ProblemCode, SCOPES, toProblemType } from '@pulso/protocol'
import type { RouterRoute } from 'hono/types'
import { findOperation } from './declare.ts'
import { GROUPS, type Operation, toProblemCodes } from './operation.ts'
import { PROBLEM_MEANINGS } from './problem-meanings.ts'
import { type JsonSchema, JsonSchemas } from './to-json-schemas.ts'

interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  description?: string
  schema: JsonSchema
}

type Content = Record<string, { schema: JsonSchema }>

interface DocumentedResponse {
  description: string
  headers?: Record<string, { description: string; schema: JsonSchema }>
  content?: Content
}

export interface DocumentedOperation {
  operationId: string
  tags: string[]
  summary: string
  description?: string
  security: Record<string, string[]>[]
  parameters: Parameter[]
  requestBody?: { required: boolean; content: Content }
  responses: Record<string, DocumentedResponse>
  /** Who may call it: `public`, `any`, or the scope that it needs. */
  'x-pulso-access': Operation['access']
  /** The codes of the problems that it can answer with. */
  'x-pulso-problems': ProblemCode[]
}

export interface DocumentedProblem {
  type: string
  status: number
  title: string
  meaning: string
  remedy: string
}

export interface OpenApi {
  openapi: '3.1.0'
  jsonSchemaDialect: string
  info: { title: string; version: string; summary: string; description: string; license: { name: string; identifier: string } }
  servers: { url: string }[]
  tags: { name: string }[]
  paths: Record<string, Record<string, DocumentedOperation>>
  components: { securitySchemes: Record<string, JsonSchema>; schemas: Record<string, JsonSchema> }
  'x-pulso-problems': Record<ProblemCode, DocumentedProblem>
}

const DESCRIPTION = `Scripts send \`Authorization: Bearer pulso_…\`; the dashboard has a session's cookie. A token has scopes (${SCOPES.map((scope) => `\`${scope}\``).join(', ')}; \`admin\` holds the others) and the sites that it opens. A site that is not among them answers as one that does not exist. Every error is an RFC 9457 problem whose \`type\` stands in the closed list of problems. Times are milliseconds since 1970 unless they are days, which are YYYY-MM-DD in the time zone of the site.`

/** OpenAPI 3.1 of all declared routes of a router. What is not declared is not in it, and a test finds it. */
export function toOpenApi(routes: readonly RouterRoute[]): OpenApi {
  const schemas = new JsonSchemas()
  const problem = schemas.add(Problem, 'output')
  const paths: OpenApi['paths'] = {}
  for (const route of routes) {
    const operation = findOperation(route.handler)
    if (!operation) continue
    const path = toDocumentPath(route, operation)
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: toDocumented(path, operation, schemas, problem) }
  }
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Pulso',
      version: '1',
      summary: 'Feedback at the touchpoint: answers in, honest scores out.',
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: GROUPS.map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A token, `pulso_…`.' },
        session: { type: 'apiKey', in: 'cookie', name: '__Host-pulso_session', description: 'Set by signing in; `pulso_session` on http.' },
      },
      schemas: schemas.finish(),
    },
    'x-pulso-problems': Object.fromEntries(
      (Object.keys(PROBLEMS) as ProblemCode[]).map((code) => [
        code,
        { type: toProblemType(code), ...PROBLEMS[code], ...PROBLEM_MEANINGS[code] } satisfies DocumentedProblem,
      ]),
    ) as OpenApi['x-pulso-problems'],
  }
}

/** The router's `/v1/sites/:site{…}` as a document writes it: `/v1/sites/{site}`. */
export function toDocumentPath(route: Pick<RouterRoute, 'path'>, operation: Operation): string {
  return operation.documentPath ?? route.path.replace(/:(\w+)(\{[^}]*\})?/g, '{$1}')
}

function toDocumented(path: string, operation: Operation, schemas: JsonSchemas, problem: JsonSchema): DocumentedOperation {
  const { access, body } = operation
  const codes = toProblemCodes(operation)
  const scopes = access === 'any' || access === 'public' ? [] : [access]
  return {
    operationId: operation.id,
    tags: [operation.group],
    summary: operation.summary,
    ...(operation.description !== undefined && { description: operation.description }),
    security: access === 'public' ? [] : [{ token: scopes }, { session: scopes }],
    parameters: [...toPathParameters(path, operation, schemas), ...toQueryParameters(operation, schemas), ...toHeaderParameters(operation)],
    ...(body && {
      requestBody: {
        required: !body.isOptional,
        content: { [body.mediaType ?? 'application/json']: { schema: schemas.add(body.schema, 'input') } },
      },
    }),
    responses: { ...toSuccesses(operation, schemas), ...toFailures(codes, problem) },
    'x-pulso-access': access,
    'x-pulso-problems': codes,
  }
}

function toPathParameters(path: string, operation: Operation, schemas: JsonSchemas): Parameter[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    const known = name === 'site' ? { description: 'The id of a site.', schema: Key } : operation.params?.[name]
    if (!known) throw new Error(`${operation.id} does not say what {${name}} is`)
    return { name, in: 'path', required: true, description: known.description, schema: schemas.add(known.schema, 'input') }
  })
}

function toQueryParameters({ query }: Operation, schemas: JsonSchemas): Parameter[] {
  return Object.entries(query?.shape ?? {}).map(([name, field]) => {
    const schema = schemas.add(field, 'input')
    const { description } = schema
    // Said of the parameter, so not again of its schema.
    delete schema['description']
    const isRequired = !field.safeParse(undefined).success
    return { name, in: 'query', required: isRequired, ...(typeof description === 'string' && { description }), schema }
  })
}

function toHeaderParameters({ headers = {} }: Operation): Parameter[] {
  return Object.entries(headers).map(([name, description]) => ({
    name,
    in: 'header',
    required: false,
    description,
    schema: { type: 'string' },
  }))
}

function toSuccesses({ answers }: Operation, schemas: JsonSchemas): Record<string, DocumentedResponse> {
  return Object.fromEntries(
    Object.entries(answers).map(([status, { description, schema, mediaType = 'application/json' }]) => {
      const shape = schema && schemas.add(schema, 'output')
      if (mediaType === 'application/json') return [status, { description, ...(shape && { content: { [mediaType]: { schema: shape } } }) }]
      return [status, { description, content: { [mediaType]: { schema: { type: 'string', ...(shape && { 'x-pulso-line': shape }) } } } }]
    }),
  )
}

/** One answer per status: several problems can share it, and `type` tells them apart. */
function toFailures(codes: readonly ProblemCode[], problem: JsonSchema): Record<string, DocumentedResponse> {
  const ofStatus = Map.groupBy(codes, (code) => PROBLEMS[code].status)
  return Object.fromEntries(
    [...ofStatus].map(([status, ofIt]) => [
      String(status),
      {
        description: ofIt.map((code) => PROBLEMS[code].title).join(' · '),
        ...((status === 429 || status === 503) && {
          headers: { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } },
        }),
        content: {
          'application/problem+json': {
            schema: {
              allOf: [problem, { type: 'object', properties: { type: { enum: ofIt.map(toProblemType) }, status: { const: status } } }],
            },
          },
        },
      },
    ]),
  )
}
