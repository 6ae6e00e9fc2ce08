export { type Delay, DROPS, type QuietMonths, simulateDelay, simulateQuietMonths } from './simulate-alerts.ts'
