import { join } from 'node:path'
import type { SavedAccount } from '#shared/domain/saved-account.ts'
import { createAccountFile } from '#engine/accounts/account-file.ts'
import { createKeyringStore } from '#engine/secrets/keyring-store.ts'
import { runCli } from '../support/cli.ts'

/** Runs inside a keyring session: saves an account, tests it from the terminal again and again, and prints what came of it. */
const data = process.env['MAILWRIGHT_DATA_DIR'] ?? ''
const account = JSON.parse(process.env['STEPS_ACCOUNT'] ?? '') as SavedAccount
const password = process.env['STEPS_PASSWORD'] ?? ''
const keptAs = `${account.address}/password`
const keyring = createKeyringStore(process.platform, 5_000)
const cli = (...args: readonly string[]) =>
  runCli([...args, '--ca', process.env['STEPS_CA'] ?? ''], { env: { MAILWRIGHT_DATA_DIR: data } })

await createAccountFile(join(data, 'accounts.json')).update(() => [account])
const saved = await keyring.save(keptAs, password)
const steps: Record<string, unknown> = { saved }
if (process.env['STEPS_ONLY'] === 'save') {
  // Another session goes on from here.
} else if (saved.ok) {
  steps['first'] = await cli('accounts', 'test', '--json')
  steps['again'] = await cli('accounts', 'test', account.address, '--json')
  steps['list'] = await cli('accounts')
  steps['check'] = await cli('check', account.address, '--saved', '--json')
  steps['policy'] = await cli(
    'check',
    account.address,
    '--saved',
    '--policy',
    process.env['STEPS_POLICY'] ?? '',
  )
  await keyring.save(keptAs, 'not it')
  steps['wrong'] = await cli('accounts', 'test', '--json')
  steps['wrongAgain'] = await cli('accounts', 'test', '--json')
  steps['wrongCheck'] = await cli('check', account.address, '--saved')
  await keyring.save(keptAs, password)
  steps['removed'] = await cli('accounts', 'remove', account.address)
  steps['left'] = await keyring.read(keptAs)
} else {
  steps['first'] = await cli('accounts', 'test', '--json')
  steps['removed'] = await cli('accounts', 'remove', account.address, '--json')
  steps['leaving'] = await cli('accounts', 'remove', account.address, '--leave-password')
}
process.stdout.write(JSON.stringify(steps))
