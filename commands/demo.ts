import { readAdminToken } from './admin-token.ts'
import { removeDemo, seedDemo } from './demo-data.ts'
import { CommandError, runCommand } from './fail.ts'
import { ManagementClient } from './management-client.ts'
import { toPorts, toStateFolder } from './workspace.ts'

/** `npm run demo -- remove|seed`: takes the demo history out of the running café's scores, or puts it in anew. */
await runCommand(async () => {
  const [action] = process.argv.slice(2)
  const stateFolder = toStateFolder()
  const client = new ManagementClient(`http://127.0.0.1:${toPorts().pulso}`, readAdminToken(stateFolder))
  if (action === 'remove') console.log(`Removed ${await removeDemo(client, stateFolder)} demo responses. What people answered stays.`)
  else if (action === 'seed') console.log(`Seeded ${await seedDemo(client, stateFolder)} demo responses.`)
  else throw new CommandError('say what to do: `npm run demo -- remove` or `npm run demo -- seed`.')
})
