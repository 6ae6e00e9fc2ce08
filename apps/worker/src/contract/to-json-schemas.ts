import * as protocol from '@pulso/protocol'
import * as z from 'zod'

export type JsonSchema = { [member: string]: unknown }
/** Whether a schema describes what is sent to the worker or what comes from it: defaults may be left out only on the way in. */
type Direction = 'input' | 'output'

// Every schema that the protocol exports has its name in the document as well.
for (const [id, schema] of Object.entries(protocol)) {
  if (schema instanceof z.ZodType && !z.globalRegistry.has(schema)) z.globalRegistry.add(schema, { id })
}

/** Turns zod schemas into JSON Schema 2020-12 and gathers the named ones, as a document wants them. */
export class JsonSchemas {
  readonly #named: Record<Direction, Map<string, JsonSchema>> = { input: new Map(), output: new Map() }
  /** What was handed out and still refers to names without a direction. */
  readonly #handedOut: { schema: JsonSchema; direction: Direction }[] = []

  /** A schema for one place of the document. It is complete once `finish` has been called. */
  add(schema: z.ZodType, direction: Direction): JsonSchema {
    // Wrapped, so that a schema with a name is a reference like everywhere else.
    const { properties, $defs = {} } = toJsonSchema(z.object({ it: schema }), direction)
    for (const [name, named] of Object.entries($defs as Record<string, JsonSchema>)) this.#named[direction].set(name, named)
    const place = (properties as { it: JsonSchema }).it
    this.#handedOut.push({ schema: place, direction })
    return place
  }

  /** Names what is left to name and gives back all named schemas. One that differs on the way in has a second name, `…Input`. */
  finish(): Record<string, JsonSchema> {
    const different = this.#findDifferent()
    const toName = (name: string, direction: Direction) => (direction === 'input' && different.has(name) ? `${name}Input` : name)
    for (const { schema, direction } of this.#handedOut) pointReferences(schema, (name) => toName(name, direction))
    const components: Record<string, JsonSchema> = {}
    for (const direction of ['output', 'input'] as const) {
      for (const [name, { id: _, ...schema }] of this.#named[direction]) {
        pointReferences(schema, (other) => toName(other, direction))
        components[toName(name, direction)] = schema
      }
    }
    return Object.fromEntries(Object.entries(components).sort(([left], [right]) => left.localeCompare(right)))
  }

  /** The names whose two directions differ, in themselves or in what they refer to. */
  #findDifferent(): Set<string> {
    const { input, output } = this.#named
    const both = [...input.keys()].filter((name) => output.has(name))
    const different = new Set(both.filter((name) => JSON.stringify(input.get(name)) !== JSON.stringify(output.get(name))))
    for (let size = -1; size !== different.size; ) {
      size = different.size
      for (const name of both) {
        const text = JSON.stringify(input.get(name))
        if ([...different].some((other) => text.includes(`"#/$defs/${other}"`))) different.add(name)
      }
    }
    return different
  }
}

function toJsonSchema(schema: z.ZodType, io: Direction): JsonSchema {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema
}

/** Turns every `#/$defs/Name` within into `#/components/schemas/…`. */
function pointReferences(value: unknown, toName: (name: string) => string): void {
  if (typeof value !== 'object' || value === null) return
  for (const [member, inner] of Object.entries(value)) {
    if (member === '$ref' && typeof inner === 'string') {
      ;(value as JsonSchema)['$ref'] = inner.replace(/^#\/\$defs\/(.*)$/, (_, name: string) => `#/components/schemas/${toName(name)}`)
    } else pointReferences(inner, toName)
  }
}
