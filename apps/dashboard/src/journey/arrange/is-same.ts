/** Whether two pieces of a definition say the same, in whatever order their members were written. */
export function isSame(one: unknown, other: unknown): boolean {
  return toSortedJson(one) === toSortedJson(other)
}

function toSortedJson(content: unknown): string {
  return JSON.stringify(content, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
      : value,
  )
}
