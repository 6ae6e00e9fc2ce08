export { createPulso } from './create-pulso.ts'
export type { AskOptions, Pulso, PulsoCall, PulsoOptions, PulsoSettings } from './pulso.ts'
