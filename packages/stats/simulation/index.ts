export { Random } from './random.ts'
export { type Delay, DROPS, type QuietMonths, simulateAlikeMonths, simulateDelay, simulateQuietMonths } from './simulate-alerts.ts'
export { type SamplingRun, simulateSampling } from './simulate-sampling.ts'
