import type { Rules } from '../core/parts.ts'
import { rule as budget } from './budget.ts'
import { rule as device } from './device.ts'
import { rule as grace } from './grace.ts'
import { rule as language } from './language.ts'
import { rule as repeat } from './repeat.ts'
import { rule as sample } from './sample.ts'
import { rule as segment } from './segment.ts'
import { rule as traits } from './traits.ts'
import { rule as url } from './url.ts'
import { rule as visits } from './visits.ts'

/** Every rule by its name in a prompt's definition, for the npm package. The site script carries only those that its prompts use. */
export const rules: Rules = { budget, device, grace, language, repeat, sample, segment, traits, url, visits }
