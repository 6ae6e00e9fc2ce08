/** In how many documents of each side a term occurs, and how many documents there are. */
export interface TermCounts {
  readonly here: number
  readonly elsewhere: number
  readonly documentsHere: number
  readonly documentsElsewhere: number
}

/** How much likelier a term is here. */
export interface LogOdds {
  /** Natural logarithm of the odds ratio, shrunk towards 0 by the prior. */
  readonly logOdds: number
  /** The same in standard errors. */
  readonly z: number
}

/** What the prior weighs, as a share of the documents of the smaller side: so many of each are taken to be as all of them are together. */
const PRIOR_SHARE = 0.5

/**
 * Log-odds ratio of a term with an informative Dirichlet prior: Monroe, B. L.,
 * Colaresi, M. P. and Quinn, K. M. (2008), "Fightin' words: lexical feature
 * selection and evaluation for identifying the content of political conflict",
 * Political Analysis 16 (4), 372–403. The prior is the term's share
 * of both sides together, so a rare term has to earn its place, and a frequent
 * one is not telling for being frequent.
 *
 * Documents are counted instead of tokens, so that one person who repeats a word
 * does not make it telling; a document has a term or not, so the Dirichlet has
 * two cells, a beta. The variance keeps all four of its terms, of which the paper
 * drops the two that hardly matter where a term is rare.
 *
 * @returns null when there is nothing to compare: a side without documents, or a term in none or in all of them
 */
export function toLogOdds({ here, elsewhere, documentsHere, documentsElsewhere }: TermCounts): LogOdds | null {
  if (!(here >= 0 && here <= documentsHere && elsewhere >= 0 && elsewhere <= documentsElsewhere)) {
    throw new RangeError(`${here} of ${documentsHere} and ${elsewhere} of ${documentsElsewhere} are not counts of documents`)
  }
  const share = (here + elsewhere) / (documentsHere + documentsElsewhere)
  if (documentsHere === 0 || documentsElsewhere === 0 || share === 0 || share === 1) return null
  const prior = PRIOR_SHARE * Math.min(documentsHere, documentsElsewhere)
  const [withHere, withElsewhere] = [here + prior * share, elsewhere + prior * share]
  const withoutHere = documentsHere + prior - withHere
  const withoutElsewhere = documentsElsewhere + prior - withElsewhere
  const logOdds = Math.log(withHere / withoutHere) - Math.log(withElsewhere / withoutElsewhere)
  const variance = 1 / withHere + 1 / withoutHere + 1 / withElsewhere + 1 / withoutElsewhere
  return { logOdds, z: logOdds / Math.sqrt(variance) }
}
