import type * as z from 'zod'

const TYPES: Readonly<Partial<Record<string, string>>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

/**
 * Says in plain words what is wrong where the schema itself says nothing; given
 * to zod with every value that somebody outside has sent. Undefined leaves the
 * words to zod.
 */
export function toPlainWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'this is missing' : `use ${TYPES[issue.expected] ?? issue.expected}`
    case 'too_small':
      return toBound('at least', Number(issue.minimum), issue.origin)
    case 'too_big':
      return toBound('at most', Number(issue.maximum), issue.origin)
    case 'invalid_value':
      if (issue.input === undefined) return 'this is missing'
      return issue.values.length === 1 ? `use ${String(issue.values[0])}` : `use one of ${issue.values.map(String).join(', ')}`
    case 'unrecognized_keys':
      return `there is no ${issue.keys.map((key) => `"${key}"`).join(' or ')} here`
    case 'invalid_key':
      return issue.issues[0]?.message
    case 'invalid_union':
      return 'use one of the forms that the documentation names'
    case 'invalid_format':
      return issue.format === 'regex' ? `use what fits ${issue.pattern ?? 'its form'}` : undefined
    default:
      return undefined
  }
}

function toBound(least: 'at least' | 'at most', bound: number, origin: string): string {
  if (origin === 'string') return `use ${least} ${bound} ${bound === 1 ? 'character' : 'characters'}`
  if (origin === 'array' || origin === 'set') return `give ${least} ${bound}`
  return `use ${least} ${bound}`
}
