import type { SeededRandom } from '../examples/cafe/seed/seeded-random.ts'

/** A JSON schema as far as values are made from it. */
export interface JsonSchema {
  $ref?: string
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: JsonSchema | boolean
  items?: JsonSchema
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  format?: string
}

/** What a maker knows beside the schema. */
export interface ValueSources {
  random: SeededRandom
  components: Record<string, JsonSchema>
  /** Values that mean something to this product, by the name of the property or parameter that carries them. */
  known(name: string): unknown
}

const ODD = [null, '', 'x', 'ñ\u0000\ud800', -1, 0, 1e21, 2 ** 53, true, [], {}, [[]], { a: { b: {} } }, '9'.repeat(3000), '__proto__']

/** A value that a schema allows, mostly: every twelfth is anything at all, and patterns are only met by what is known. */
export function makeValue(schema: JsonSchema, sources: ValueSources, name = '', depth = 0): unknown {
  const { random, components } = sources
  if (random.below(12) === 0) return ODD[random.below(ODD.length)]
  const known = random.below(3) > 0 ? sources.known(name) : undefined
  if (known !== undefined) return known
  if (schema.$ref) return makeValue(components[schema.$ref.split('/').at(-1) ?? ''] ?? {}, sources, name, depth + 1)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[random.below(schema.enum.length)]
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return makeValue(choices[random.below(choices.length)] ?? {}, sources, name, depth)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => makeValue(part, sources, name, depth)))
  const types = [schema.type ?? 'object'].flat()
  switch (types[random.below(types.length)]) {
    case 'string':
      return makeText(schema, random)
    case 'integer':
      return Math.round(makeNumber(schema, random))
    case 'number':
      return makeNumber(schema, random)
    case 'boolean':
      return random.below(2) === 0
    case 'null':
      return null
    case 'array': {
      const length = (schema.minItems ?? 0) + random.below(3)
      return Array.from({ length }, () => makeValue(schema.items ?? {}, sources, name, depth + 1))
    }
    default:
      return makeObject(schema, sources, depth)
  }
}

function makeObject({ properties = {}, required = [], additionalProperties }: JsonSchema, sources: ValueSources, depth: number) {
  const { random } = sources
  const names = Object.keys(properties).filter((name) => required.includes(name) || (depth < 5 && random.below(2) === 0))
  const made: Record<string, unknown> = Object.fromEntries(
    names.map((name) => [name, makeValue(properties[name] ?? {}, sources, name, depth + 1)]),
  )
  if (typeof additionalProperties === 'object') made['en'] = makeValue(additionalProperties, sources, 'en', depth + 1)
  if (random.below(20) === 0) made['surplus'] = 1
  return made
}

function makeText({ format, minLength = 0, maxLength = 40 }: JsonSchema, random: SeededRandom): string {
  if (format === 'date') return `2026-11-${String(1 + random.below(28)).padStart(2, '0')}`
  const length = minLength + random.below(Math.max(1, Math.min(maxLength, 80) - minLength + 1))
  return Array.from({ length }, () => 'abcdefgh0123-_ é'.charAt(random.below(16))).join('')
}

function makeNumber({ minimum = 0, maximum = 100 }: JsonSchema, random: SeededRandom): number {
  const edges = [minimum, maximum, minimum - 1, maximum + 1]
  return random.below(4) === 0 ? (edges[random.below(4)] ?? 0) : minimum + random.next() * (maximum - minimum)
}
