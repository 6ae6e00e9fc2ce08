import { createArm } from './arm.ts'
import { trigger as click } from './click.ts'
import { trigger as dwell } from './dwell.ts'
import { trigger as event } from './event.ts'
import { trigger as exit } from './exit.ts'
import { trigger as route } from './route.ts'
import { trigger as scroll } from './scroll.ts'

/** Every trigger by its name in a prompt's definition, for the npm package. The site script carries only those that its prompts use. */
export const arm = createArm({ click, dwell, event, exit, route, scroll })
