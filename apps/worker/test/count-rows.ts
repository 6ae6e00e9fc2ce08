/** Rows as D1 bills them. */
export interface Rows {
  read: number
  written: number
}

/** The same database, adding up the rows that its statements and batches read and write. */
export function countRows(database: D1Database): { database: D1Database; rows: Rows } {
  const rows: Rows = { read: 0, written: 0 }
  const inner = new WeakMap<D1PreparedStatement, D1PreparedStatement>()
  const add = <Result extends { meta: D1Meta }>(result: Result): Result => {
    rows.read += result.meta.rows_read
    rows.written += result.meta.rows_written
    return result
  }
  const wrap = (statement: D1PreparedStatement): D1PreparedStatement => {
    const wrapped = new Proxy(statement, {
      get: (_, name) => {
        if (name === 'bind') return (...values: unknown[]) => wrap(statement.bind(...values))
        // `first` says nothing of rows.
        if (name === 'first')
          return async (column?: string) => {
            const row = add(await statement.all<Record<string, unknown>>()).results[0] ?? null
            return column === undefined || row === null ? row : row[column]
          }
        return async (...args: unknown[]) =>
          add(await (Reflect.get(statement, name) as (...of: unknown[]) => Promise<D1Result>).apply(statement, args))
      },
    })
    inner.set(wrapped, statement)
    return wrapped
  }
  const counting = new Proxy(database, {
    get: (_, name) => {
      if (name === 'prepare') return (sql: string) => wrap(database.prepare(sql))
      if (name === 'batch') {
        return async (statements: D1PreparedStatement[]) => {
          const results = await database.batch(statements.map((statement) => inner.get(statement) ?? statement))
          return results.map(add)
        }
      }
      const method: unknown = Reflect.get(database, name)
      return typeof method === 'function' ? method.bind(database) : method
    },
  })
  return { database: counting, rows }
}
