import { expect, test } from 'vitest'
import { startDnsServer } from '../support/dns-server.ts'
import { runCli } from '../support/cli.ts'

test.each([
  ['--smtp', 'smtp.live.com:587:starttls', 'HOST_RETIRED', '→ --smtp smtp-mail.outlook.com:587:starttls'],
  ['--imap', 'smtp.example.org:993:tls', 'SERVERS_SWAPPED', '→ --imap imap.example.org:993:tls'],
  ['--smtp', 'smtp.tutanota.com:465:tls', 'HOST_RETIRED', 'Tuta does not support mail programs'],
])(
  '%s %s is spoken about on standard error, and tested all the same',
  async (option, server, code, words) => {
    const names = await startDnsServer(() => 'NXDOMAIN')
    const { status, progress, results } = await runCli([
      'check',
      'anna@example.org',
      option,
      server,
      '--no-login',
      '--dns',
      names.address,
      '--json',
      '--no-color',
    ])
    await names.stop()
    expect(status).toBe(1)
    expect(progress).toContain(`${option} ${server}  [${code}]`)
    expect(progress).toContain(words)
    expect(names.questions.length).toBeGreaterThan(0)
    expect(JSON.parse(results)).toMatchObject({
      endpoints: [{ host: server.split(':')[0], passwordSent: 'no' }],
    })
  },
)

test('nothing is said about a server no source knows anything about', async () => {
  const names = await startDnsServer(() => 'NXDOMAIN')
  const args = ['check', 'anna@example.org', '--imap', 'mail.example.org:993:tls', '--no-login']
  const { progress } = await runCli([...args, '--dns', names.address, '--no-color'])
  await names.stop()
  expect(progress).not.toMatch(/HOST_RETIRED|SERVERS_SWAPPED/)
})
