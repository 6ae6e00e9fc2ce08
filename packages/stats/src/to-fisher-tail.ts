import type { TermCounts } from './to-log-odds.ts'

/**
 * How likely it is that so many or more of the documents with a term are here,
 * were the documents dealt to the two sides by chance: the one-sided exact test
 * of Fisher, R. A. (1935), "The logic of inductive inference", Journal of the
 * Royal Statistical Society 98 (1), 39–82. It takes no approximation for granted,
 * so it holds for three documents as for a thousand.
 *
 * @returns from 0 to 1
 * @example toFisherTail({ here: 10, elsewhere: 2, documentsHere: 13, documentsElsewhere: 17 }) // 619 / 1,330,665
 */
export function toFisherTail({ here, elsewhere, documentsHere, documentsElsewhere }: TermCounts): number {
  const both = here + elsewhere
  if (here * (documentsHere + documentsElsewhere) <= both * documentsHere) {
    // Under the middle the other end is the short one, and the sum begins at a number that is not too small to be one.
    if (here === 0 || both - here + 1 > documentsElsewhere) return 1
    return (
      1 - toFisherTail({ here: both - here + 1, elsewhere: here - 1, documentsHere: documentsElsewhere, documentsElsewhere: documentsHere })
    )
  }
  const most = Math.min(both, documentsHere)
  let chance = Math.exp(
    toLogChoices(documentsHere, here) +
      toLogChoices(documentsElsewhere, elsewhere) -
      toLogChoices(documentsHere + documentsElsewhere, both),
  )
  let tail = chance
  for (let count = here; count < most; count += 1) {
    chance *= ((both - count) * (documentsHere - count)) / ((count + 1) * (documentsElsewhere - both + count + 1))
    tail += chance
  }
  return Math.min(1, tail)
}

function toLogChoices(all: number, chosen: number): number {
  return toLogFactorial(all) - toLogFactorial(chosen) - toLogFactorial(all - chosen)
}

/** ln n!, by Stirling's series (Abramowitz and Stegun, 1964, "Handbook of Mathematical Functions", 6.1.41), right to twelve digits. */
function toLogFactorial(n: number): number {
  if (n < 16) {
    let product = 1
    for (let factor = 2; factor <= n; factor += 1) product *= factor
    return Math.log(product)
  }
  return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5)
}
