/**
 * What one operation does: `fails` before the commit, `fails-after` it with the
 * same error, `stalls` for ever without a commit, `commits-silently` and stalls.
 */
export type Mood = 'works' | 'fails' | 'fails-after' | 'stalls' | 'commits-silently'

/**
 * A real database behind a bad connection: every statement that is run and every
 * batch asks `toMood` what shall become of it, which may let something else happen first.
 */
export function createFaultyDatabase(database: D1Database, toMood: (sql: string) => Mood | Promise<Mood>): D1Database {
  const inner = new WeakMap<D1PreparedStatement, { statement: D1PreparedStatement; sql: string }>()

  const suffer = async <Result>(sql: string, act: () => Promise<Result>): Promise<Result> => {
    const mood = await toMood(sql)
    const error = new Error('D1_ERROR: Network connection lost.')
    if (mood === 'fails') throw error
    if (mood === 'stalls') return new Promise(() => {})
    const result = await act()
    if (mood === 'fails-after') throw error
    return mood === 'works' ? result : new Promise(() => {})
  }

  const wrap = (statement: D1PreparedStatement, sql: string): D1PreparedStatement => {
    const wrapped = new Proxy(statement, {
      get: (_, name) => {
        if (name === 'bind') return (...values: unknown[]) => wrap(statement.bind(...values), sql)
        const method: unknown = Reflect.get(statement, name)
        return typeof method === 'function' ? (...args: unknown[]) => suffer(sql, async () => method.apply(statement, args)) : method
      },
    })
    inner.set(wrapped, { statement, sql })
    return wrapped
  }

  return new Proxy(database, {
    get: (_, name) => {
      if (name === 'prepare') return (sql: string) => wrap(database.prepare(sql), sql)
      if (name === 'batch') {
        return (statements: D1PreparedStatement[]) => {
          const known = statements.map((statement) => inner.get(statement) ?? { statement, sql: '' })
          return suffer(known.map(({ sql }) => sql).join(';\n'), () => database.batch(known.map(({ statement }) => statement)))
        }
      }
      const method: unknown = Reflect.get(database, name)
      return typeof method === 'function' ? method.bind(database) : method
    },
  })
}
