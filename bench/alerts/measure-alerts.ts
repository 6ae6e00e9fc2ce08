import { type Delay, DROPS, type QuietMonths, simulateDelay, simulateQuietMonths } from '@pulso/stats/simulation'

/** What a site is promised: no more false alarms in a month, all touchpoints together. */
const GOAL = 0.05
const VOLUMES = [10, 50, 200]
/** Delays need fewer runs than rates that are small. */
const RUNS_PER_DELAY = 0.2
const SEED = 2026

interface AlertMeasurements {
  quiet: QuietMonths
  delays: Delay[]
}

/** Simulates quiet months, so many as there are runs, and drops of several sizes at several volumes. */
export function measureAlerts(runs: number): { data: AlertMeasurements; table: string; missed: string[] } {
  const quiet = simulateQuietMonths(runs, SEED)
  const delayRuns = Math.max(1, Math.round(runs * RUNS_PER_DELAY))
  const delays = DROPS.flatMap((drop) => VOLUMES.map((volume) => simulateDelay(drop, volume, delayRuns, SEED)))
  const missed = quiet.alarms / quiet.months > GOAL ? [`${quiet.alarms} of ${quiet.months} quiet months had an alarm`] : []
  return { data: { quiet, delays }, table: toTable({ quiet, delays }), missed }
}

function toTable({ quiet, delays }: AlertMeasurements): string {
  const share = (count: number) => `${((100 * count) / quiet.months).toFixed(1)} %`
  const figure = (value: number | null) => (value === null ? '–' : String(value))
  return [
    `| ${quiet.months} quiet months of ten touchpoints | goal | months with an alarm |`,
    '|---|--:|--:|',
    `| looked at every day, Pulso | ≤ ${100 * GOAL} % | ${share(quiet.alarms)} |`,
    `| the same, where every day differs by ± 3 points of its own | | ${share(quiet.moodyAlarms)} |`,
    `| quiet months, a plain 95 % interval of last week against the four before | | ${share(quiet.naiveAlarms)} |`,
    '',
    '| drop at one of ten touchpoints | answers a day | found in 8 weeks | days, median | answers, median | days, 90 of 100 |',
    '|---|--:|--:|--:|--:|--:|',
    ...delays.map(
      ({ drop, answersPerDay, runs, found, medianDays, medianAnswers, lateDays }) =>
        `| ${drop} | ${answersPerDay} | ${Math.round((100 * found) / runs)} % | ${figure(medianDays)} | ${figure(medianAnswers)} | ${figure(lateDays)} |`,
    ),
  ].join('\n')
}
