import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { JsonSchema } from './to-json-schemas.ts'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** Text with `code` in it. */
export function toProse(text: string): Html {
  const parts = text.split('`')
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))}`
}

/** A schema as a table of its members, or as one line when it has none. */
export function toSchemaView(schema: JsonSchema): Html {
  const members = toMembers(schema)
  if (members.length === 0) return html`<p class="type">${toTypeView(schema)}</p>`
  return html`<div class="table"><table>
    <thead><tr><th scope="col">Member</th><th scope="col">What it is</th></tr></thead>
    <tbody>${members.map(
      ([name, member, isRequired]) => html`<tr>
        <th scope="row"><code>${name}</code>${isRequired ? '' : html` <small>optional</small>`}</th>
        <td>${toTypeView(member)}${isText(member['description']) ? html`<p>${toProse(member['description'])}</p>` : ''}${toNested(member)}</td>
      </tr>`,
    )}</tbody>
  </table></div>`
}

/** "list of Stage, 1 to 20": what a value may be, in one line. Names lead to their schemas. */
export function toTypeView(schema: JsonSchema): Html {
  const { $ref, enum: options, const: only, anyOf, oneOf, items, propertyNames, additionalProperties } = schema
  const bounds = toBounds(schema)
  if (isText($ref)) {
    const name = $ref.slice($ref.lastIndexOf('/') + 1)
    return html`<a href="#schema-${name}">${name}</a>${bounds}`
  }
  if (Array.isArray(options))
    return html`${join(
      options.map((option) => html`<code>${JSON.stringify(option)}</code>`),
      ' or ',
    )}${bounds}`
  if (only !== undefined) return html`<code>${JSON.stringify(only)}</code>`
  const choices = Array.isArray(anyOf) ? anyOf : oneOf
  if (Array.isArray(choices))
    return html`${join(
      choices.map((choice) => toTypeView(choice as JsonSchema)),
      ' or ',
    )}${bounds}`
  if (isSchema(items)) return html`list of ${toTypeView(items)}${bounds}`
  if (isSchema(additionalProperties) && Object.keys(additionalProperties).length > 0) {
    return html`map${isSchema(propertyNames) ? html` by ${toTypeView(propertyNames)}` : ''} of ${toTypeView(additionalProperties)}`
  }
  const types = Array.isArray(schema['type']) ? schema['type'].map(String) : [String(schema['type'] ?? 'anything')]
  return html`${types.join(' or ')}${bounds}`
}

/** The members of an object inside a member, or inside its list. */
function toNested(member: JsonSchema): Html {
  const inner = isSchema(member['items']) ? member['items'] : member
  const choices = Array.isArray(inner['oneOf']) ? (inner['oneOf'] as JsonSchema[]) : [inner]
  return html`${choices.filter((choice) => toMembers(choice).length > 0).map(toSchemaView)}`
}

function toMembers(schema: JsonSchema): [name: string, member: JsonSchema, isRequired: boolean][] {
  const { properties, required } = schema
  if (!isSchema(properties)) return []
  return Object.entries(properties).map(([name, member]) => [
    name,
    member as JsonSchema,
    Array.isArray(required) && required.includes(name),
  ])
}

const BOUNDS: Record<string, (value: unknown) => string> = {
  minLength: (value) => `at least ${value} characters`,
  maxLength: (value) => `at most ${value} characters`,
  minimum: (value) => `from ${value}`,
  maximum: (value) => `to ${value}`,
  exclusiveMinimum: (value) => `above ${value}`,
  minItems: (value) => `at least ${value}`,
  maxItems: (value) => `at most ${value}`,
  format: (value) => String(value),
  pattern: (value) => `matches ${value}`,
  default: (value) => `default ${JSON.stringify(value)}`,
}

function toBounds(schema: JsonSchema): Html | string {
  const said = Object.entries(BOUNDS).flatMap(([name, say]) => {
    const value = schema[name]
    // What every safe integer keeps anyway says nothing.
    return value === undefined || Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER ? [] : [say(value)]
  })
  return said.length === 0 ? '' : html` <small>${said.join(', ')}</small>`
}

function join(parts: Html[], between: string): Html {
  return html`${parts.map((part, index) => (index === 0 ? part : html`${between}${part}`))}`
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
