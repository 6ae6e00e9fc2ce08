/** Each property with the value it must have, or a list of which it must have one. */
export type Wanted = Readonly<Record<string, unknown>>

/** Whether every wanted property is there with such a value. */
export const isLike = (given: Readonly<Record<string, unknown>>, wanted: Wanted): boolean =>
  Object.keys(wanted).every((name) => [wanted[name]].flat().includes(given[name]))
