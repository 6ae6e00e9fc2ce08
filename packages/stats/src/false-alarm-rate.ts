/** How often a list of many may name one that is nothing but chance: one list in twenty, however many were looked at. */
export const FALSE_ALARM_RATE = 0.05
