import { createKeyringStore } from '#engine/secrets/keyring-store.ts'

/** Does one round with the keychain of the session it runs in, and prints what came of each step. */
const store = createKeyringStore(process.platform, 5_000)
const secret = process.env['PROBE_SECRET'] ?? ''
const account = 'anna@example.test/password'
const steps = {
  probe: await store.probe(),
  save: await store.save(account, secret),
  read: await store.read(account),
  remove: await store.remove(account),
  removeAgain: await store.remove(account),
  readAfter: await store.read(account),
}
process.stdout.write(JSON.stringify(steps))
