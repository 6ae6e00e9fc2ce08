/** What a column of a file can be for an import. `person` only tells people apart, and is never sent as it is. */
export const ROLES = ['score', 'comment', 'time', 'type', 'id', 'person', 'locale', 'segment'] as const
export type Role = (typeof ROLES)[number]
/** Of each role the place of its column; null: the file has none. */
export type Columns = Record<Role, number | null>

/** Names by which exports call them, without what is no letter or digit; the better ones first. */
const NAMES: Record<Role, readonly string[]> = {
  score: ['score', 'surveyscore', 'responsescore', 'rating', 'npsscore', 'nps', 'csat', 'ces', 'puntuacion', 'valoracion', 'nota'],
  comment: ['comment', 'comments', 'surveycomment', 'responsecomment', 'feedback', 'verbatim', 'comentario', 'comentarios'],
  time: [
    'responsetime',
    'respondedat',
    'responsecreatedat',
    'surveyresponsecreatedat',
    'createdat',
    'completedat',
    'submittedat',
    'responsedate',
    'timestamp',
    'date',
    'created',
    'fecha',
  ],
  type: ['surveytype', 'type', 'tipo', 'tipodeencuesta'],
  id: ['responseid', 'surveyresponseid', 'id'],
  person: ['personid', 'personemail', 'email', 'emailaddress', 'customerid', 'personphonenumber', 'phonenumber', 'phone', 'correo'],
  locale: ['locale', 'language', 'delightedlocale', 'idioma'],
  segment: ['segment', 'segmento'],
}

/** What is never sent, whatever anybody chooses. */
const PERSONAL = /mail|phone|telefono|movil|^(person)?(first|last|full)?name$|^nombre|apellido|^ip(address)?$/

const toPlain = (name: string) =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

/** Finds the columns of a file by their names. */
export function findColumns(names: readonly string[]): Columns {
  const plain = names.map(toPlain)
  const taken = new Set<number>()
  const columns = {} as Columns
  for (const role of ROLES) {
    const place = NAMES[role]
      .map((name) => plain.findIndex((other, index) => other === name && !taken.has(index)))
      .find((found) => found >= 0)
    columns[role] = place ?? null
    if (place !== undefined) taken.add(place)
  }
  return columns
}

/** Whether a column names somebody: it can tell people apart by a hash, and nothing else of it may leave this browser. */
export function isPersonal(name: string): boolean {
  return PERSONAL.test(toPlain(name))
}
