import type { DeviceStorage } from './device-storage.ts'

export const DAY_MS = 86_400_000

/** Numbers that are kept together under one name. Spoilt ones are no numbers, and then no memory. */
export const readNumbers = (storage: Pick<DeviceStorage, 'get'>, name: string): number[] => `${storage.get(name)}`.split(',').map(Number)
